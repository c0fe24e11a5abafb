extension Lexicon {
    /// Kotlin language specification (1.9), Syntax and grammar, Lexical grammar.
    static let kotlin = Lexicon(
        words: [
            Word.all("as break continue do else import in is package return throw try typealias typeof val var where"),
            Word.all("if for when while catch", then: .head),
            Word.all("fun", then: .functionName),
            Word.all("class interface", then: .typeName),
            Word.all("this super", then: .operator),
            Word.all("true false null", .constant, then: .operator),
            Word.all("object", then: .typeName),
            // Soft keywords and modifiers
            Word.all("abstract actual annotation companion const crossinline data delegate enum", before: .name),
            Word.all("expect external final infix inline inner internal lateinit noinline open", before: .name),
            Word.all("operator out override private protected public reified sealed suspend", before: .name),
            Word.all("tailrec value vararg", before: .name),
            Word.all("by", before: [.name, .brace], joins: true),
            Word.all("constructor init get set finally", before: [.brace, .parenthesis]),
        ],
        comments: [
            .line("//"), .block("/*", "*/").with { $0.nests = true }, .line("#!").with { $0.isFirstOnLine = true },
        ],
        strings: [
            StringForm("\"", times: 3).with {
                ($0.escape, $0.endsLate, $0.holes) = (0, true, [.dollarBraces, .names])
            },
            StringForm("\"").with { $0.holes = [.dollarBraces, .names] },
            StringForm("'"),
        ],
        operators: """
            + - * / % ++ -- && || ! !! < > <= >= == != === !== ? ?: ?. = += -= *= /= %= -> => .. ..< :: @
            """,
        accessors: "?. ::", openers: "->",
        traits: [
            .backtickedNames, .attributes, .wordsAreMembers, .leadingDot, .postfixMarks, .bracesHoldStatements,
        ])
}
