extension Lexicon {
    /// The Java Language Specification (Java SE 25), 3. Lexical Structure.
    static let java = Lexicon(
        words: [
            Word.all("abstract assert break case const continue default do else extends final finally goto implements"),
            Word.all("import instanceof native new package private protected public return static strictfp"),
            Word.all("synchronized throw throws transient try volatile"),
            Word.all("if for switch while catch", then: .head),
            Word.all("class enum interface", then: .typeName),
            Word.all("this super", then: .operator),
            Word.all("true false null", .constant, then: .operator),
            Word.all("boolean byte char double float int long short void var", .type, then: .operator),
            // 3.9, contextual keywords
            Word.all("record", then: .typeName, before: .name),
            Word.all("exports module non open opens permits provides requires sealed to transitive", before: .name),
            Word.all("uses when with yield", before: .name),
        ],
        comments: [.line("//"), .block("/*", "*/")],
        strings: [StringForm("\"", times: 3), StringForm("\""), StringForm("'")],
        operators: """
            + - * / % ++ -- & | ^ ~ << >> >>> && || ! < > <= >= == != ? = += -= *= /= %= &= |= ^= <<= >>= >>>= -> :: ...
            """,
        accessors: "::", openers: "->",
        traits: [.dollarInNames, .attributes, .wordsAreMembers, .trailingDot, .leadingDot, .typesBeforeNames])
}
