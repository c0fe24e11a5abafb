import Text

/// What is known of how a tool writes its SARIF, where that is not as the standard has it.
struct ToolHabits {
    /// What its JSON calls it: the same tool is one witness, whatever it writes.
    var name: String?
    /// What its columns count if it does not say.
    var unit = TextPlaces.Unit.utf16
    /// What all of its results are.
    var cwes: [Int] = []
    /// Whether a tag of the rule, `HIGH`, says more than the level.
    var tagsSeverity = false
    /// Whether the fingerprints name a commit.
    var hasCommits = false

    init(of name: String) {
        let name = name.lowercased()
        if name.hasPrefix("semgrep") { self.name = "Semgrep" }
        if name.hasPrefix("semgrep") || name.hasPrefix("opengrep") { unit = .bytes }
        if name.hasPrefix("bandit") { unit = .bytes }
        if name == "gosec" { (unit, tagsSeverity) = (.bytes, true) }
        if name.hasPrefix("gitleaks") || name.hasPrefix("betterleaks") {
            (unit, cwes, hasCommits) = (.bytes, [798], true)
        }
        if name.hasPrefix("trufflehog") || name.hasPrefix("detect-secrets") { cwes = [798] }
    }
}
