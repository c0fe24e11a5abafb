import GRDB

extension Store {
    /// Values of a field that the store holds and that have a piece of text in them, for one who types a filter: those
    /// that begin with it first.
    ///
    /// It takes some milliseconds on a store of any size: models are read off their index, one step a model; of what has no
    /// index the newest few thousand rows are looked at. None for fields whose values nobody could choose from.
    ///
    /// - Parameter piece: its letters' case does not matter; empty for any.
    package func values(of field: FilterField, holding piece: String, limit: Int) throws -> [String] {
        guard let source = Self.source(of: field) else { return [] }
        let found = try read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT x FROM (\(source)) WHERE x <> '' AND instr(lower(x), lower(?1)) > 0
                    ORDER BY substr(lower(x), 1, length(?1)) <> lower(?1), x LIMIT ?2
                    """, arguments: [String(piece.prefix(200)), limit])
        }
        // One path in a million may be a megabyte; nobody chooses that from a list.
        return found.filter { $0.utf8.count <= 400 }
    }

    /// The newest sessions for the palette: uid, title, repository, agent.
    package func recentSessions(limit: Int) throws -> [(uid: String, words: String)] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT s.uid, substr(coalesce(nullif(s.title, ''), s.maker_id), 1, 200) AS title, r.name, s.agent
                    FROM session s LEFT JOIN repository r ON r.id = s.repository
                    ORDER BY s.started_at DESC LIMIT ?
                    """, arguments: [limit]
            ).map { row in
                let words = [row["title"] as String?, row["name"] as String?, row["agent"] as String?]
                return (row["uid"], words.compactMap { $0 }.joined(separator: "  "))
            }
        }
    }

    /// The paths that came into the store last.
    package func recentPaths(limit: Int) throws -> [String] {
        try read { db in
            try String.fetchAll(
                db, sql: "SELECT text FROM path WHERE length(text) <= 400 ORDER BY id DESC LIMIT ?", arguments: [limit])
        }
    }

    /// Rows `x` with the values of a field.
    private static func source(of field: FilterField) -> String? {
        switch field {
        case .model:
            // From each value to the next one of the index, with a limit for a store that has one in every row.
            """
            WITH RECURSIVE step(x, n) AS (
                SELECT min(model), 1 FROM generation
                UNION ALL
                SELECT (SELECT min(model) FROM generation WHERE model > step.x), n + 1 FROM step
                WHERE step.x IS NOT NULL AND n < 1000)
            SELECT x FROM step
            """
        case .agent: "SELECT agent AS x FROM session ORDER BY started_at DESC LIMIT 2000"
        case .branch: "SELECT branch AS x FROM session ORDER BY started_at DESC LIMIT 2000"
        case .session: "SELECT title AS x FROM session ORDER BY started_at DESC LIMIT 2000"
        case .repo: "SELECT name AS x FROM repository LIMIT 5000"
        case .file: "SELECT text AS x FROM path ORDER BY id DESC LIMIT 10000"
        case .lang: "SELECT language AS x FROM path ORDER BY id DESC LIMIT 10000"
        case .rule:
            """
            SELECT id AS x FROM rule
            UNION ALL SELECT rule FROM (SELECT rule FROM finding ORDER BY id DESC LIMIT 2000)
            """
        case .cwe: "SELECT cwe AS x FROM finding ORDER BY id DESC LIMIT 2000"
        default: nil
        }
    }
}
