extension Lexicon {
    /// Python 3.14, The Python Language Reference, 2. Lexical analysis.
    static let python = Lexicon(
        words: [
            Word.all("as assert async await break continue del elif else except finally for from global if import"),
            Word.all("lambda nonlocal not pass raise return try while with yield"),
            Word.all("and in is or", joins: true),
            Word.all("def", then: .functionName),
            Word.all("class", then: .typeName),
            Word.all("None True False Ellipsis NotImplemented", .constant, then: .operator),
            // 2.3.2, soft keywords
            Word.all("case match type", before: [.operand, .leadingLine]),
        ],
        comments: [.line("#")],
        strings: pythonStrings,
        operators: """
            + - * ** / // % @ << >> & | ^ ~ := < > <= >= == != <> -> += -= *= /= //= %= @= &= |= ^= >>= <<= **= = ! ...
            """,
        prefixes: [
            ("r", 0), ("u", 0), ("b", 0), ("br", 0), ("rb", 0),
            ("f", 1), ("t", 1), ("fr", 2), ("rf", 2), ("tr", 2), ("rt", 2),
        ],
        traits: [.decorators, .trailingDot, .leadingDot])

    /// A backslash keeps a quote from closing in raw strings too (2.4.1.3), so prefixes without `f` change nothing.
    private static let pythonStrings: [StringForm] = [
        StringForm("\"", times: 3), StringForm("'", times: 3), StringForm("\""), StringForm("'"),
    ].flatMap { form in
        let plain = form.with { $0.isContinued = true }
        let formatted = plain.with { ($0.prefixes, $0.holes, $0.namesCharacters) = (1, .braces, true) }
        let raw = plain.with { ($0.prefixes, $0.holes) = (2, .braces) }
        return [plain, formatted, raw]
    }
}
