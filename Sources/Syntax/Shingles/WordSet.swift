/// The words of a text, as a set that now and then holds one too many (B. H. Bloom's filter, with one hash): what it has not
/// got, the text has not got. It costs a tenth of reading the text as code.
package struct WordSet: Sendable {
    private var bits: [UInt64]
    private let mask: UInt64

    /// - Parameter text: words are letters, digits and underscores of ASCII; whatever else stands between them.
    package init(_ text: String) {
        var text = text
        (bits, mask) = text.withUTF8 { bytes in
            var words = 4
            while words * 32 < bytes.count { words *= 2 }
            var bits = [UInt64](repeating: 0, count: words)
            let mask = UInt64(words * 64 - 1)
            var hash = Self.start
            var isIn = false
            for byte in bytes {
                if byte.isOfWord {
                    hash = Self.step(hash, byte)
                    isIn = true
                } else if isIn {
                    let bit = Self.end(hash) & mask
                    bits[Int(bit >> 6)] |= 1 << (bit & 63)
                    (hash, isIn) = (Self.start, false)
                }
            }
            if isIn {
                let bit = Self.end(hash) & mask
                bits[Int(bit >> 6)] |= 1 << (bit & 63)
            }
            return (bits, mask)
        }
    }

    /// - Parameter hash: as `hash(of:)` gives it.
    package func contains(_ hash: UInt64) -> Bool {
        let bit = hash & mask
        return bits[Int(bit >> 6)] & 1 << (bit & 63) != 0
    }

    /// Of a word that begins with no digit: one that does may be a part of another's number. `nil` for what is no word.
    package static func hash(of word: some Collection<UInt8>) -> UInt64? {
        guard let first = word.first, !first.isDigitOfWord, word.allSatisfy(\.isOfWord) else { return nil }
        return end(word.reduce(start, step))
    }

    private static let start: UInt64 = 0xCBF2_9CE4_8422_2325
    private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    private static func end(_ hash: UInt64) -> UInt64 { hash ^ hash >> 29 }
}

extension UInt8 {
    fileprivate var isDigitOfWord: Bool { self &- 0x30 < 10 }
    fileprivate var isOfWord: Bool { (self | 0x20) &- 0x61 < 26 || isDigitOfWord || self == 0x5F }
}
