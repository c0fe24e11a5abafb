import GRDB

extension Store {
    /// From when to when each session of a repository went, the earliest first.
    ///
    /// - Parameter repository: its identity.
    package func sessionSpans(of repository: String?) throws -> [ClosedRange<Int64>] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT s.started_at, max(s.started_at, coalesce(s.ended_at, s.started_at)) AS ended_at
                    FROM session s JOIN repository r ON r.id = s.repository
                    WHERE r.identity = ? AND s.started_at > 0 ORDER BY s.started_at
                    """, arguments: [repository])
            return rows.map { ($0["started_at"] as Int64)...($0["ended_at"] as Int64) }
        }
    }
}
