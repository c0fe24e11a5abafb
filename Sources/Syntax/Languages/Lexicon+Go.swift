extension Lexicon {
    /// The Go Programming Language Specification (go1.24), Lexical elements.
    static let go = Lexicon(
        words: [
            Word.all("break case chan const continue default defer else fallthrough for go goto if import map package"),
            Word.all("range return select struct switch var interface"),
            Word.all("func", then: .operand),
            Word.all("type", then: .typeName),
            Word.all("true false iota nil", .constant, then: .operator),
            Word.all(
                """
                any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune
                string uint uint8 uint16 uint32 uint64 uintptr
                """, .type, then: .operator),
        ],
        comments: [.line("//"), .block("/*", "*/")],
        strings: [
            StringForm("\""),
            StringForm("'"),
            // "Raw string literals: any character may appear except back quote."
            StringForm("`").with { ($0.isMultiline, $0.escape) = (true, 0) },
        ],
        operators: """
            + - * / % & | ^ << >> &^ += -= *= /= %= &= |= ^= <<= >>= &^= && || <- ++ -- == < > = ! ~ != <= >= := ...
            """,
        traits: [.wordsAreMembers, .capitalsAreCalled, .trailingDot, .leadingDot])
}
