import GRDB

/// A generation as lists show it.
package struct GenerationRow: Equatable, Sendable {
    package var id: Int64
    package var uid: String
    package var at: Int64
    package var endedAt: Int64
    package var turn: String?
    package var turnID: Int64?
    /// The first words of its turn's prompt.
    package var title: String?
    package var session: String
    package var agent: String
    /// The sub-agent's id, empty in the conversation itself.
    package var thread: String
    package var model: String?
    package var edits: Int
    package var inputTokens: Int64?
    package var cacheReadTokens: Int64?
    package var cacheWriteTokens: Int64?
    package var outputTokens: Int64?
    package var reasoningTokens: Int64?
    package var stopReason: String?
    /// The segments it saw, by number.
    package var firstSegment: Int?
    package var lastSegment: Int?

    package var key: PageKey { PageKey(at: at, id: id) }
}

extension GenerationRow {
    static let select = """
        SELECT g.*, t.uid AS turn_uid, t.title AS turn_title, s.uid AS session_uid, s.agent AS agent,
            (SELECT count(*) FROM edit WHERE edit.generation = g.id) AS edits
        FROM generation g JOIN session s ON s.id = g.session LEFT JOIN turn t ON t.id = g.turn
        """

    init(row: Row) {
        id = row["id"]
        uid = row["uid"]
        at = row["started_at"]
        endedAt = row["ended_at"]
        turn = row["turn_uid"]
        turnID = row["turn"]
        title = row["turn_title"]
        session = row["session_uid"]
        agent = row["agent"]
        thread = row["thread"]
        model = row["model"]
        edits = row["edits"]
        inputTokens = row["input_tokens"]
        cacheReadTokens = row["cache_read_tokens"]
        cacheWriteTokens = row["cache_write_tokens"]
        outputTokens = row["output_tokens"]
        reasoningTokens = row["reasoning_tokens"]
        stopReason = row["stop_reason"]
        firstSegment = row["first_segment"]
        lastSegment = row["last_segment"]
    }
}
