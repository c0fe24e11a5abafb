/// What a change or commit is for, in the words of Conventional Commits: `fix`, `feat`, `docs`, `refactor`, `test`,
/// `perf`, `build`, `chore`, `revert`.
package enum ChangeKind {
    /// By its labels, else by its title; `nil` where neither tells.
    package static func of(title: String?, labels: [String] = []) -> String? {
        for label in labels {
            // `type: bug`, `kind/feature`, `C-bug`.
            let word = label.lowercased().split(whereSeparator: { ":/ ".contains($0) }).last.map(String.init) ?? ""
            if let kind = ofLabels[word] { return kind }
        }
        return title.flatMap(of(subject:))
    }

    /// `fix(parser)!: …`, `Revert "…"`.
    static func of(subject: String) -> String? {
        if subject.hasPrefix("Revert \"") { return "revert" }
        guard let colon = subject.firstIndex(of: ":") else { return nil }
        let word = subject[..<colon].prefix { $0 != "(" && $0 != "!" }.lowercased()
        let rest = subject[..<colon].dropFirst(word.count)
        guard rest.isEmpty || rest == "!" || (rest.hasPrefix("(") && (rest.hasSuffix(")") || rest.hasSuffix(")!")))
        else {
            return nil
        }
        return ofPrefixes[word]
    }

    private static let ofLabels = [
        "bug": "fix", "bugfix": "fix", "fix": "fix", "hotfix": "fix", "regression": "fix", "feature": "feat",
        "feat": "feat", "enhancement": "feat", "documentation": "docs", "docs": "docs", "refactor": "refactor",
        "refactoring": "refactor", "test": "test", "tests": "test", "performance": "perf", "perf": "perf",
        "dependencies": "build", "chore": "chore", "revert": "revert", "c-bug": "fix", "c-enhancement": "feat",
    ]
    private static let ofPrefixes = [
        "fix": "fix", "bugfix": "fix", "hotfix": "fix", "feat": "feat", "feature": "feat", "docs": "docs",
        "doc": "docs",
        "refactor": "refactor", "style": "chore", "test": "test", "tests": "test", "perf": "perf", "build": "build",
        "deps": "build", "ci": "build", "chore": "chore", "revert": "revert",
    ]
}
