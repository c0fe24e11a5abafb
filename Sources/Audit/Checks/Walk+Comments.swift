/// What comments tell.
extension Walk {
    private static let words = TextWords([
        "nosec", "nosemgrep", "noqa: s", "nosonar", "gitleaks:allow", "pragma: allowlist secret", "lgtm[", "codeql[",
        "nolint:gosec", "#nosec",
        "suppresswarnings", "skipcq",
    ])
    private static let disabling = TextWords(["eslint-disable"])
    /// Of what a linter checks only some is about safety.
    private static let eslint = TextWords([
        "security/", "no-eval", "no-implied-eval", "no-new-func", "no-danger", "no-script-url", "no-unsanitized",
        "detect-",
    ])

    /// Comments that tell a scanner to be silent.
    mutating func checkComments(_ comments: [Range<Int>]) -> [(range: Range<Int>, rule: Int)] {
        guard let rule = set.checks[.suppression] else { return [] }
        var found: [(Range<Int>, Int)] = []
        for comment in comments {
            let text = bytes[comment].prefix(400)
            steps &+= text.count / 4
            guard text.count > 6 else { continue }
            let isOne = Self.words.isIn(text) || Self.disabling.isIn(text) && Self.eslint.isIn(text)
            if isOne { found.append((comment, rule)) }
        }
        return found
    }
}
