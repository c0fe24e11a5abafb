extension Lexicon {
    /// YAML 1.2.2.
    static let yaml = Lexicon(
        words: [
            Word.all(
                "true True TRUE false False FALSE null Null NULL yes Yes no No", .constant, then: .operator)
        ],
        comments: [.line("#").with { $0.standsApart = true }],
        strings: [
            StringForm("\"").with { ($0.isMultiline, $0.isOperand) = (true, true) },
            StringForm("'").with { ($0.isMultiline, $0.isOperand, $0.escape, $0.isDoubled) = (true, true, 0, true) },
        ],
        operators: "! % & * + - / < = > ? @ \\ ^ | ~ # $ ` \" ' << ; ... == != && ||",
        traits: [.indentation, .dashesInNames, .linesEndStatements, .readsLikeProse])
}
