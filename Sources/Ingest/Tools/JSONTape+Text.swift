import Text

extension JSONTape {
    /// Hands over the object that a text holds; `nil` where it holds none.
    func object<Value>(in text: String, _ use: (JSONValue) -> Value?) -> Value? {
        var text = text
        return text.withUTF8 { bytes in
            guard let value = try? parse(UnsafeRawBufferPointer(bytes)), value.kind == .object else { return nil }
            return use(value)
        }
    }
}
