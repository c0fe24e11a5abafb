extension Lexicon {
    /// The Rust Reference (edition 2024), Lexical structure.
    static let rust = Lexicon(
        words: [
            Word.all("as async await break const continue dyn else extern for if impl in let loop match mod move mut"),
            Word.all("pub ref return static unsafe use where while yield box"),
            Word.all("fn", then: .functionName),
            Word.all("enum struct trait type", then: .typeName),
            Word.all("self super crate", then: .operator),
            Word.all("Self", .type, then: .operator),
            Word.all("true false", .constant, then: .operator),
            Word.all(
                """
                bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize
                """, .type, then: .operator),
            Word.all("union", then: .typeName, before: .name),
            Word.all("macro_rules", then: .operator),
        ],
        comments: [.line("//"), .block("/*", "*/").with { $0.nests = true }],
        strings: [
            StringForm("\"").with { $0.isMultiline = true },
            StringForm("'").with { $0.shape = .character },
            StringForm("'").with { $0.prefixes = 1 },
            StringForm("\"").with { ($0.prefixes, $0.isMultiline) = (1, true) },
            StringForm("\"").with {
                ($0.prefixes, $0.isMultiline, $0.escape, $0.mayHaveHashes) = (2, true, 0, true)
            },
        ],
        operators: """
            + - * / % & | ^ ~ ! << >> && || < > <= >= == != = += -= *= /= %= &= |= ^= <<= >>= -> => :: .. ... ..= @ # $ ?
            """,
        accessors: "::", openers: "=>",
        prefixes: [("b", 1), ("c", 1), ("r", 2), ("br", 2), ("cr", 2)],
        traits: [.bracketedAttributes, .macroCalls, .wordsAreMembers, .postfixMarks])
}
