import Text

extension JSONValue {
    /// A text that says something, no longer than so many characters.
    func words(_ limit: Int) -> String? {
        guard sourceLength <= 1 << 24, let text = string, !text.isEmpty else { return nil }
        // Most are short, and bytes are counted sooner than characters.
        guard text.utf8.count > limit else { return text }
        let cut = text.prefix(limit)
        return cut.endIndex == text.endIndex ? text : cut + "…"
    }

    /// A number that can be a line or column.
    var place: Int? {
        guard let value = int, 1...Int64(Int32.max) ~= value else { return nil }
        return Int(value)
    }
}
