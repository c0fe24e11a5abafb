import GRDB

extension Store {
    /// Where the project of a session lies, or lay: that of its repository before its own, as they were recorded.
    ///
    /// - Parameter session: its uid.
    package func projectFolders(ofSession session: String) throws -> [String] {
        try read { db in
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT r.directory AS repository, s.directory AS own
                        FROM session s LEFT JOIN repository r ON r.id = s.repository WHERE s.uid = ?
                        """), arguments: [session])
            return [row?["repository"] as String?, row?["own"] as String?].compactMap { $0 }
        }
    }
}
