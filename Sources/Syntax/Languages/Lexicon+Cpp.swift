extension Lexicon {
    /// C++23 (ISO/IEC 14882:2024), [lex], on top of C.
    static let cpp = Lexicon(
        words: cWords + [
            Word.all("catch", then: .head),
            Word.all("class concept typename", then: .typeName),
            Word.all("and and_eq bitand bitor compl co_await co_return co_yield consteval constinit const_cast"),
            Word.all("decltype delete dynamic_cast explicit export friend mutable namespace new noexcept not not_eq"),
            Word.all(
                "operator or or_eq private protected public reinterpret_cast requires static_cast template throw try"),
            Word.all("typeid using virtual xor xor_eq"),
            Word.all("this", then: .operator),
            Word.all("final import module override", before: [.name, .brace, .end]),
        ],
        comments: [.line("//"), .block("/*", "*/")],
        strings: [
            StringForm("\"").with { ($0.shape, $0.prefixes, $0.isMultiline, $0.escape) = (.delimiter, 1, true, 0) }
        ] + cStrings,
        operators: cOperators + " <=> .* ->*",
        accessors: "-> ::",
        prefixes: cPrefixes + [("r", 1), ("lr", 1), ("ur", 1), ("u8r", 1)],
        traits: cTraits)
}
