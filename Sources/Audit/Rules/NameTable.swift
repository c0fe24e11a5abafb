/// Finds what is said of a name in a few steps, however many patterns there are.
struct NameTable: Sendable {
    /// What a pattern leads to.
    struct Entry: Sendable {
        enum Role: UInt8, Sendable {
            case call, set, key, use
            case source, sourceUse
            case sanitizer, guarding, carrier, builder
            case container, writer, imported
        }

        var role: Role
        /// In the list that the role speaks of.
        var index: Int32
        /// Of a method, whatever it is called on.
        var isMethod = false
    }

    private var groups: [UInt64: [Entry]] = [:]
    private var bits: [UInt64] = Array(repeating: 0, count: 1024)

    private static func key(_ shape: NamePattern.Shape, _ word: Word) -> UInt64 {
        (word.bits ^ UInt64(shape.rawValue) &* 0xA24B_AED4_963E_E407) &* 0x9FB2_1C65_1E98_DF25
    }

    mutating func add(_ pattern: NamePattern, _ entry: Entry) {
        let key = Self.key(pattern.shape, pattern.key)
        bits[Int(key >> 48 & 0xFFFF) >> 6] |= 1 << (key >> 48 & 63)
        groups[key, default: []].append(entry)
    }

    @inline(__always)
    private func mayHold(_ key: UInt64) -> Bool {
        bits[Int(key >> 48 & 0xFFFF) >> 6] >> (key >> 48 & 63) & 1 == 1
    }

    @inline(__always)
    private func look(_ shape: NamePattern.Shape, _ word: Word, _ body: (Entry) -> Void) {
        let key = Self.key(shape, word)
        guard mayHold(key), let entries = groups[key] else { return }
        for entry in entries { body(entry) }
    }

    /// All that is said of a name.
    @inline(__always)
    func forEach(_ chain: Chain, _ body: (Entry) -> Void) {
        look(.exact, chain.full, body)
        guard chain.count > 1 else { return }
        look(.suffix, chain.last, body)
        look(.suffixOfTwo, chain.lastTwo, body)
        look(.prefix, chain.before, body)
    }
}
