package import Text

/// One kind of history: its name, how it is known by looking, and who reads it.
package struct HistoryFormat: Sendable {
    package let name: String
    package let title: String
    package let makeReader: @Sendable (_ state: String, _ file: String) -> any HistoryReader
    private let recognises: @Sendable (JSONValue) -> Bool

    package static let all = [
        claudeCode, codex, geminiCLI, copilotCLI, vscodeCopilot, cursor, windsurf, otlp, agentTrace,
    ]

    package static let claudeCode = HistoryFormat(
        name: "claude-code", title: "Claude Code", makeReader: { ClaudeCodeReader(state: $0, file: $1) },
        recognises: { line in
            guard line["type"].exists else { return false }
            return line["sessionId"].exists && (line["uuid"].exists || line["leafUuid"].exists)
                || line["type"].equals("summary") && line["leafUuid"].exists
                || line["type"].equals("file-history-snapshot") && line["snapshot"].exists
        })

    package static let codex = HistoryFormat(
        name: "codex", title: "Codex", makeReader: { CodexReader(state: $0, file: $1) },
        recognises: { line in
            guard line["payload"].kind == .object, line["timestamp"].exists else { return false }
            return ["session_meta", "response_item", "event_msg", "turn_context", "compacted"]
                .contains(line["type"].string)
        })

    package static let geminiCLI = HistoryFormat(
        name: "gemini-cli", title: "Gemini CLI", makeReader: { GeminiReader(state: $0, file: $1) },
        recognises: { line in
            if line["$set"].kind == .object || line["$rewindTo"].exists { return true }
            if line["sessionId"].exists, line["projectHash"].exists { return true }
            return line["id"].exists && line["timestamp"].exists && line["content"].exists
                && ["user", "gemini", "info", "warning", "error"].contains(line["type"].string)
        })

    package static let copilotCLI = HistoryFormat(
        name: "copilot-cli", title: "Copilot CLI", makeReader: { CopilotReader(state: $0, file: $1) },
        recognises: { line in
            line["type"].string?.contains(".") == true && line["data"].kind == .object && line["id"].exists
                && line["timestamp"].exists
        })

    package static let vscodeCopilot = HistoryFormat(
        name: "vscode-copilot", title: "VS Code Copilot", makeReader: { VSCodeChatReader(state: $0, file: $1) },
        recognises: { $0["requests"].kind == .array && $0["sessionId"].exists })

    package static let cursor = HistoryFormat(
        name: "cursor", title: "Cursor", makeReader: { CursorTranscriptReader(state: $0, file: $1) },
        recognises: { line in
            ["user", "assistant"].contains(line["role"].string) && line["message"]["content"].exists
                && !line["uuid"].exists
        })

    package static let windsurf = HistoryFormat(
        name: "windsurf", title: "Windsurf", makeReader: { WindsurfReader(state: $0, file: $1) },
        recognises: { line in
            guard line["status"].exists, let type = line["type"].string else { return false }
            return line.members.contains { $0.key == type && $0.value.kind == .object }
        })

    package static let agentTrace = HistoryFormat(
        name: AgentTraceReader.teller, title: "Agent Trace", makeReader: { AgentTraceReader(state: $0, file: $1) },
        recognises: { AgentTraceReader.recognises($0) })

    package static let otlp = HistoryFormat(
        name: "otlp", title: "OpenTelemetry", makeReader: { OTLPReader(state: $0, file: $1) },
        recognises: { OTLPReader.recognises($0) })

    package static func named(_ name: String) -> HistoryFormat? {
        all.first { $0.name == name }
    }

    /// The format of a file, told from one of its lines.
    package static func recognised(by line: JSONValue) -> HistoryFormat? {
        all.first { $0.recognises(line) }
    }
}
