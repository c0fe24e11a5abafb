/// Words as they are compared: without case and the accents of Latin letters, and cut to what their forms share.
///
///     AskedWords.tokens("Retries, in Café")   // retries, in, cafe with their places
///     AskedWords.stem("retries")              // retr, as of "retry" and "retrying"
enum AskedWords {
    struct Token: Equatable {
        var text: String
        var range: Range<String.Index>
    }

    /// Letters and digits that stand together, as FTS5's "unicode61" takes them.
    static func tokens(_ text: String, limit: Int = .max) -> [Token] {
        var tokens: [Token] = []
        var word = ""
        var start = text.startIndex
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex, tokens.count < limit {
            let scalar = scalars[index]
            if isOfWord(scalar) {
                if word.isEmpty { start = index }
                append(scalar, to: &word)
            } else if !word.isEmpty {
                tokens.append(Token(text: word, range: start..<index))
                word = ""
            }
            index = scalars.index(after: index)
        }
        if !word.isEmpty, tokens.count < limit { tokens.append(Token(text: word, range: start..<index)) }
        return tokens
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse, .nonspacingMark, .spacingMark:
            return true
        default: return false
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to word: inout String) {
        if scalar.isASCII {
            word.unicodeScalars.append(
                ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar)
        } else if scalar.properties.generalCategory != .nonspacingMark {
            let lower = scalar.properties.lowercaseMapping
            word += lower.unicodeScalars.first.flatMap { bases[$0] } ?? lower
        }
    }

    private static let bases: [Unicode.Scalar: String] = {
        var bases: [Unicode.Scalar: String] = [:]
        for (base, letters) in [
            ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("i", "ìíîïĩīĭį"),
            ("l", "ĺļľł"), ("n", "ñńņň"), ("o", "òóôõöøōŏő"), ("r", "ŕŗř"), ("s", "śŝşš"), ("t", "ţť"),
            ("u", "ùúûüũūŭůűų"), ("y", "ýÿŷ"), ("z", "źżž"),
        ] {
            for letter in letters.unicodeScalars { bases[letter] = base }
        }
        return bases
    }()

    /// What the forms of an English word begin with: never shorter than three letters, and of a short word all of it.
    static func stem(_ word: String) -> String {
        guard word.utf8.count > 3, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
        var stem = Substring(word)
        if !cut("ies", from: &stem, least: 3), !cut("sses", from: &stem, least: 3, keeping: 2),
            !["xes", "zes", "ches", "shes"].contains(where: {
                cut($0, from: &stem, least: 4, keeping: $0.utf8.count - 2)
            }),
            !["ss", "us", "is"].contains(where: stem.hasSuffix)
        {
            _ = cut("s", from: &stem, least: 3)
        }
        if cut("ing", from: &stem, least: 3) || cut("ed", from: &stem, least: 3) {
            // "running", "stopped"; not "calling", "passed".
            let ends = Array(stem.utf8.suffix(2))
            if stem.utf8.count > 3, ends.count == 2, ends[0] == ends[1], !"lsz".utf8.contains(ends[0]) {
                stem.removeLast()
            }
        } else if stem.hasSuffix("tion") {
            _ = cut("ion", from: &stem, least: 5)
        }
        if !cut("e", from: &stem, least: 3) { _ = cut("y", from: &stem, least: 3) }
        return String(stem)
    }

    @discardableResult
    private static func cut(_ ending: String, from word: inout Substring, least: Int, keeping kept: Int = 0) -> Bool {
        guard word.hasSuffix(ending), word.utf8.count - ending.utf8.count + kept >= least else { return false }
        word.removeLast(ending.utf8.count - kept)
        return true
    }

    /// Words that stand in any question and tell nothing of it.
    static let common: Set<String> = [
        "a", "about", "after", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "been", "before",
        "but",
        "by", "can", "could", "did", "do", "does", "doing", "done", "for", "from", "get", "give", "go", "got", "had",
        "has",
        "have", "he", "help", "her", "here", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just",
        "let",
        "like", "make", "may", "me", "might", "more", "must", "my", "need", "no", "not", "now", "of", "on", "one", "or",
        "our", "out", "please", "s", "same", "she", "should", "so", "some", "such", "t", "than", "that", "the", "their",
        "them", "then", "there", "these", "they", "this", "those", "to", "too", "up", "us", "use", "using", "want",
        "was",
        "we", "were", "what", "when", "where", "which", "while", "who", "why", "will", "with", "would", "you", "your",
    ]
}
