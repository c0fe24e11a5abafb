extension Lexicon {
    /// POSIX.1-2024, Shell Command Language, and what bash and zsh add.
    static let shell = Lexicon(
        words: [
            Word.all("do elif else if then time until while coproc", then: .statement, before: .statement),
            Word.all("case for select", then: .operand, before: .statement),
            Word.all("function", then: .functionName, before: .statement),
            Word.all("done esac fi", then: .operator, before: .statement),
            Word.all("alias break continue declare eval exec exit export local", then: .operand, before: .statement),
            Word.all("readonly return set shift source trap typeset unset", then: .operand, before: .statement),
            Word.all("in", before: [.name, .string, .brace, .prefix, .parenthesis, .end], joins: true),
        ],
        comments: [.line("#").with { $0.standsApart = true }],
        strings: shellStrings,
        operators: shellOperators,
        openers: "&& || | & ; ;; ;& ;;& ! |&",
        traits: shellTraits)

    static let shellStrings: [StringForm] = {
        let lines = StringForm("<<", "\"").with { ($0.shape, $0.isMultiline, $0.holes) = (.lines, true, .shell) }
        return [
            StringForm("\"").with { ($0.isMultiline, $0.holes) = (true, .shell) },
            StringForm("'").with { ($0.isMultiline, $0.escape) = (true, 0) },
            StringForm("$'", "'").with { $0.isMultiline = true },
            StringForm("$\"", "\"").with { ($0.isMultiline, $0.holes) = (true, .shell) },
            lines, lines.with { ($0.holes, $0.escape) = ([], 0) },
        ]
    }()

    static let shellOperators = """
        & && | || ; ;; ;& ;;& |& ! = == != =~ += -= *= /= < > << >> <<< <<- <<= >>= <& >& &> &>> >| + - * / % ^ , ~ @ # $ ? : .
        """

    static let shellTraits: Traits = [
        .variables, .dashesInNames, .options, .linesEndStatements, .commands, .readsLikeProse,
    ]
}
