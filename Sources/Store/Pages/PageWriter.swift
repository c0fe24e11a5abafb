/// Packs rows: numbers of seven bits a byte, the lowest first, small ones of either sign in one byte.
struct PageWriter {
    private(set) var bytes: [UInt8] = []
    private var words: [String: Int] = [:]

    mutating func put(_ number: UInt64) {
        var rest = number
        while rest > 127 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Any number at all, for what is too large comes out again as it was.
    mutating func put(_ number: Int64) { put(UInt64(bitPattern: number << 1 ^ number >> 63)) }

    mutating func put(_ number: Int64, since base: Int64) { put(number &- base) }

    mutating func put(_ number: Double) {
        withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func put(_ some: some Collection<UInt8>) {
        put(UInt64(some.count))
        bytes.append(contentsOf: some)
    }

    /// A word that comes again and again: written once, then by its number.
    mutating func put(word: String) {
        if let known = words[word] { return put(UInt64(known)) }
        put(UInt64(words.count))
        put(Array(word.utf8))
        words[word] = words.count
    }
}
