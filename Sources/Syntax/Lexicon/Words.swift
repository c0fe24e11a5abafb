/// The words of a language, found by their bytes.
///
/// Most names are told apart by first byte and length alone; what is left is compared as two numbers.
struct Words: Sendable {
    /// For each first byte, a bit for each length.
    private var lengths = [UInt32](repeating: 0, count: 256)
    private var slots: [Slot]
    private let mask: Int
    /// Laid over each byte: 0x20 makes small letters of capitals.
    private let fold: UInt8

    private struct Slot: Sendable {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var word: Word?
    }

    static let longest = 16

    init(_ groups: [Word.Group], isCaseless: Bool = false) {
        fold = isCaseless ? 0x20 : 0
        let entries = groups.flatMap { group in
            group.words.split(whereSeparator: \.isWhitespace).map { ($0, group.word) }
        }
        var size = 64
        while size < entries.count * 4 { size *= 2 }
        slots = [Slot](repeating: Slot(), count: size)
        mask = size - 1
        for (text, word) in entries { insert(Array(text.utf8), word) }
    }

    private mutating func insert(_ bytes: [UInt8], _ word: Word) {
        precondition((1...Self.longest).contains(bytes.count), "a word has 1 to \(Self.longest) bytes")
        lengths[Int(bytes[0] | fold)] |= 1 << UInt32(bytes.count)
        if fold != 0 { lengths[Int(bytes[0] & ~fold)] |= 1 << UInt32(bytes.count) }
        let (low, high) = bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { key($0, bytes.count) } ?? (0, 0)
        }
        var index = Self.hash(low, high) & mask
        while slots[index].word != nil { index = (index + 1) & mask }
        slots[index] = Slot(low: low, high: high, word: word)
    }

    @inline(__always)
    func find(_ start: UnsafePointer<UInt8>, _ count: Int) -> Word? {
        guard count <= Self.longest, lengths[Int(start[0])] & (1 << UInt32(count)) != 0 else { return nil }
        let (low, high) = key(start, count)
        var index = Self.hash(low, high) & mask
        while let word = slots[index].word {
            if slots[index].low == low, slots[index].high == high { return word }
            index = (index + 1) & mask
        }
        return nil
    }

    @inline(__always)
    private func key(_ start: UnsafePointer<UInt8>, _ count: Int) -> (UInt64, UInt64) {
        var (low, high): (UInt64, UInt64) = (0, 0)
        for place in 0..<min(count, 8) { low = low << 8 | UInt64(start[place] | fold) }
        if count > 8 { for place in 8..<count { high = high << 8 | UInt64(start[place] | fold) } }
        return (low, high)
    }

    @inline(__always)
    private static func hash(_ low: UInt64, _ high: UInt64) -> Int {
        let mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: mixed >> 40)
    }
}
