/// The agents by the names that git-ai has for them: its sessions' hashes are made from these.
enum GitAITool {
    static func name(of agent: String) -> String { names[agent] ?? agent }

    private static let names = [
        "claude-code": "claude", "gemini-cli": "gemini", "copilot-cli": "github-copilot-cli",
        "vscode-copilot": "github-copilot",
    ]
}
