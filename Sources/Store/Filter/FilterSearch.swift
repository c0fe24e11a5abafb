/// Words that must stand in the same text, as FTS5 takes them.
struct FilterSearch {
    /// `"refund" AND ("retry" OR "again"*)`: each word in quotes, so that nothing of it is syntax.
    let match: String
    let isOfPromptsAlone: Bool

    init(all tests: [FilterTest], field: FilterField) {
        match = tests.map { test in
            let words = test.predicates.compactMap { predicate -> String? in
                guard case .word(let word) = predicate else { return nil }
                return word.match
            }
            return words.count == 1 ? words[0] : "(" + words.joined(separator: " OR ") + ")"
        }.joined(separator: " AND ")
        isOfPromptsAlone = field == .prompt
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
    fileprivate var match: String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            quoted += scalar == "\"" ? "\"\"" : String(scalar)
        }
        return quoted + (isPrefix ? "\"*" : "\"")
    }
}
