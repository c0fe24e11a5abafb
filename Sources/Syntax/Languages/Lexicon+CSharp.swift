extension Lexicon {
    /// The C# language specification (C# 13), 6. Lexical structure.
    static let cSharp = Lexicon(
        words: [
            Word.all("abstract as base break case checked const continue default delegate do else event explicit"),
            Word.all("extern finally fixed goto implicit in internal is namespace new operator out override params"),
            Word.all("private protected public readonly ref return sealed sizeof stackalloc static throw try typeof"),
            Word.all("unchecked unsafe using virtual volatile"),
            Word.all("catch for foreach if lock switch while", then: .head),
            Word.all("class enum interface struct", then: .typeName),
            Word.all("this", then: .operator),
            Word.all("true false null", .constant, then: .operator),
            Word.all(
                """
                bool byte char decimal double float int long nint nuint object sbyte short string uint ulong ushort
                void
                """, .type, then: .operator),
            // 6.4.4, contextual keywords
            Word.all("async await file global partial required scoped unmanaged", before: .name),
            Word.all("record", then: .typeName, before: .name),
            Word.all("and or not when", before: [.name, .string, .parenthesis]),
            Word.all("ascending by descending equals from group into join let on orderby select", before: .name),
            Word.all("where with yield var dynamic", before: [.name, .brace]),
            Word.all("add get init remove set", before: [.brace, .end]),
            Word.all("nameof", then: .operator),
        ],
        comments: [.line("//"), .block("/*", "*/")],
        strings: cSharpStrings,
        operators: """
            + - * / % ++ -- & | ^ ~ ! << >> >>> && || < > <= >= == != ? ?? ?. = += -= *= /= %= &= |= ^= <<= >>= >>>=
            ??= => -> :: .. @ $
            """,
        accessors: "?. -> ::", openers: "=>",
        traits: [
            .preprocessor, .namesAtSigns, .wordsAreMembers, .leadingDot, .postfixMarks, .typesBeforeNames,
            .capitalsAreCalled,
        ])

    private static let cSharpStrings: [StringForm] = {
        let verbatim = StringForm("@\"", "\"").with { ($0.isMultiline, $0.escape, $0.isDoubled) = (true, 0, true) }
        // "Raw string literals": as many quotes at the end, as many braces around a hole as dollars.
        let raw = StringForm("\"", times: 3).with { ($0.escape, $0.countsQuotes) = (0, true) }
        let opens: [(Mark, UInt8)] = [("$$$\"\"\"", 3), ("$$\"\"\"", 2), ("$\"\"\"", 1)]
        let holed = opens.map { open, width in
            StringForm(open, "\"", times: 3).with {
                ($0.isMultiline, $0.escape, $0.countsQuotes, $0.holes, $0.holeWidth) = (true, 0, true, .braces, width)
            }
        }
        return holed + [
            raw, verbatim,
            StringForm("$@\"", "\"").with {
                ($0.isMultiline, $0.escape, $0.isDoubled, $0.holes) = (true, 0, true, .braces)
            },
            StringForm("@$\"", "\"").with {
                ($0.isMultiline, $0.escape, $0.isDoubled, $0.holes) = (true, 0, true, .braces)
            },
            StringForm("$\"", "\"").with { $0.holes = .braces },
            StringForm("\""), StringForm("'"),
        ]
    }()
}
