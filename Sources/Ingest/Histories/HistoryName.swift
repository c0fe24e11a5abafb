/// Whether a file found in a folder is worth opening: any `.jsonl`, and of what is common elsewhere only what begins as an
/// agent's file does.
struct HistoryName {
    private let name: String

    init(_ name: String) {
        self.name = name
    }

    static let aider = ".aider.chat.history.md"

    func isPromising(at path: String) -> Bool {
        if name.hasSuffix(".jsonl") || name == Self.aider || name == "state.vscdb" { return true }
        if name.hasPrefix("opencode"), name.hasSuffix(".db") { return true }
        if NoteFileReader.recognises(path) { return true }
        return name.hasSuffix(".json")
            && (path.contains("/.agent-trace/") || OpenCodeFiles.isSession(path) || Self.beginsAsChat(path))
    }

    /// Members that stand among the first of a chat in one object or of telemetry, and in no other JSON file one meets by
    /// the thousands.
    private static func beginsAsChat(_ path: String) -> Bool {
        guard let head = FileBytes.read(path, limit: 1024) else { return false }
        let text = String(decoding: head, as: UTF8.self)[...]
        let names: [String] =
            switch head.first {
            case UInt8(ascii: "{"): chats + telemetry
            // A list of exports.
            case UInt8(ascii: "["): telemetry
            default: []
            }
        return names.contains { text.range(of: $0) != nil }
    }

    private static let chats = ["\"projectHash\"", "\"requesterUsername\"", "\"responderUsername\""]
    private static let telemetry = ["\"resourceSpans\"", "\"resourceLogs\"", "\"resourceMetrics\""]
}
