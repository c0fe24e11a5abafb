extension Lexicon {
    /// Swift 6.2, The Swift Programming Language, Lexical Structure.
    ///
    /// Operators that a library defines are cut at those named here.
    static let swift = Lexicon(
        words: [
            Word.all("associatedtype class enum extension protocol struct typealias actor", then: .typeName),
            Word.all("func macro", then: .functionName),
            Word.all("init deinit subscript operator precedencegroup import let var", then: .operand),
            Word.all("break case catch continue defer fallthrough for guard if in repeat return switch throw"),
            Word.all("where while as is try await throws rethrows inout"),
            Word.all("default do else", then: .statement),
            Word.all("fileprivate internal private public static"),
            Word.all("self super", then: .operator),
            Word.all("Any Self", .type, then: .operator),
            Word.all("true false nil", .constant, then: .operator),
            Word.all(
                "any borrowing consume consuming copy discard each isolated sending some",
                before: [.name, .parenthesis]),
            Word.all("async", before: [.name, .brace, .prefix]),
            Word.all(
                "convenience dynamic final indirect infix lazy mutating nonisolated nonmutating open optional",
                before: .name),
            Word.all("override package postfix prefix required unowned weak yield", before: .name),
            Word.all("didSet get set then willSet", then: .statement, before: [.name, .brace, .closingBrace]),
        ],
        comments: [.line("//"), .block("/*", "*/").with { $0.nests = true }],
        strings: [
            StringForm("\"", times: 3).with { ($0.holes, $0.mayHaveHashes) = (.escapedParentheses, true) },
            StringForm("\"").with { ($0.holes, $0.mayHaveHashes) = (.escapedParentheses, true) },
        ],
        operators: """
            + - * / % = += -= *= /= %= == != === !== ~= < > <= >= && || ! & | ^ ~ << >> &= |= ^= <<= >>= ?? ? -> ... ..<
            &+ &- &* &<< &>> &+= &-= &*= &<<= &>>= .== .!= .< .> .<= .>= .& .| .^ \\
            """,
        traits: [
            .dollarInNames, .backtickedNames, .attributes, .directives, .wordsAreMembers, .wordsAreLabels, .regexes,
            .noBlankBeginsRegex, .regexesInHashes, .postfixMarks, .bracesHoldStatements,
        ])
}
