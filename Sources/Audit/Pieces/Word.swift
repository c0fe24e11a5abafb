/// A word as a number: names are compared by it, and put together to dotted names.
struct Word: Hashable, Sendable {
    var bits: UInt64

    init(bits: UInt64) { self.bits = bits }

    @inline(__always)
    init(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for place in 0..<count { hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01B3 }
        bits = hash ^ hash >> 32
    }

    init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        bits = hash ^ hash >> 32
    }

    init(_ text: some StringProtocol) {
        var text = String(text)
        self = text.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return Word(bits: 0xCBF2_9CE4_8422_2325) }
            return Word(base, bytes.count)
        }
    }

    /// This word and another behind it.
    @inline(__always)
    func joined(_ other: Word) -> Word {
        var hash = (bits ^ 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        hash = (hash ^ hash >> 29 ^ other.bits) &* 0x9E37_79B9_7F4A_7C15
        return Word(bits: hash ^ hash >> 32)
    }

    static let none = Word(bits: 0)
    /// Stands for the parentheses in `a().b`.
    static let call = Word(bits: 0xC411)
    /// Stands for what has no name: `"a".format`.
    static let literal = Word(bits: 0x117)
    /// Stands for the brackets in `a[0].b`.
    static let index = Word(bits: 0x1DE5)
}
