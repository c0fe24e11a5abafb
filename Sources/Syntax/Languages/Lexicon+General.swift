extension Lexicon {
    /// What is left when nothing is known of a language: words, numbers, signs, and quoted strings that end with their
    /// line. For prose, configuration and all that has no table of its own.
    package static let general = Lexicon(
        words: [],
        comments: [],
        strings: [
            // A quote that its line does not close is a sign: inches, apostrophes, a string over lines.
            StringForm("\"").with { $0.closesOnLine = true },
            StringForm("'").with { ($0.closesOnLine, $0.standsApart) = (true, true) },
            StringForm("`").with { ($0.closesOnLine, $0.escape) = (true, 0) },
        ],
        operators: "! % & * + - / < = > ? @ \\ ^ | ~ # $ \" ' `",
        traits: .readsLikeProse)
}
