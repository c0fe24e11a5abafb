import Dashboard
import Store

/// All turns as one conversation.
extension Samples {
    static func session(of turns: [TurnRow]) -> SessionDetail? {
        guard let first = turns.last, let last = turns.first else { return nil }
        var session = SessionRow(
            id: 1, uid: "s1", agent: "claude-code", makerID: "4f2a-91", startedAt: max(first.at, now - day))
        session.agentVersion = "2.1.0"
        session.repository = "shop"
        session.branch = "main"
        session.directory = "/home/mia/shop"
        session.turns = turns.count
        session.endedAt = last.at
        var detail = SessionDetail(session: session)
        detail.models = ["claude-opus-4-5-20251101", "gpt-5-codex"]
        detail.edits = turns.reduce(0) { $0 + $1.edits }
        detail.inputTokens = 18_204
        detail.cacheReadTokens = 16_900
        detail.outputTokens = 1412
        detail.parent = "77aa01bc55"
        return detail
    }

    /// - Parameter turns: newest first.
    static func page(_ page: ConversationPage, of turns: [TurnRow]) -> (turns: [TurnRow], before: Int) {
        let all = turns.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
        func isAfter(_ row: TurnRow) -> Bool { page.from.map { (row.at, row.id) > ($0.at, $0.id) } ?? true }
        func isBefore(_ row: TurnRow) -> Bool { page.from.map { (row.at, row.id) < ($0.at, $0.id) } ?? true }
        let rows =
            switch page.direction {
            case .newer: Array(all.filter(isAfter).prefix(page.limit))
            case .older: Array(all.filter(isBefore).suffix(page.limit))
            }
        return (rows, rows.first.flatMap { first in all.firstIndex { $0.id == first.id } } ?? 0)
    }

    /// With a file that was read, a command, a sub-agent and a compaction.
    static func story(of row: TurnRow) -> TurnStory {
        var detail = detail(of: row)
        if row.inReplyTo != nil { detail.inReplyTo = "It has 900 lines. Shall I split export.py?" }
        guard var inner = detail.answers.first else { return TurnStory(detail: detail) }
        inner.generation.id += 5
        inner.generation.thread = "a2898e3"
        inner.generation.at += 1000
        inner.output = "The lock of charge.py is taken in one place."
        inner.edits = []
        var finding = FindingRow(
            id: 1, uid: "f1", at: row.at, rule: "sql-from-input", severity: "high", message: "query text from a request"
        )
        finding.edit = detail.answers[0].edits[0].edit.uid
        finding.firstLine = 62
        detail.findings = [finding]
        detail.answers.append(inner)
        typealias Piece = TurnStory.ContextPiece
        return TurnStory(
            detail: detail,
            pieces: [
                Piece(origin: "summary", at: row.at),
                Piece(
                    origin: "file", tool: "Read", path: "src/pay/charge.py", firstLine: 1, lineCount: 90, at: row.at + 1
                ),
                Piece(origin: "tool", tool: "Bash", at: row.at + 2),
                Piece(origin: "tool", tool: "Grep", thread: "a2898e3", at: row.at + 8100),
            ], errands: [TurnStory.Errand(thread: "a2898e3", words: "Find who takes the lock.", at: row.at + 8000)])
    }
}
