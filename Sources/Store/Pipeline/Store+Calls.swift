import GRDB

/// One call of an engine.
package struct CallFact: Equatable, Sendable {
    package var branch: String
    /// Milliseconds until its first word.
    package var firstToken: Int64?
    /// `nil` of one that was cancelled.
    package var hasFailed: Bool?

    package init(branch: String = "", firstToken: Int64? = nil, hasFailed: Bool? = false) {
        self.branch = branch
        self.firstToken = firstToken
        self.hasFailed = hasFailed
    }
}

extension Store {
    /// The calls of a stretch of time; of at most so many, the newest.
    package func calls(in scope: PipelineScope, limit: Int = 20_000) throws -> [CallFact] {
        try read { db in
            // Where no engine was asked, no answer need be looked at.
            guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM engine_run)") ?? false else { return [] }
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT coalesce(t.branch, s.branch, ''), n.first_token_after, n.ended
                    FROM generation g JOIN engine_run n ON n.generation = g.id JOIN session s ON s.id = g.session
                    LEFT JOIN turn t ON t.id = g.turn LEFT JOIN repository r ON r.id = s.repository
                    WHERE (?1 IS NULL OR r.identity = ?1 OR substr(r.identity, -length(?1) - 1) = '/' || ?1)
                        AND g.started_at >= ?2 AND g.started_at < ?3 ORDER BY g.started_at DESC LIMIT \(limit)
                    """, arguments: scope.arguments
            ).map { row in
                let ended: String = row[2]
                return CallFact(
                    branch: row[0], firstToken: row[1],
                    hasFailed: ended == "cancelled" ? nil : ended == "failed" || ended == "truncated")
            }
        }
    }
}
