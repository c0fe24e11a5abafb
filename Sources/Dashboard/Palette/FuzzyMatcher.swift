/// Tells how well texts fit a few typed letters: the text itself, its beginning, beginnings of its words, its letters in
/// that order; the case of ASCII letters does not matter, and blanks between the typed letters mean nothing.
package struct FuzzyMatcher: Sendable {
    private let query: [UInt8]

    package init(_ query: String) {
        self.query = query.utf8.filter { $0 != UInt8(ascii: " ") }.map(Self.folded)
    }

    package var isEmpty: Bool { query.isEmpty }

    private enum Rank {
        static let exact = 4_000_000
        static let prefix = 3_000_000
        static let words = 2_000_000
        static let letters = 1_000_000
    }

    /// More for a better fit, and of equal fits for a shorter text; `nil` for none.
    package func score(_ text: String) -> Int? {
        var text = text
        return text.withUTF8 { score($0) }
    }

    private func score(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        // A text longer than any line counts as far as a line goes.
        let text = UnsafeBufferPointer(rebasing: text.prefix(1000))
        let cost = text.count
        guard !query.isEmpty else { return -cost }
        guard let spread = spread(in: text) else { return nil }
        if starts(text, at: 0, from: 0) == query.count {
            return (isLetters(text, count: query.count) ? Rank.exact : Rank.prefix) - cost
        }
        var steps = 64
        if followsWords(text, from: 0, query: 0, &steps) { return Rank.words - cost }
        return Rank.letters - spread * 1000 - cost
    }

    /// How many bytes lie between the first letter and the last, beside the letters themselves, where the text holds them
    /// all in order.
    private func spread(in text: UnsafeBufferPointer<UInt8>) -> Int? {
        var place = 0
        for letter in query {
            while place < text.count, Self.folded(text[place]) != letter { place += 1 }
            guard place < text.count else { return nil }
            place += 1
        }
        // Back from there to the last place at which it can begin.
        var start = place
        for letter in query.reversed() {
            start -= 1
            while Self.folded(text[start]) != letter { start -= 1 }
        }
        return place - start - query.count
    }

    /// Whether the text has no letters but these, from its start.
    private func isLetters(_ text: UnsafeBufferPointer<UInt8>, count: Int) -> Bool {
        text.count { $0 != UInt8(ascii: " ") } == count
    }

    /// How many letters of the query, from one on, stand in the text from a place on; blanks of the text do not count.
    private func starts(_ text: UnsafeBufferPointer<UInt8>, at place: Int, from letter: Int) -> Int {
        var place = place
        var letter = letter
        while letter < query.count, place < text.count {
            if text[place] == UInt8(ascii: " "), query[letter] != text[place] {
                place += 1
                continue
            }
            guard Self.folded(text[place]) == query[letter] else { break }
            place += 1
            letter += 1
        }
        return letter
    }

    /// Whether the rest of the query is made of beginnings of words.
    private func followsWords(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, query letter: Int, _ steps: inout Int
    ) -> Bool {
        guard letter < query.count else { return true }
        var place = start
        while place < text.count {
            if Self.folded(text[place]) == query[letter], beginsWord(text, place) {
                var length = 1
                while letter + length < query.count, place + length < text.count,
                    Self.folded(text[place + length]) == query[letter + length]
                {
                    length += 1
                }
                // The longest piece first; a shorter one may leave letters that the next word begins with.
                while length > 0 {
                    guard steps > 0 else { return false }
                    steps -= 1
                    if followsWords(text, from: place + length, query: letter + length, &steps) { return true }
                    length -= 1
                }
            }
            place += 1
        }
        return false
    }

    private func beginsWord(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        guard place > 0 else { return true }
        let before = text[place - 1]
        return !Self.isWord(before) || Self.isSmall(before) && Self.isCapital(text[place])
    }

    private static func folded(_ byte: UInt8) -> UInt8 { isCapital(byte) ? byte | 0x20 : byte }
    private static func isCapital(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }
    private static func isSmall(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }
    private static func isWord(_ byte: UInt8) -> Bool {
        isCapital(byte) || isSmall(byte) || byte >= 0x80 || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
}
