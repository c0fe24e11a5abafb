import GRDB

extension Store {
    /// What a session had read of a file before a moment, the latest first, a few of them.
    package func readings(of path: String, in session: String, until at: Int64) throws -> [String] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT b.text FROM session s JOIN segment g ON g.session = s.id JOIN path p ON p.id = g.path
                    JOIN body b ON b.id = g.body
                    WHERE s.uid = ? AND p.text = ? AND g.origin = 'file' AND g.at <= ? AND length(b.text) <= 4194304
                    ORDER BY g.at DESC, g.id DESC LIMIT 4
                    """)
            return try String.fetchAll(statement, arguments: [session, path, at])
        }
    }
}
