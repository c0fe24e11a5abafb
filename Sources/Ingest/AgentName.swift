/// The names that other programs have for agents, as ours: a conversation told by both is then one.
package enum AgentName {
    /// `claude-code` for `claude`, `Claude Code` and the like; another name in small letters, its blanks as `-`.
    package static func ours(for name: String) -> String {
        let plain = String(name.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
        return table.first { $0.others.contains(plain) }?.ours ?? (plain.isEmpty ? "unknown" : plain)
    }

    /// Whether the name is one that we know an agent by.
    static func isKnown(_ name: String) -> Bool {
        let plain = String(name.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
        return table.contains { $0.others.contains(plain) }
    }

    /// What git-ai may call an agent of ours.
    static func others(for ours: String) -> [String] {
        table.first { $0.ours == ours }?.others ?? [ours]
    }

    private static let table: [(ours: String, others: [String])] = [
        ("claude-code", ["claude", "claude-code", "claude-web"]),
        ("codex", ["codex", "codex-cli", "codex-cloud"]),
        ("cursor", ["cursor", "cursor-agent", "cursor-cli"]),
        ("gemini-cli", ["gemini", "gemini-cli"]),
        ("copilot-cli", ["github-copilot-cli", "copilot-cli", "copilot"]),
        ("vscode-copilot", ["github-copilot", "vscode-copilot"]),
        ("windsurf", ["windsurf"]), ("opencode", ["opencode"]), ("aider", ["aider"]),
    ]
}
