import GRDB

/// A turn as a part of its conversation: with what was read into the context on the way, and with its sub-agents.
package struct TurnStory: Equatable, Sendable {
    package var detail: TurnDetail
    package var pieces: [ContextPiece]
    /// What sub-agents were asked.
    package var errands: [Errand]

    package init(detail: TurnDetail, pieces: [ContextPiece] = [], errands: [Errand] = []) {
        self.detail = detail
        self.pieces = pieces
        self.errands = errands
    }

    /// More pieces than this of one thread of a turn are not read.
    static let limit = 2000

    /// A file or a tool's answer that went to the model, or the summary that took the place of all before it.
    package struct ContextPiece: Equatable, Sendable {
        /// `file`, `tool` or `summary`.
        package var origin: String
        package var tool: String?
        package var path: String?
        package var firstLine: Int?
        package var lineCount: Int?
        /// The sub-agent's id, empty in the conversation itself.
        package var thread: String
        package var at: Int64

        package init(
            origin: String, tool: String? = nil, path: String? = nil, firstLine: Int? = nil, lineCount: Int? = nil,
            thread: String = "", at: Int64
        ) {
            self.origin = origin
            self.tool = tool
            self.path = path
            self.firstLine = firstLine
            self.lineCount = lineCount
            self.thread = thread
            self.at = at
        }
    }

    package struct Errand: Equatable, Sendable {
        package var thread: String
        package var words: String
        package var at: Int64

        package init(thread: String, words: String, at: Int64) {
            self.thread = thread
            self.words = words
            self.at = at
        }
    }
}

extension Store {
    /// A turn with what stands around it; `nil` where it is gone.
    package func story(_ turn: Int64) throws -> TurnStory? {
        guard let detail = try self.turn(turn) else { return nil }
        return try read { db in
            let errands = try Row.fetchAll(
                db,
                sql: """
                    SELECT p.thread, p.at, substr(b.text, 1, 8000) AS words FROM prompt p JOIN body b ON b.id = p.words
                    WHERE p.turn = ? AND p.asker = 'agent' ORDER BY p.at, p.id LIMIT 500
                    """, arguments: [turn])
            return TurnStory(
                detail: detail, pieces: try Self.pieces(of: turn, db),
                errands: errands.map { TurnStory.Errand(thread: $0["thread"], words: $0["words"], at: $0["at"]) })
        }
    }

    /// In each thread the segments that its answers saw, from after those that the answer before the turn had seen.
    private static func pieces(of turn: Int64, _ db: Database) throws -> [TurnStory.ContextPiece] {
        let threads = try Row.fetchAll(
            db,
            sql: """
                SELECT session, thread, max(last_segment) AS last, min(started_at) AS start
                FROM generation WHERE turn = ? AND last_segment IS NOT NULL
                GROUP BY thread ORDER BY start LIMIT 500
                """, arguments: [turn])
        return try threads.flatMap { row -> [TurnStory.ContextPiece] in
            let thread: String = row["thread"]
            let (session, last, start): (Int64, Int64, Int64) = (row["session"], row["last"], row["start"])
            let seen = try Int64.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT last_segment FROM generation WHERE session = ? AND thread = ? AND started_at < ?
                            AND last_segment IS NOT NULL AND turn IS NOT ?
                        ORDER BY started_at DESC, id DESC LIMIT 1
                        """), arguments: [session, thread, start, turn])
            return try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT s.origin, s.tool, p.text AS path, s.first_line, s.line_count, s.at
                        FROM segment s LEFT JOIN path p ON p.id = s.path
                        WHERE s.session = ? AND s.thread = ? AND s.number > ? AND s.number <= ?
                            AND (s.origin = 'file' OR s.origin = 'tool' OR s.origin = 'summary')
                        ORDER BY s.number LIMIT ?
                        """), arguments: [session, thread, seen ?? 0, last, TurnStory.limit]
            ).map { piece in
                TurnStory.ContextPiece(
                    origin: piece["origin"], tool: piece["tool"], path: piece["path"],
                    firstLine: piece["first_line"], lineCount: piece["line_count"], thread: thread, at: piece["at"])
            }
        }
    }
}
