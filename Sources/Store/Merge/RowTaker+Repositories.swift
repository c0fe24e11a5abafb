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

    /// What was deployed when: of a part of a store that of its sessions' repositories.
    func takeDeployments() throws {
        let part = "d.repository IN (SELECT s.repository FROM session s WHERE \(selection.only("session", "s")))"
        try take(
            """
            SELECT d.*, r.identity, r.name AS repository_name, r.directory AS repository_directory
            FROM deployment d LEFT JOIN repository r ON r.id = d.repository
            WHERE \(selection.isEverything ? "1" : part) ORDER BY d.id
            """
        ) { row, db in
            let repository = try repository(row, db)
            guard let id = try id("deployment", row["uid"], db) else {
                try insert(
                    "deployment",
                    [
                        "uid": row.raw("uid"), "repository": repository, "revision": row.raw("revision"),
                        "version": row.raw("version"), "service": row.raw("service"),
                        "environment": row.raw("environment"), "at": row.raw("at"),
                    ], db)
                return
            }
            let known = try self.row("deployment", id, db)
            try join(
                "deployment", known, row, ["version": .least, "service": .least, "environment": .least, "at": .least],
                setting: ["repository": Int64.fromDatabaseValue(known["repository"]) ?? repository], db)
        }
    }
}
