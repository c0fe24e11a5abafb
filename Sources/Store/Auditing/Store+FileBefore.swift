import GRDB
package import Provenance

extension Store {
    /// The edits of the same file that came before one, from the last one that wrote it whole to the latest; empty where
    /// that is not known, or longer ago than so many edits.
    package func editsBefore(_ edit: EditSource, atMost limit: Int) throws -> [Int64] {
        try read { db in
            let rows = try Row.fetchCursor(
                db.cachedStatement(
                    sql: """
                        SELECT e.id, e.kind = 'create' AND e.after IS NOT NULL AS is_whole
                        FROM edit e JOIN path p ON p.id = e.path JOIN generation g ON g.id = e.generation
                        JOIN session s ON s.id = g.session LEFT JOIN repository r ON r.id = s.repository
                        WHERE p.text = ?1 AND r.identity IS ?2 AND (e.at, e.id) < (?3, ?4)
                            AND e.status NOT IN ('failed', 'rejected')
                        ORDER BY e.at DESC, e.id DESC LIMIT ?5
                        """),
                arguments: [edit.origin.path, edit.origin.repository, edit.origin.at, edit.origin.id, limit])
            var ids: [Int64] = []
            while let row = try rows.next() {
                ids.append(row["id"])
                if row["is_whole"] == true { return ids.reversed() }
            }
            return []
        }
    }

    /// What an edit's answer said, and its tokens; `nil` where they are not recorded.
    package func tokens(ofEdit edit: Int64) throws -> (run: TokenRun, output: String)? {
        let row = try read { db in
            try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT t.generation, b.text FROM edit e JOIN token_run t ON t.generation = e.generation
                        JOIN generation g ON g.id = e.generation JOIN body b ON b.id = g.output WHERE e.id = ?
                        """), arguments: [edit])
        }
        guard let row, let run = try tokenRun(of: row["generation"]) else { return nil }
        return (run, row["text"])
    }
}
