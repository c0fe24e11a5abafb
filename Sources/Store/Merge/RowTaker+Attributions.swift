import GRDB
import Provenance

// What other programs say of lines.
extension RowTaker {
    func takeAttributions() throws {
        let contributor = JoinRule.ranked(Attribution.Contributor.allCases.reversed().map(\.rawValue))
        try take(
            """
            SELECT a.*, v.hash, p.text AS path_text, s.uid AS session_uid, r.identity, r.name AS repository_name,
                r.directory AS repository_directory
            FROM attribution a JOIN path p ON p.id = a.path LEFT JOIN revision v ON v.id = a.revision
            LEFT JOIN session s ON s.id = a.session LEFT JOIN repository r ON r.id = v.repository
            WHERE \(selection.only("attribution", "a")) ORDER BY a.id
            """
        ) { row, db in
            let session = try id("session", row["session_uid"], db)
            if session == nil, !row.raw("session_uid").isNull { return }
            let revision = try revision(of: row, db)
            guard let id = try id("attribution", row["uid"], db) else {
                guard let path = try path(row["path_text"], db) else { return }
                try insert(
                    "attribution",
                    [
                        "uid": row.raw("uid"), "revision": revision, "path": path,
                        "first_line": row.raw("first_line"), "last_line": row.raw("last_line"),
                        "contributor": row.raw("contributor"), "session": session,
                        "session_hash": row.raw("session_hash"), "model": row.raw("model"),
                        "author": clean(row["author"]), "content_hash": row.raw("content_hash"),
                        "teller": row.raw("teller"), "at": row.raw("at"),
                    ], db)
                tally.attributions += 1
                return
            }
            let known = try self.row("attribution", id, db)
            let (knownSession, knownRevision): (Int64?, Int64?) = (known["session"], known["revision"])
            try join(
                "attribution", known, row,
                [
                    "contributor": contributor, "session_hash": .least, "model": .least, "author": .least,
                    "content_hash": .least, "teller": .least, "at": .least,
                ], setting: ["session": knownSession ?? session, "revision": knownRevision ?? revision],
                cleaning: ["author"], db)
        }
    }

    /// Brings the revision of a row along, with the repository that it lies in.
    func revision(of row: SourceRow, _ db: Database) throws -> Int64? {
        guard let hash = String.fromDatabaseValue(row["hash"]) else { return nil }
        let repository = try self.repository(row, db)
        try db.cachedStatement(sql: "INSERT INTO revision (hash) VALUES (?) ON CONFLICT (hash) DO NOTHING")
            .execute(arguments: [hash])
        let known = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT id, repository FROM revision WHERE hash = ?"), arguments: [hash])
        guard let known else { return nil }
        let stored: Int64? = known["repository"]
        if let better = try betterRepository(stored, repository, db), better != stored {
            try db.cachedStatement(sql: "UPDATE revision SET repository = ? WHERE id = ?")
                .execute(arguments: [better, known["id"]])
        }
        return known["id"]
    }
}
