/// The names that other programs have for agents, as ours: a conversation told by both is then one.
package enum AgentName {
    /// `claude-code` for `claude`, `Claude Code` and the like; another name in small letters, its blanks as `-`.
    package static func ours(for name: String) -> String {
        if let known = entry(for: name) { return known.ours }
        let plain = String(name.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
        return plain.isEmpty ? "unknown" : plain
    }

    /// The same, where the name is one that we know an agent by.
    package static func known(_ name: String) -> String? { entry(for: name)?.ours }

    /// Whether the name is one that we know an agent by.
    static func isKnown(_ name: String) -> Bool { entry(for: name) != nil }

    /// What git-ai calls an agent of ours: the hashes of its sessions are made from this.
    package static func gitAI(for ours: String) -> String { gitAINames(for: ours).first ?? ours }

    /// All that git-ai may call an agent of ours, what it does today in front.
    static func gitAINames(for ours: String) -> [String] {
        table.first { $0.ours == ours }?.gitAI ?? [ours]
    }

    private struct Entry {
        var ours: String
        var gitAI: [String]
        /// Further names, without the blanks and signs between their words.
        var others: [String] = []
    }

    private static let table = [
        Entry(ours: "claude-code", gitAI: ["claude", "claude-code", "claude-web"]),
        Entry(ours: "codex", gitAI: ["codex", "codex-cli", "codex-cloud"], others: ["openaicodex"]),
        Entry(ours: "cursor", gitAI: ["cursor", "cursor-agent", "cursor-cli"]),
        Entry(ours: "gemini-cli", gitAI: ["gemini", "gemini-cli"]),
        Entry(ours: "copilot-cli", gitAI: ["github-copilot-cli", "copilot-cli", "copilot"]),
        Entry(ours: "vscode-copilot", gitAI: ["github-copilot", "vscode-copilot"]),
        Entry(ours: "windsurf", gitAI: ["windsurf"]), Entry(ours: "opencode", gitAI: ["opencode"]),
        Entry(ours: "aider", gitAI: ["aider"]),
    ]

    private static let byWords = Dictionary(
        table.flatMap { entry in (entry.gitAI.map(words(of:)) + entry.others).map { ($0, entry) } }
    ) { one, _ in one }

    private static func entry(for name: String) -> Entry? { byWords[words(of: name)] }

    private static func words(of name: String) -> String {
        name.lowercased().filter { $0 != " " && $0 != "-" && $0 != "_" }
    }
}
