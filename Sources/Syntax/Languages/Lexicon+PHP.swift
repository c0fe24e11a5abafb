extension Lexicon {
    /// PHP 8.4, Language Reference.
    static let php = Lexicon(
        words: [
            Word.all(
                "abstract and as break callable case clone const continue declare default do echo else enddeclare"),
            Word.all("endfor endforeach endif endswitch endwhile extends final finally global goto implements include"),
            Word.all("include_once insteadof instanceof namespace new or print private protected public readonly"),
            Word.all("require require_once return static throw try use var xor yield"),
            Word.all("array die empty eval exit isset list unset parent self $this", then: .operator),
            Word.all("catch elseif for foreach if match switch while", then: .head),
            Word.all("function fn", then: .functionName),
            Word.all("class interface trait", then: .typeName),
            Word.all("enum", then: .typeName, before: .name),
            Word.all("false null true FALSE NULL TRUE", .constant, then: .operator),
            Word.all("bool float int iterable mixed never object string void", .type, then: .operator),
        ],
        comments: [
            .line("//").with { $0.until = "?>" },
            .line("#").with { ($0.until, $0.except) = ("?>", UInt8(ascii: "[")) },
            .block("/*", "*/"),
        ],
        strings: phpStrings,
        operators: """
            + - * ** / % . ++ -- & | ^ ~ ! << >> && || < > <= >= <=> == === != !== <> ? ?: ?? ?-> -> => :: ... = += -= *=
            **= /= .= %= &= |= ^= <<= >>= ??= @ $ \\ |>
            """,
        accessors: "-> ?-> ::",
        traits: [
            .dollarInNames, .bracketedAttributes, .templates, .wordsAreMembers, .trailingDot, .leadingDot,
            .typesBeforeNames,
        ])

    private static let phpStrings: [StringForm] = {
        let holes: Holes = [.dollarBraces, .bracesBeforeDollar, .names]
        let lines = StringForm("<<<", "\"").with { ($0.shape, $0.isMultiline, $0.holes) = (.lines, true, holes) }
        return [
            StringForm("\"").with { ($0.isMultiline, $0.holes) = (true, holes) },
            StringForm("'").with { $0.isMultiline = true },
            StringForm("`").with { ($0.isMultiline, $0.holes) = (true, holes) },
            lines, lines.with { ($0.holes, $0.escape) = ([], 0) },
        ]
    }()
}
