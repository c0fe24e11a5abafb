/// The table of one language: all that the lexer knows of it. A language is one file in `Languages` and one line in
/// `Lexicon+Named.swift`.
///
///     Lexicon.named("go")?.tokens(in: "x := 1")
package final class Lexicon: Sendable {
    let words: Words
    let comments: [CommentForm]
    let strings: [StringForm]
    let operators: Operators
    let traits: Traits
    /// What makes a name a prefix of the string right behind it, in lower case; and to which group it belongs.
    let prefixes: [(name: Mark, group: UInt8)]
    let longestPrefix: Int
    /// A string may stand between hashes, without a prefix and with one.
    let hasHashes: Bool
    let hasPrefixedHashes: Bool
    let roles: [ByteRole]

    /// - Parameters:
    ///   - comments: the first that fits is taken, so `///` stands before `//` where both are named.
    ///   - strings: likewise, so `"""` stands before `"`.
    ///   - operators: with blanks between. Brackets, separators, dot and colon need not be named.
    ///   - accessors: those of the operators that a member follows.
    ///   - openers: those that a statement follows.
    init(
        words: [Word.Group], comments: [CommentForm], strings: [StringForm], operators: String,
        accessors: String = "", openers: String = "", prefixes: [(name: Mark, group: UInt8)] = [], traits: Traits = []
    ) {
        self.words = Words(words, isCaseless: traits.contains(.caseless))
        self.comments = comments
        self.strings = strings
        self.operators = Operators(operators, accessors: accessors, openers: openers)
        self.prefixes = prefixes
        longestPrefix = prefixes.map(\.name.count).max() ?? 0
        self.traits = traits
        var roles = (0...255).map { ByteRole.ofASCII(UInt8($0)) }
        for comment in comments { roles[Int(comment.open.first)] = .starter }
        for string in strings where string.prefixes == 0 && !string.isInTags {
            roles[Int(string.open.first)] = .starter
        }
        hasHashes = strings.contains { $0.mayHaveHashes && $0.prefixes == 0 }
        hasPrefixedHashes = strings.contains { $0.mayHaveHashes && $0.prefixes > 0 }
        if hasHashes { roles[Int(UInt8(ascii: "#"))] = .starter }
        if traits.contains(.regexes) { roles[Int(UInt8(ascii: "/"))] = .starter }
        if traits.contains(.dollarInNames) { roles[Int(UInt8(ascii: "$"))] = .name }
        self.roles = roles
    }
}
