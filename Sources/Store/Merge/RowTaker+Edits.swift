import GRDB
import Provenance

extension RowTaker {
    func takeEdits() throws {
        try take(
            """
            SELECT e.*, g.uid AS generation_uid, p.text AS path_text, m.text AS moved_text
            FROM edit e JOIN generation g ON g.id = e.generation JOIN path p ON p.id = e.path
            LEFT JOIN path m ON m.id = e.moved_from
            WHERE \(selection.only("edit", "e")) ORDER BY e.id
            """, texts: ["before", "after", "patch"]
        ) { row, db in
            if try isForgotten("edit", row["uid"], db) { return }
            guard let generation = try id("generation", row["generation_uid"], db),
                let path = try path(row["path_text"], db)
            else { return }
            let texts = try ["before", "after", "patch"].map { try body(row[$0], db)?.id }
            let moved = try self.path(row["moved_text"], db)
            if let id = try id("edit", row["uid"], db) {
                let given: [String: Int64?] = [
                    "generation": generation, "path": path, "moved_from": moved, "before": texts[0], "after": texts[1],
                    "patch": texts[2],
                ]
                try complete(self.row("edit", id, db), row, given, db)
                return
            }
            try insert(
                "edit",
                [
                    "uid": row.raw("uid"), "call": row.raw("call"), "generation": generation, "path": path,
                    "moved_from": moved, "kind": row.raw("kind"), "means": row.raw("means"),
                    "status": row.raw("status"), "at": row.raw("at"), "before": texts[0], "after": texts[1],
                    "patch": texts[2], "added": row.raw("added"), "removed": row.raw("removed"),
                    "first_line": row.raw("first_line"),
                ], db)
            tally.edits += 1
        }
    }

    /// "In order of certainty: a later sighting may only raise it."
    private static let status = JoinRule.ranked(Edit.Status.allCases.map(\.rawValue))

    /// What stood before and after, the hunks and their counts belong together: they are taken as they are from the edit
    /// that says more, which is the one that knows its outcome.
    private func complete(_ known: Row, _ row: SourceRow, _ given: [String: Int64?], _ db: Database) throws {
        try join("edit", known, row, ["status": Self.status], db)
        let here = try contents(
            known, texts: ["before", "after", "patch"].map { Int64.fromDatabaseValue(known[$0]) },
            path: Int64.fromDatabaseValue(known["path"]), db)
        let there = try contents(
            row, texts: ["before", "after", "patch"].map { given[$0] ?? nil }, path: given["path"] ?? nil, db)
        guard here.lexicographicallyPrecedes(there) else { return }
        let columns = ["kind", "means", "at", "added", "removed", "first_line", "call"]
        let values =
            columns.map { row.raw($0) } + given.sorted { $0.key < $1.key }.map { $0.value?.databaseValue ?? .null }
        let sets = (columns + given.keys.sorted()).map { "\($0) = ?" }.joined(separator: ", ")
        try db.execute(
            sql: "UPDATE edit SET \(sets) WHERE id = ?", arguments: StatementArguments(values + [known.raw("id")]))
    }

    /// What an edit says, as something to compare: how much first, then what.
    private func contents(
        _ row: some NamedValues, texts: [Int64?], path: Int64?, _ db: Database
    ) throws -> [JoinRule.Key] {
        let plain = ["added", "removed", "first_line"].map { JoinRule.key(row.raw($0)) }
        let known = texts.count { $0 != nil } + ["added", "removed", "first_line"].count { !row.raw($0).isNull }
        var keys = [JoinRule.Key(number: Int64(known), text: "")]
        for id in texts {
            let text = try id.flatMap { id in
                try Row.fetchOne(
                    db.cachedStatement(
                        sql: "SELECT length(CAST(text AS BLOB)) AS n, hex(sha256) AS h FROM body WHERE id = ?"),
                    arguments: [id])
            }
            keys.append(.init(number: text?["n"] ?? -1, text: text?["h"] ?? ""))
        }
        let name = try String.fetchOne(
            db.cachedStatement(sql: "SELECT text FROM path WHERE id = ?"), arguments: [path])
        return keys + plain + [
            JoinRule.key(row.raw("kind")), JoinRule.key(row.raw("means")), JoinRule.key(row.raw("at")),
        ]
            + [.init(number: .max, text: name ?? ""), JoinRule.key(row.raw("call"))]
    }
}
