import GRDB

extension Store {
    /// When somebody last closed the dashboard on this store; `nil` before the first time.
    package func lastVisit() throws -> Int64? {
        try read { db in try Int64.fetchOne(db, sql: "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'visited_at'")
        }
    }

    /// Remembers a visit. An earlier moment than the one that is known changes nothing.
    package func noteVisit(at moment: Int64) throws {
        try write { db in
            try db.execute(
                sql: """
                    INSERT INTO meta (key, value) VALUES ('visited_at', ?1)
                    ON CONFLICT (key) DO UPDATE SET value = excluded.value
                    WHERE CAST(value AS INTEGER) < CAST(excluded.value AS INTEGER)
                    """, arguments: [String(moment)])
        }
    }
}
