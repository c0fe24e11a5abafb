extension Lexicon {
    /// ECMAScript 2025, 12 Lexical Grammar, and JSX.
    static let javaScript = Lexicon(
        words: ecmaWords, comments: ecmaComments, strings: ecmaStrings, operators: ecmaOperators,
        accessors: "?.", openers: "=>", traits: ecmaTraits)

    static let ecmaWords: [Word.Group] = [
        Word.all("await break case const continue debugger delete export import let new return throw typeof var void"),
        Word.all("yield"),
        Word.all("in instanceof", joins: true),
        Word.all("default do else finally try", then: .statement),
        Word.all("if while for with switch catch", then: .head),
        Word.all("function", then: .functionName),
        Word.all("class", then: .typeName),
        Word.all("extends"),
        Word.all("this super", then: .operator),
        Word.all("true false null undefined NaN Infinity", .constant, then: .operator),
        Word.all("async", before: .operand),
        Word.all("accessor from get set static using", before: [.name, .string, .brace, .bracket, .prefix]),
        Word.all("as of", before: .operand, joins: true),
    ]

    static let ecmaComments: [CommentForm] = [
        .line("//"), .block("/*", "*/"), .line("#!").with { $0.isFirstOnLine = true },
    ]

    static let ecmaStrings: [StringForm] = [
        StringForm("\"").with { $0.isContinued = true },
        StringForm("'").with { $0.isContinued = true },
        StringForm("`").with { ($0.isMultiline, $0.holes) = (true, .dollarBraces) },
        StringForm("\"").with { ($0.isMultiline, $0.escape, $0.isInTags) = (true, 0, true) },
        StringForm("'").with { ($0.isMultiline, $0.escape, $0.isInTags) = (true, 0, true) },
    ]

    static let ecmaOperators = """
        + - * ** / % ++ -- << >> >>> & | ^ ~ ! && || ?? ? ?. < > <= >= == != === !== = += -= *= **= /= %= <<= >>= >>>=
        &= |= ^= &&= ||= ??= => ...
        """

    static let ecmaTraits: Traits = [
        .dollarInNames, .attributes, .privateNames, .wordsAreMembers, .wordsAreLabels, .trailingDot, .leadingDot,
        .regexes, .markup,
    ]
}
