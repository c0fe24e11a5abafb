/// What a word of the language is and lets follow.
struct Word: Sendable {
    let kind: TokenKind
    let next: Expected
    /// Nothing for a reserved word; else it is one only where one of these follows, and a plain name elsewhere.
    let followers: Followers
    /// Between two operands: it does not make a keyword of the word before it (`set of sets`, `type in names`).
    let joins: Bool

    var isReserved: Bool { followers.isEmpty }

    /// Words of one sort, as a table writes them.
    struct Group: Sendable {
        let words: String
        let word: Word
    }

    /// - Parameter words: with white space between.
    static func all(
        _ words: String, _ kind: TokenKind = .keyword, then next: Expected = .operand, before followers: Followers = [],
        joins: Bool = false
    ) -> Group {
        Group(words: words, word: Word(kind: kind, next: next, followers: followers, joins: joins))
    }
}
