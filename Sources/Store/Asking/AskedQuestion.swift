/// What somebody wants to know, as the words to look for.
package struct AskedQuestion: Equatable, Sendable {
    struct Term: Equatable, Sendable {
        var word: String
        /// What its other forms begin with.
        var stem: String

        /// As FTS5 takes it: in quotes, so that nothing of it is syntax; all that begins so, unless the word is short.
        var match: String {
            let isShort = word.utf8.allSatisfy { $0 < 0x80 } ? word.utf8.count < 4 : stem.unicodeScalars.count < 2
            return isShort ? "\"\(word)\"" : "\"\(stem)\"*"
        }

        /// 1 for a form of the word, less for a word that only begins like it, 0 for others.
        func fits(_ token: String) -> Double {
            if token == word { return 1 }
            guard token.hasPrefix(stem) else { return 0 }
            if AskedWords.stem(token) == stem { return 0.9 }
            // What has no blanks between its words is found by how it begins.
            return stem.utf8.count > 3 ? 0.3 : 0
        }
    }

    let terms: [Term]

    /// Beyond so many words a question is a text, and its first words have to do.
    private static let limit = 16

    /// - Parameter text: a question as a person types it; common words count only where there are no others.
    package init(_ text: String) {
        let words = AskedWords.tokens(text, limit: 200).map(\.text)
        let telling = words.filter { !AskedWords.common.contains($0) }
        var terms: [Term] = []
        for word in telling.isEmpty ? words : telling {
            let term = Term(word: word, stem: AskedWords.stem(word))
            if !terms.contains(where: { $0.stem == term.stem }), terms.count < Self.limit { terms.append(term) }
        }
        self.terms = terms
    }

    /// Whether there is nothing to look for.
    package var isEmpty: Bool { terms.isEmpty }
    /// The words that are looked for.
    package var words: [String] { terms.map(\.word) }
}
