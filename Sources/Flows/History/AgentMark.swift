import Git
import Ingest

/// A word in a commit that an agent put there.
struct AgentMark: Equatable {
    /// The agents of ours that it may mean.
    var agents: [String]
    /// What the commit says, and where.
    var words: String

    /// What the author, the trailers and the text of a commit tell, each once.
    ///
    /// People are called Claude too: a name counts only with the address that its agent uses.
    static func all(in commit: CommitObject) -> [AgentMark] {
        var marks: [AgentMark] = []
        func add(_ agents: [String], _ words: String) {
            guard !agents.isEmpty, !marks.contains(where: { $0.agents == agents }) else { return }
            marks.append(AgentMark(agents: agents, words: words))
        }
        for (role, who) in [("author", commit.author), ("committer", commit.committer)] {
            add(agents(of: who), "its \(role) is \(who.name)")
        }
        for (key, value) in commit.trailers {
            switch key.lowercased() {
            case "co-authored-by", "co-developed-by":
                add(agents(of: CommitObject.Signature(value)), "it names \(plain(value)) as co-author")
            case "assisted-by", "generated-by", "entire-agent", "ai-assisted-by", "ai-agent", "created-with":
                let name = value.prefix { !"(<[:;,".contains($0) }
                if let agent = AgentName.known(String(name)) { add([agent], "it says \"\(key): \(plain(value))\"") }
            default: break
            }
        }
        for (words, agents) in phrases where commit.message.contains(words) { add(agents, "it says \"\(words)\"") }
        return marks
    }

    private static func agents(of who: CommitObject.Signature) -> [String] {
        let mail = who.mail.lowercased()
        let name = who.name.lowercased()
        if let known = mails[mail] { return known }
        // "Aider … adds (aider) to the git author and committer name."
        if name.hasSuffix("(aider)") { return ["aider"] }
        // `198982749+Copilot@users.noreply.github.com` and the like.
        if mail.hasSuffix("+copilot@users.noreply.github.com") || name == "copilot-swe-agent[bot]" { return copilot }
        if mail.hasSuffix("users.noreply.github.com"), let known = bots[name] { return known }
        return []
    }

    private static func plain(_ text: String) -> String { String(text.prefix { $0 != "<" && $0 != "\r" }).trimmedEnd }

    private static let copilot = ["copilot-cli", "vscode-copilot"]
    private static let mails = [
        "noreply@anthropic.com": ["claude-code"], "claude@anthropic.com": ["claude-code"],
        "cursoragent@cursor.com": ["cursor"], "aider@aider.chat": ["aider"], "noreply@aider.chat": ["aider"],
        "noreply@openai.com": ["codex"], "codex@openai.com": ["codex"], "noreply@opencode.ai": ["opencode"],
        "copilot@github.com": copilot, "gemini-cli-agent@google.com": ["gemini-cli"],
        "windsurf@codeium.com": ["windsurf"],
    ]
    private static let bots = [
        "claude[bot]": ["claude-code"], "cursor[bot]": ["cursor"], "copilot[bot]": copilot,
        "chatgpt-codex-connector[bot]": ["codex"], "gemini-code-assist[bot]": ["gemini-cli"],
    ]
    private static let phrases = [
        ("Generated with [Claude Code]", ["claude-code"]), ("Generated with Claude Code", ["claude-code"]),
        ("Generated with [Codex]", ["codex"]), ("Generated with [opencode]", ["opencode"]),
    ]
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
