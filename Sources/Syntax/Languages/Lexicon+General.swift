extension Lexicon {
    /// What is left when nothing is known of a language: words, numbers, signs, and quoted strings that end with their
    /// line. For prose, configuration and all that has no table of its own.
    package static let general = Lexicon(
        words: [],
        comments: [],
        strings: [
            StringForm("\""),
            // No apostrophe: `it's`.
            StringForm("'").with { $0.standsApart = true },
            StringForm("`").with { $0.escape = 0 },
        ],
        operators: "! % & * + - / < = > ? @ \\ ^ | ~ # $",
        traits: [])
}
