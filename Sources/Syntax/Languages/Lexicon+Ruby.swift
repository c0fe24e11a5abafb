extension Lexicon {
    /// Ruby 3.4, doc/syntax.
    static let ruby = Lexicon(
        words: [
            Word.all("BEGIN END alias begin break case do else ensure next redo rescue retry return then undef yield"),
            Word.all("if unless until when while for elsif defined?"),
            Word.all("and in not or", joins: true),
            Word.all("def", then: .functionName),
            Word.all("class module", then: .typeName),
            Word.all("end self super", then: .operator),
            Word.all("__FILE__ __LINE__ __dir__ __method__ false nil true", .constant, then: .operator),
            Word.all("attr_accessor attr_reader attr_writer extend include prepend private protected public"),
            Word.all("raise require require_relative"),
        ],
        comments: [
            .line("#"), .block("=begin", "=end").with { $0.isWholeLines = true },
            .block("__END__", "__END__").with { ($0.isWholeLines, $0.isEndless) = (true, true) },
        ],
        strings: rubyStrings,
        operators: """
            + - * ** / % & | ^ ~ ! && || << >> < > <= >= <=> == === != =~ !~ ? = += -= *= **= /= %= &= |= ^= &&= ||= <<=
            >>= .. ... -> => &. ::
            """,
        accessors: "&. ::",
        traits: [
            .dollarInNames, .namesAtSigns, .symbols, .markedNames, .wordsAreMembers, .wordsAreLabels, .regexes,
            .callsWithoutParentheses, .linesEndStatements, .typesBeforeNames,
        ])

    private static let rubyStrings: [StringForm] = {
        let lines = StringForm("<<", "\"").with { ($0.shape, $0.isMultiline, $0.holes) = (.lines, true, .hashBraces) }
        let percent = StringForm("%", "\"").with { ($0.shape, $0.isMultiline) = (.percent, true) }
        return [
            StringForm("\"").with { ($0.isMultiline, $0.holes) = (true, .hashBraces) },
            StringForm("'").with { $0.isMultiline = true },
            StringForm("`").with { ($0.isMultiline, $0.holes) = (true, .hashBraces) },
            lines, lines.with { ($0.holes, $0.escape) = ([], 0) },
            percent.with { ($0.letters, $0.holes) = (" QWIx", .hashBraces) },
            percent.with { $0.letters = "qwis" },
            percent.with { ($0.letters, $0.holes, $0.kind) = ("r", .hashBraces, .regex) },
        ]
    }()
}
