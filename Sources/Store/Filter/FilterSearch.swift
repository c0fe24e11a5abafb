/// Words that must stand in the same text, as FTS5 takes them.
struct FilterSearch {
    /// `"refund" AND ("retry" OR "again"*)`: each word in quotes, so that nothing of it is syntax.
    let match: String
    /// The same with whole words in place of beginnings; `nil` where it has none.
    let whole: String?
    /// The same in parts that all must hold: what FTS5 is to find at once, and each beginning of a word by itself.
    let parts: [String]
    let isOfPromptsAlone: Bool

    init(all tests: [FilterTest], field: FilterField) {
        let words = tests.map { test in
            test.predicates.compactMap { predicate in
                if case .word(let word) = predicate { word } else { nil }
            }
        }
        match = Self.match(words) { $0.match }
        whole = words.contains { $0.contains(where: \.isPrefix) } ? Self.match(words) { $0.quoted } : nil
        let beginnings = words.compactMap { $0.count == 1 ? WordBeginning($0[0]) : nil }
        let others = words.filter { $0.count != 1 || WordBeginning($0[0]) == nil }
        parts = (others.isEmpty ? [] : [Self.match(others) { $0.match }]) + beginnings.map(\.match)
        isOfPromptsAlone = field == .prompt
    }

    private static func match(_ tests: [[FilterWord]], _ text: (FilterWord) -> String) -> String {
        tests.map { words in
            words.count == 1 ? text(words[0]) : "(" + words.map(text).joined(separator: " OR ") + ")"
        }.joined(separator: " AND ")
    }
}

extension FilterSearch {
    /// Words side by side are one search: they must stand in the same text.
    static func searches(in parts: [FilterExpression]) -> [FilterSearch] {
        [FilterField.words, .prompt].compactMap { field in
            let tests = parts.compactMap { part -> FilterTest? in
                guard case .test(let test) = part, test.field == field else { return nil }
                return test
            }
            return tests.isEmpty ? nil : FilterSearch(all: tests, field: field)
        }
    }
}

extension FilterExpression {
    /// The field of a test that searches words.
    var searchedField: FilterField? {
        guard case .test(let test) = self, test.field == .words || test.field == .prompt else { return nil }
        return test.field
    }
}

extension FilterWord {
    fileprivate var match: String { quoted + (isPrefix ? "*" : "") }

    fileprivate var quoted: String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            quoted += scalar == "\"" ? "\"\"" : String(scalar)
        }
        return quoted + "\""
    }
}
