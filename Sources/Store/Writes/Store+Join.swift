import GRDB

extension Store {
    /// Joins attributions that know their session by git-ai's hash alone to the session that has it, whichever came first.
    ///
    /// - Parameter hashes: all that a session may have, of its agent and its maker's id.
    package func joinSessionHashes(_ hashes: (_ agent: String, _ makerID: String) -> [String]) throws {
        let open = try read { db in
            try Set(
                String.fetchAll(
                    db,
                    sql: """
                        SELECT DISTINCT session_hash FROM attribution
                        WHERE session IS NULL AND session_hash IS NOT NULL
                        """))
        }
        guard !open.isEmpty else { return }
        var found: [(session: Int64, hash: String)] = []
        try read { db in
            let rows = try Row.fetchCursor(db, sql: "SELECT id, agent, maker_id FROM session")
            while let row = try rows.next() {
                for hash in hashes(row["agent"], row["maker_id"]) where open.contains(hash) {
                    found.append((row["id"], hash))
                }
            }
        }
        for (session, hash) in found {
            try write { db in
                try db.execute(
                    sql: "UPDATE attribution SET session = ? WHERE session IS NULL AND session_hash = ?",
                    arguments: [session, hash])
            }
        }
    }

    /// Joins sessions to the commits whose checkpoint they are kept in.
    package func joinCheckpoints() throws {
        try write { db in
            try db.execute(
                sql: """
                    INSERT OR IGNORE INTO link (from_kind, from_uid, relation, to_kind, to_uid, at)
                    SELECT 'session', s.from_uid, 'committed', 'revision', c.to_uid, c.at
                    FROM link c JOIN link s ON s.to_kind = 'checkpoint' AND s.to_uid = c.from_uid
                    WHERE c.from_kind = 'checkpoint' AND c.relation = 'committed' AND c.to_kind = 'revision'
                        AND s.from_kind = 'session' AND s.relation = 'saved in'
                    """)
        }
    }

    /// The folders in which repositories were last seen.
    package func repositoryFolders() throws -> [String] {
        try read { db in
            try String.fetchAll(
                db, sql: "SELECT DISTINCT directory FROM repository WHERE directory IS NOT NULL ORDER BY 1")
        }
    }

    /// Whether a session has answers beside those whose maker's id begins so.
    package func hasAnswers(inSession uid: String, besides prefix: String) throws -> Bool {
        try read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM generation g JOIN session s ON s.id = g.session
                        WHERE s.uid = ?1 AND (g.maker_id IS NULL OR substr(g.maker_id, 1, length(?2)) <> ?2))
                    """, arguments: [uid, prefix]) ?? false
        }
    }
}
