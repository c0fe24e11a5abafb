extension Lexicon {
    /// Dockerfile reference (docs.docker.com/reference/dockerfile): instructions, and mostly shell behind them.
    static let dockerfile = Lexicon(
        words: [
            Word.all("add arg cmd copy entrypoint env expose from label maintainer run", before: .statement),
            Word.all("shell stopsignal user volume workdir", before: .statement),
            Word.all("healthcheck onbuild", then: .statement, before: .statement),
            Word.all("as", before: .name),
        ],
        comments: [.line("#").with { $0.isFirstOnLine = true }],
        strings: shellStrings,
        operators: shellOperators,
        traits: [.variables, .dashesInNames, .options, .linesEndStatements, .caseless, .readsLikeProse])
}
