import GRDB

extension RowTaker {
    /// The names that repositories have had, before any row that goes by one of them.
    ///
    /// Of a part of a store those are taken that a session of the part goes by.
    func takeRepositoryNames() throws {
        let part = """
            to_uid IN (SELECT identity FROM repository WHERE id IN (
                SELECT s.repository FROM session s WHERE \(selection.only("session", "s"))))
            """
        try take(
            """
            SELECT from_uid, to_uid FROM link
            WHERE \(RepositoryNames.isAlias) AND \(selection.isEverything ? "1" : part) ORDER BY id
            """
        ) { row, db in
            guard let former = String.fromDatabaseValue(row["from_uid"]),
                let identity = String.fromDatabaseValue(row["to_uid"])
            else { return }
            let names = RepositoryNames(db: db)
            try names.link(former, to: identity)
            try names.join()
        }
    }
}
