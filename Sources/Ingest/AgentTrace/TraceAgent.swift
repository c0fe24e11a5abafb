/// The agents by the names that writers of traces have for them.
enum TraceAgent {
    /// As our own reader of the agent's history calls it; `nil` where the tool is none that is known.
    static func name(of tool: String?) -> String? {
        guard let tool = TraceContributor.name(tool) else { return nil }
        let plain = tool.lowercased().filter { $0 != " " && $0 != "-" && $0 != "_" }
        return names[plain] ?? (isPerson(tool) ? nil : tool.lowercased())
    }

    /// Some put the name of a commit's author where the tool's belongs.
    static func isPerson(_ tool: String) -> Bool {
        tool.contains(" ") && names[tool.lowercased().filter { $0 != " " && $0 != "-" && $0 != "_" }] == nil
    }

    private static let names = [
        "claude": "claude-code", "claudecode": "claude-code", "codex": "codex", "codexcli": "codex",
        "openaicodex": "codex", "gemini": "gemini-cli", "geminicli": "gemini-cli", "copilot": "copilot-cli",
        "copilotcli": "copilot-cli", "githubcopilotcli": "copilot-cli", "githubcopilot": "vscode-copilot",
        "vscodecopilot": "vscode-copilot", "cursor": "cursor", "cursoragent": "cursor", "windsurf": "windsurf",
        "opencode": "opencode", "aider": "aider",
    ]
}
