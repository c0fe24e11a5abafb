import Provenance
import Text

/// An agent whose transcripts are read too: what its telemetry tells must meet the rows that they make.
enum TelemetryAgent: Equatable {
    case claudeCode, codex, geminiCLI, copilot

    init?(_ record: TelemetryRecord) {
        let event = record.signal == .log ? record.name : ""
        let service = (record.resource["service.name"]?.string ?? "").lowercased()
        if service.hasPrefix("claude-code") || event.hasPrefix("claude_code.")
            || record.scope.hasPrefix("com.anthropic.claude_code")
        {
            self = .claudeCode
        } else if service.hasPrefix("codex") || event.hasPrefix("codex.") {
            self = .codex
        } else if service.hasPrefix("gemini-cli") || event.hasPrefix("gemini_cli.") {
            self = .geminiCLI
        } else if service.hasPrefix("copilot") || service.hasPrefix("github-copilot") {
            self = .copilot
        } else {
            return nil
        }
    }

    /// Whether its transcript's reader calls an answer by ids like this one.
    func names(answer id: String) -> Bool { self == .claudeCode && id.hasPrefix("msg_") }

    func session(of record: TelemetryRecord) -> Session? {
        let (agent, id): (String, String?) =
            switch self {
            case .claudeCode: (ClaudeCodeReader.agent, record["session.id"].string)
            case .codex: (CodexReader.agent, record["conversation.id"].string ?? record["conversation_id"].string)
            case .geminiCLI: (GeminiReader.agent, record["session.id"].string)
            case .copilot: ("", nil)
            }
        guard let id, id.contains(where: { $0 != "\0" }) else { return nil }
        var session = Session(uid: UID(of: .session, makerID: id), agent: agent, makerID: id)
        session.agentVersion = record["app.version"].string ?? record.resource["service.version"]?.string
        session.startedAt = record.start
        return session
    }
}
