/// A name that a rule speaks of: `os.system`; `*.execute`, on whatever it is called; `*.objects.raw`; `hashlib.*`.
struct NamePattern: Sendable {
    enum Shape: UInt8, Sendable { case exact, suffix, suffixOfTwo, prefix, lone }

    let shape: Shape
    let key: Word
    let text: String

    /// - Returns: nil for a pattern with a star elsewhere.
    init?(_ text: String) {
        self.text = text
        var name = text[...]
        if name.hasPrefix("*.") {
            name = name.dropFirst(2)
            let chain = Chain(parsing: name)
            guard !name.contains("*"), chain.count == 1 || chain.count == 2 else { return nil }
            shape = chain.count == 1 ? .suffix : .suffixOfTwo
            key = chain.count == 1 ? chain.last : chain.lastTwo
            return
        }
        if name.hasSuffix(".*") {
            name = name.dropLast(2)
            guard !name.contains("*") else { return nil }
            shape = .prefix
            key = Chain(parsing: name).full
            return
        }
        guard !name.isEmpty, !name.contains("*") else { return nil }
        let chain = Chain(parsing: name)
        shape = .exact
        key = chain.full
    }
}
