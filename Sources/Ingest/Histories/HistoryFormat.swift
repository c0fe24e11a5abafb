package import Text

/// One kind of history: its name, how it is known by looking, and who reads it.
package struct HistoryFormat: Sendable {
    package let name: String
    package let title: String
    package let makeReader: @Sendable (_ state: String, _ file: String) -> any HistoryReader
    private let recognises: @Sendable (JSONValue) -> Bool

    package static let all = [claudeCode, codex]

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

    package static func named(_ name: String) -> HistoryFormat? {
        all.first { $0.name == name }
    }

    /// The format of a file, told from one of its lines.
    package static func recognised(by line: JSONValue) -> HistoryFormat? {
        all.first { $0.recognises(line) }
    }
}
