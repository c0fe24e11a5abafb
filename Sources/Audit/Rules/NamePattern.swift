/// A name that a rule speaks of: `os.system`; `*.execute`, on whatever it is called; `*.objects.raw`; `hashlib.*`.
struct NamePattern: Sendable {
    enum Shape: UInt8, Sendable { case exact, suffix, suffixOfTwo, prefix, lone }

    let shape: Shape
    let key: Word
    let text: String

    /// - Returns: nil for a pattern with a star elsewhere.
    init?(_ text: String) {
        self.text = text
        var copy = text
        guard let read = copy.withUTF8({ Self.read($0[...]) }) else { return nil }
        (shape, key) = read
    }

    private static func read(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> (Shape, Word)? {
        let isSuffix = text.starts(with: "*.".utf8)
        let isPrefix = !isSuffix && text.suffix(2).elementsEqual(".*".utf8)
        let name = isSuffix ? text.dropFirst(2) : isPrefix ? text.dropLast(2) : text
        guard !name.isEmpty, !name.contains(UInt8(ascii: "*")) else { return nil }
        let chain = Chain(parsing: name)
        if isPrefix { return (.prefix, chain.full) }
        guard isSuffix else { return (.exact, chain.full) }
        guard chain.count == 1 || chain.count == 2 else { return nil }
        return chain.count == 1 ? (.suffix, chain.last) : (.suffixOfTwo, chain.lastTwo)
    }
}
