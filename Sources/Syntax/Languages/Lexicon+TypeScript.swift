extension Lexicon {
    /// TypeScript 5, on top of ECMAScript: type words, parameters in angle brackets, `x!`.
    static let typeScript = Lexicon(
        words: ecmaWords + [
            Word.all("enum interface module namespace", then: .typeName, before: [.name, .string, .brace]),
            Word.all("type", then: .typeName, before: [.name, .brace, .prefix]),
            Word.all("implements"),
            Word.all(
                "abstract asserts declare infer out override private protected public readonly unique",
                before: [.name, .bracket]),
            Word.all("keyof", before: .operand),
            Word.all("is satisfies", before: .operand, joins: true),
            Word.all("any bigint boolean never number object string symbol unknown", .type, then: .operator),
        ],
        comments: ecmaComments, strings: ecmaStrings, operators: ecmaOperators, accessors: "?.",
        openers: "=>",
        traits: ecmaTraits.union([.angleBrackets, .postfixMarks]))
}
