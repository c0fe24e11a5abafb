/// The beginning of a word, found by way of the words that begin so.
///
/// FTS5 gathers and merges the texts of them all before it tells the first: 12 MB and a third of a second for "the" among
/// a million generations. Here its vocabulary names the words, and each is asked for by itself.
struct WordBeginning: Equatable {
    /// Of small letters and digits of ASCII, which FTS5 keeps as they are.
    let letters: String

    /// - Returns: `nil` where it is for FTS5 to say which words are meant: a phrase, or letters that it folds.
    init?(_ word: FilterWord) {
        guard word.isPrefix, !word.text.isEmpty else { return nil }
        let letters = word.text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        guard letters.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }) else { return nil }
        self.letters = String(decoding: letters, as: UTF8.self)
    }

    /// - Parameter match: as `match` writes it.
    init?(match: String) {
        guard match.hasPrefix("\""), match.hasSuffix("\"*"), match.utf8.count > 3 else { return nil }
        self.init(FilterWord(text: String(match.dropFirst().dropLast(2)), isPrefix: true))
    }

    var match: String { "\"\(letters)\"*" }

    /// Comes behind every word that begins so.
    var end: String {
        let last = letters.unicodeScalars.last.map { $0.value + 1 }
        return letters.dropLast() + String(last.flatMap(Unicode.Scalar.init) ?? "\u{7F}")
    }

    /// The words of the search with the texts that they stand in, of each connection.
    static let vocabulary =
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_word USING fts5vocab ('main', 'search', 'row')"
}
