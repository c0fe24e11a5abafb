import GRDB

/// Something that went to the model with a turn: a file, or what a tool answered.
package struct TurnSource: Equatable, Sendable {
    package var origin: String
    package var tool: String?
    package var path: String?
    package var firstLine: Int?
    package var lineCount: Int?

    package init(origin: String, tool: String? = nil, path: String? = nil) {
        self.origin = origin
        self.tool = tool
        self.path = path
    }

    /// How many are read of one turn.
    static let limit = 40

    /// What came after the prompt of a turn `?1` and before its last answer, each file once.
    static func fetch(_ db: Database, turn: Int64) throws -> [TurnSource] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT s.origin, s.tool, p.text AS path_text, min(s.first_line) AS first_line, s.line_count
                FROM prompt q JOIN segment s ON s.session = q.session AND s.thread = q.thread
                    AND s.number BETWEEN q.first_segment
                        AND (SELECT max(g.last_segment) FROM generation g WHERE g.turn = ?1 AND g.thread = q.thread)
                LEFT JOIN path p ON p.id = s.path
                WHERE q.turn = ?1 AND (s.origin = 'file' OR s.origin = 'tool' AND s.path IS NOT NULL)
                GROUP BY p.text, s.tool ORDER BY min(s.number) LIMIT \(limit)
                """, arguments: [turn]
        ).map { row in
            var source = TurnSource(origin: row["origin"], tool: row["tool"], path: row["path_text"])
            source.firstLine = row["first_line"]
            source.lineCount = row["line_count"]
            return source
        }
    }
}
