/// What stands where a secret could stand, and what its bytes say about it.
struct Value {
    let bytes: Bytes
    let range: Range<Int>
    private(set) var lower = 0
    private(set) var upper = 0
    private(set) var digits = 0
    /// Punctuation that is liked in passwords, not counting the last byte (a sentence's `!` or `?`).
    private(set) var strong = 0
    private(set) var foreign = 0
    private(set) var hex = 0
    /// Changes between letters and digits.
    private(set) var turns = 0
    /// Neighbours that are equal or one apart, as in `aaaa` and `12345`.
    private(set) var steps = 0
    /// Pairs of letters inside a word, and how many of them are common in English.
    private(set) var pairs = 0
    private(set) var commonPairs = 0
    private var seen: (UInt64, UInt64) = (0, 0)

    /// Looks at so many bytes at most: what is random shows it early.
    static let sample = 128

    init(_ bytes: Bytes, _ range: Range<Int>) {
        self.bytes = bytes
        self.range = range
        var before: UInt8 = 0
        for position in range.prefix(Self.sample) {
            let byte = bytes[position]
            count(byte, after: before, last: position == range.upperBound - 1)
            before = byte
        }
    }

    var count: Int { range.count }
    var letters: Int { lower + upper }
    var distinct: Int { seen.0.nonzeroBitCount + seen.1.nonzeroBitCount }

    private mutating func count(_ byte: UInt8, after before: UInt8, last: Bool) {
        if byte < 64 { seen.0 |= 1 << UInt64(byte) } else if byte < 128 { seen.1 |= 1 << UInt64(byte - 64) }
        let isLower = byte.isOne(of: .lower)
        let isLetter = byte.isOne(of: .letter)
        let isDigit = byte.isOne(of: .digit)
        if isLower { lower += 1 } else if isLetter { upper += 1 } else if isDigit { digits += 1 }
        if byte.isOne(of: .hex) { hex += 1 }
        if byte.isOne(of: .strong), !last { strong += 1 }
        if byte.isOne(of: [.foreign, .newline]) { foreign += 1 }
        guard before != 0 else { return }
        let difference = Int(byte) - Int(before)
        if difference >= 0, difference <= 1 { steps += 1 }
        let wasLetter = before.isOne(of: .letter)
        if (isLetter && before.isOne(of: .digit)) || (isDigit && wasLetter) { turns += 1 }
        guard isLetter, wasLetter, !(before.isOne(of: .lower) && !isLower) else { return }
        pairs += 1
        if LetterPairs.areCommon(before.lowercased, byte.lowercased) { commonPairs += 1 }
    }

    /// `aaaaaaaa`, `0123456789abcdef`, `xxxxxxxx`.
    var isMonotonous: Bool {
        distinct < min(5, count) || steps * 2 > min(count, Self.sample) || distinct * 5 < min(count, 60)
    }

    /// Letters in an order that English and program code do not have, or letters and digits shuffled.
    var looksRandom: Bool {
        guard foreign == 0, !isMonotonous else { return false }
        let scarceWords = pairs == 0 || commonPairs * 100 < pairs * 66
        if digits == 0 { return count >= 20 && upper >= 3 && lower >= 3 && commonPairs * 100 < pairs * 52 }
        if letters == 0 { return false }
        return scarceWords && (turns >= 2 || pairs < 4) || turns >= 5 || turns >= 3 && count < 16
    }

    func contains(_ word: StaticString) -> Bool {
        bytes.containsIgnoringCase(word, in: range.prefix(Self.sample))
    }
}
