/// Reads the words of a text in small letters, seen through what hides them: characters of no width within a word, letters
/// of other scripts that look Latin, letters set apart one by one.
struct WordReader {
    struct Word {
        /// Of its letters, see `WordReader.hash(of:)`.
        var hash: UInt64
        var number: Int
        var offset: Int
        var line: Int
        /// It is the first of its line, or of what a mark begins.
        var beginsLine: Bool
        /// A comma or colon stands right behind it: somebody is called by it.
        var isCalled: Bool
        /// What stands right before it: `<`, `[`, `#`, `|`; 0 for anything else.
        var mark: UInt8
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0
    private var line = 1
    private var number = 0
    private var mark: UInt8 = 0
    private var beginsLine = true

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func next() -> Word? {
        var hash = Self.seed
        var count = 0
        var start = 0
        var lastMark: UInt8 = 0
        while place < bytes.count {
            let (letter, length) = letter(at: place)
            if letter == Self.nothing {
                place += length
                continue
            }
            if letter >= 0x61, letter <= 0x7A {
                if count == 0 { start = place }
                hash = Self.add(letter, to: hash)
                count += 1
                place += length
                continue
            }
            // An apostrophe within a word goes: "don't" is "dont".
            if letter == 0x27, count > 0, place + length < bytes.count, isLetter(place + length) {
                place += length
                continue
            }
            if count > 0 {
                // "i g n o r e": single letters with one blank between make a word.
                if count == 1 || spread, letter == 0x20, place + 1 < bytes.count, isLetter(place + 1),
                    isAlone(place + 1)
                {
                    spread = true
                    place += 1
                    continue
                }
                break
            }
            switch letter {
            case 0x0A:
                line += 1
                lastMark = 0
                beginsLine = true
            case 0x3C, 0x5B, 0x23, 0x7C: lastMark = letter
            case 0x2D where lastMark == 0x3C, 0x21 where lastMark == 0x3C: break
            case 0x20: break
            default: lastMark = 0
            }
            place += length
        }
        guard count > 0 else { return nil }
        spread = false
        number += 1
        defer { beginsLine = false }
        return Word(
            hash: hash, number: number, offset: start, line: line,
            beginsLine: beginsLine,
            isCalled: place < bytes.count && (bytes[place] == 0x3A || bytes[place] == 0x2C || bytes[place] == 0x21),
            mark: lastMark)
    }

    private var spread = false

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func add(_ letter: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }

    /// Of a word in small letters.
    static func hash(of word: some StringProtocol) -> UInt64 { word.utf8.reduce(seed) { add($1, to: $0) } }

    /// Whether the letter at a place stands alone.
    private func isAlone(_ place: Int) -> Bool {
        let (_, length) = letter(at: place)
        return place + length >= bytes.count || !isLetter(place + length)
    }

    private func isLetter(_ place: Int) -> Bool { 0x61...0x7A ~= letter(at: place).0 }

    private static let nothing: UInt8 = 0xFF

    /// The small Latin letter that a character is or looks like; itself where it is another sign of ASCII.
    private func letter(at place: Int) -> (UInt8, Int) {
        let byte = bytes[place]
        if byte < 0x80 { return (0x41...0x5A ~= byte ? byte | 0x20 : byte, 1) }
        guard byte >= 0xC0, place + 1 < bytes.count else { return (0x01, 1) }
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        guard place + length <= bytes.count else { return (0x01, bytes.count - place) }
        var scalar = UInt32(byte) & (0x7F >> UInt32(length))
        for step in 1..<length { scalar = scalar << 6 | UInt32(bytes[place + step] & 0x3F) }
        switch scalar {
        case 0x200B...0x200F, 0x2060...0x2064, 0xFEFF, 0xAD, 0xFE00...0xFE0F, 0xE0000...0xE01EF:
            return (Self.nothing, length)
        case 0x2018, 0x2019, 0x2BC: return (0x27, length)
        case 0xFF21...0xFF3A: return (UInt8(scalar - 0xFF21) + 0x61, length)
        case 0xFF41...0xFF5A: return (UInt8(scalar - 0xFF41) + 0x61, length)
        // Mathematical letters come in alphabets of 52.
        case 0x1D400...0x1D6A3: return (UInt8((scalar - 0x1D400) % 26) + 0x61, length)
        default: return (Self.lookalikes[scalar] ?? 0x01, length)
        }
    }

    /// Cyrillic and Greek letters in the shape of Latin ones.
    private static let lookalikes: [UInt32: UInt8] = Dictionary(
        uniqueKeysWithValues: zip(
            "аеорсухіјѕһԁԛԝАЕОРСХІТВМНКοαινρυ".unicodeScalars, "aeopcyxijshdqwaeopcxitbmhkoaivpu".utf8
        )
        .map { ($0.value, $1) })
}
