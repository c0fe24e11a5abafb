/// Reads the words of a text in small letters, seen through what hides them: characters of no width within a word, letters
/// of other scripts that look Latin, letters set apart one by one.
struct WordReader {
    struct Word {
        /// What it may be for.
        var roles: WordRoles
        /// Which of the vocabulary it is; -1 for one of another script.
        var word: Int32
        var number: Int
        /// That of its sentence.
        var sentence: Int
        /// The number of the first word of its line, or of what a mark begins.
        var lineStart: Int
        var offset: Int
        var line: Int
        /// A comma or colon stands right behind it: somebody is called by it.
        var isCalled: Bool
        /// What stands right before it: `<`, `[`, `{`, `(`, `#`, `|`, `=` for a line of dashes; 0 for anything else.
        var mark: UInt8
        /// In capitals.
        var isUpper: Bool
        /// A colon or what ends a mark stands right behind it: it is a heading.
        var isClosed: Bool
        /// It is the first of a sentence, or of what a colon, a quote or a mark begins.
        var beginsSentence: Bool
        /// A part of a longer name: an underscore stands right behind it.
        var isPart: Bool
        /// Its letters are spread, or some are digits.
        var isDisguised: Bool
        /// It stands by itself: not in a name of code, a path, a string of one word.
        var isWhole: Bool
        /// It stands where readers do not look: in a comment of a page, an element that is not shown.
        var isUnseen: Bool
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0
    private var line = 1
    private var number = 0
    private var sentence = 0
    private var wordsOfSentence = 0
    private var lineStart = 0
    private var beginsLine = true
    private let table = WordRoles.table

    // The word that is being read: the hash of its letters, how many they are, how many of them are small, where it begins,
    // what stands before it.
    private var hash: UInt64 = 0
    private var letters = 0
    private var small = 0
    private var isDisguised = false
    private var start = 0
    private var mark: UInt8 = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The next word that may be for something.
    mutating func next() -> Word? {
        while readWord() {
            number += 1
            wordsOfSentence += 1
            if endsSentence || wordsOfSentence > Self.longestSentence {
                (sentence, wordsOfSentence) = (sentence + 1, 1)
            }
            if beginsLine { lineStart = number }
            let (roles, word) = table.roles(of: hash)
            defer { (beginsLine, beginsClause, endsSentence) = (false, false, false) }
            if !roles.isEmpty { return self.word(for: roles, word) }
        }
        return nil
    }

    private func word(for roles: WordRoles, _ word: Int32) -> Word {
        let next = place < bytes.count ? bytes[place] : 0
        return Word(
            roles: roles, word: word, number: number, sentence: sentence, lineStart: lineStart, offset: start,
            line: line,
            isCalled: next == 0x3A || next == 0x2C || next == 0x21, mark: mark, isUpper: small == 0 && letters > 1,
            isClosed: next == 0x3A || next == 0x5D || next == 0x3E || next == 0x7D || next == 0x23
                || next == 0x2D && place + 1 < bytes.count && bytes[place + 1] == 0x2D,
            beginsSentence: beginsLine && endsSentence || beginsClause, isPart: next == 0x5F,
            isDisguised: isDisguised && letters > 2, isWhole: isWhole(from: start), isUnseen: hidden != .none)
    }

    /// - Returns: `false` at the end.
    private mutating func readWord() -> Bool {
        (hash, letters, small, mark) = (Self.seed, 0, 0, 0)
        isDisguised = false
        var isSpread = false
        while place < bytes.count {
            if isPlainLetter(bytes[place]) {
                if letters == 0 { start = place }
                readPlainLetters()
                continue
            }
            if letters == 0, bytes[place] == 0x20 {
                place += 1
                continue
            }
            if let letter = disguised(at: place) {
                if letters == 0 { start = place }
                isDisguised = true
                small += 1
                hash = Self.add(letter, to: hash)
                letters += 1
                place += 1
                continue
            }
            let (letter, length) = letter(at: place)
            if letter == Self.nothing {
                place += length
                continue
            }
            if letter >= 0x61, letter <= 0x7A {
                if letters == 0 { start = place }
                if bytes[place] & 0x20 != 0 { small += 1 }
                hash = Self.add(letter, to: hash)
                letters += 1
                place += length
                continue
            }
            // An apostrophe within a word goes: "don't" is "dont".
            if letter == 0x27, letters > 0, place + length < bytes.count, isLetter(place + length) {
                place += length
                continue
            }
            if letters > 0 {
                // "i g n o r e": single letters with one blank between make a word.
                guard letters == 1 || isSpread, letter == 0x20, place + 1 < bytes.count, isLetter(place + 1),
                    isAlone(place + 1)
                else { return true }
                isSpread = true
                isDisguised = true
                place += 1
                continue
            }
            look(at: letter)
            place += length
        }
        return letters > 0
    }

    /// The letter that a digit stands for within a word: "1gn0re".
    private func disguised(at place: Int) -> UInt8? {
        guard 0x30...0x37 ~= bytes[place], place + 1 < bytes.count else { return nil }
        let letter = Self.digits[Int(bytes[place] - 0x30)]
        guard letter != 0 else { return nil }
        var next = place + 1
        if 0x30...0x37 ~= bytes[next], Self.digits[Int(bytes[next] - 0x30)] != 0 { next += 1 }
        let before = place > 0 ? bytes[place - 1] : 0x20
        if letters == 0, before != 0x20, before != 0x0A { return nil }
        guard next < bytes.count else { return letters > 1 ? letter : nil }
        return isPlainLetter(bytes[next]) || letters > 1 && bytes[next] == 0x20 ? letter : nil
    }

    private static let digits: [UInt8] = [UInt8]("oi.eas.t".utf8).map { $0 == UInt8(ascii: ".") ? 0 : $0 }

    private func isPlainLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// Those of ASCII, which most are.
    private mutating func readPlainLetters() {
        var (at, hash, small) = (place, hash, small)
        while at < bytes.count, isPlainLetter(bytes[at]) {
            small &+= Int(bytes[at] >> 5 & 1)
            hash = Self.add(bytes[at] | 0x20, to: hash)
            at &+= 1
        }
        letters += at - place
        (place, self.hash, self.small) = (at, hash, small)
    }

    /// What is not shown, and how it ends.
    private enum Hidden {
        case none
        /// `<!-- … -->`
        case comment
        /// `[//]: # (…)` and the text of a picture: to the end of the line.
        case line
        /// An element: to the next closing tag.
        case element
    }

    private var hidden = Hidden.none
    /// A sentence, or a clause of its own, begins with the next word.
    private var beginsClause = true
    private var endsSentence = false
    /// What goes on longer is no sentence but a table or code.
    private static let longestSentence = 40

    /// Takes note of a sign between two words.
    private mutating func look(at letter: UInt8) {
        switch letter {
        case 0x0A:
            line += 1
            mark = 0
            // An empty line ends a sentence, a broken one does not.
            if beginsLine { (beginsClause, endsSentence) = (true, true) }
            beginsLine = true
            if hidden == .line { hidden = .none }
        case 0x2E, 0x3F:
            mark = 0
            let next = place + 1 < bytes.count ? bytes[place + 1] : 0x20
            if next <= 0x20 || next == 0x22 || next == 0x27 || next == 0x3C || next == 0x29 {
                (beginsClause, endsSentence) = (true, true)
            }
        case 0x3A, 0x3B, 0x22, 0x60, 0x2C, 0x2A, 0x3E, 0x29, 0x5D:
            if !(letter == 0x22 && mark == 0x7B) { mark = 0 }
            beginsClause = true
        case 0x3C:
            mark = letter
            beginsClause = true
            if stands("<!--") {
                hidden = .comment
                beginsLine = true
            } else if hidden == .element, stands("</") {
                hidden = .none
            } else if hidden == .none, opensUnseen() {
                hidden = .element
            }
        case 0x5B, 0x7B, 0x28, 0x23, 0x7C:
            mark = letter
            beginsClause = true
            if hidden == .none, stands("[//]: #") { hidden = .line }
            if letter == 0x28, hidden == .line { beginsLine = true }
        case 0x2D:
            if hidden == .comment, stands("-->") { hidden = .none }
            if stands("---") { mark = 0x3D } else if mark != 0x3C, mark != 0x3D { mark = 0 }
            if beginsLine || place > 0 && bytes[place - 1] == 0x2D { (beginsClause, endsSentence) = (true, true) }
        case 0x21:
            if mark != 0x3C { mark = 0 }
            (beginsClause, endsSentence) = (true, endsSentence || mark == 0)
            if hidden == .none, stands("![") { hidden = .line }
        case 0x2F:
            // A comment of code begins like a line; `</` is a tag as `<` is.
            if stands("//") || stands("/*") { (beginsLine, beginsClause) = (true, true) }
            if letter == 0x2F, place > 0, bytes[place - 1] == 0x3C { endsSentence = true }
            if mark != 0x3C { mark = 0 }
        case 0x20: break
        default: mark = 0
        }
    }

    private func isWhole(from start: Int) -> Bool {
        let before = start > 0 ? bytes[start - 1] : 0x20
        let next = place < bytes.count ? bytes[place] : 0x20
        let second = place + 1 < bytes.count ? bytes[place + 1] : 0x20
        switch before {
        // Digits and _ - . / : @ $ \ %
        case 0x30...0x3A, 0x5F, 0x2D...0x2F, 0x40, 0x24, 0x5C, 0x25: return false
        case 0x22, 0x27, 0x60: if next == before { return false }
        default: break
        }
        switch next {
        case 0x30...0x39, 0x5F, 0x28, 0x2D, 0x2F, 0x5C, 0x40, 0x3D: return false
        case 0x2E, 0x3A: return second <= 0x20 || second == 0x3C || second == 0x22
        default: return true
        }
    }

    private func stands(_ words: StaticString) -> Bool {
        guard place + words.utf8CodeUnitCount <= bytes.count else { return false }
        return (0..<words.utf8CodeUnitCount).allSatisfy { bytes[place + $0] == words.utf8Start[$0] }
    }

    /// Whether the tag that begins here says that its element is not shown.
    private func opensUnseen() -> Bool {
        guard place + 1 < bytes.count, isLetter(place + 1) else { return false }
        var end = place + 1
        while end < bytes.count, end - place < Self.longestTag, bytes[end] != 0x3E, bytes[end] != 0x0A { end += 1 }
        guard end < bytes.count, bytes[end] == 0x3E else { return false }
        let tag = place...end
        if holds("<hidden", tag) || holds("hidden>", tag) { return true }
        if holds("<img", tag) { return holds("alt=", tag) }
        return holds("style", tag) && Self.unseen.contains { holds($0, tag) }
    }

    /// In small letters, blanks of the tag left out.
    private func holds(_ words: StaticString, _ tag: ClosedRange<Int>) -> Bool {
        var start = tag.lowerBound
        while start <= tag.upperBound {
            var (at, matched) = (start, 0)
            while at <= tag.upperBound, matched < words.utf8CodeUnitCount {
                let byte = bytes[at]
                at += 1
                if byte == 0x20, matched > 0 { continue }
                guard byte == words.utf8Start[matched] || byte | 0x20 == words.utf8Start[matched] && 0x41...0x5A ~= byte
                else {
                    matched = -1
                    break
                }
                matched += 1
            }
            if matched == words.utf8CodeUnitCount { return true }
            start += 1
        }
        return false
    }

    private static let longestTag = 300
    private static let unseen: [StaticString] = [
        "display:none", "visibility:hidden", "font-size:0", "font-size:1px", "opacity:0", "color:white", "color:#fff",
    ]

    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    static func add(_ letter: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }

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
        // Signs that are laid over a letter count as little as those without width.
        case 0x200B...0x200F, 0x2060...0x2064, 0xFEFF, 0xAD, 0xFE00...0xFE0F, 0xE0000...0xE01EF, 0x300...0x36F:
            return (Self.nothing, length)
        case 0xC0...0x17F: return (Self.plain[Int(scalar) - 0xC0], length)
        case 0x2018, 0x2019, 0x2BC: return (0x27, length)
        case 0xFF21...0xFF3A: return (UInt8(scalar - 0xFF21) + 0x61, length)
        case 0xFF41...0xFF5A: return (UInt8(scalar - 0xFF41) + 0x61, length)
        // Mathematical letters come in alphabets of 52.
        case 0x1D400...0x1D6A3: return (UInt8((scalar - 0x1D400) % 26) + 0x61, length)
        default: return (Self.lookalikes[scalar] ?? 0x01, length)
        }
    }

    /// What letters with accents are without them, from U+00C0 on; 1 for what is no letter.
    private static let plain: [UInt8] = [UInt8](
        """
        aaaaaaaceeeeiiii.nooooo.ouuuuy.saaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiii\
        iiiiii..jjkk.llllll..llnnnnnn..noooooooorrrrrrsssssssstttt.tuuuuuuuuuuuuwwyyyzzzzzz.
        """.utf8
    ).map { $0 == UInt8(ascii: ".") ? 1 : $0 }

    /// Cyrillic and Greek letters in the shape of Latin ones.
    private static let lookalikes: [UInt32: UInt8] = Dictionary(
        uniqueKeysWithValues: zip(
            "аеорсухіјѕһԁԛԝАЕОРСХІТВМНКοαινρυ".unicodeScalars, "aeopcyxijshdqwaeopcxitbmhkoaivpu".utf8
        )
        .map { ($0.value, $1) })
}
