import GRDB
import Provenance

// What auditors found, who saw it, and what people said of it.
extension RowTaker {
    /// Whether the source is of a version that knows witnesses, drafts and judgements.
    var hasAudits: Bool {
        get throws { try source.tableExists("finding_witness") }
    }

    private static let ranks = JoinRule.ranked(["open", "false", "accepted", "fixed"])

    func takeFindings() throws {
        try take(
            """
            SELECT f.*, g.uid AS generation_uid, e.uid AS edit_uid, e.at AS edit_at, p.text AS path_text
            FROM finding f LEFT JOIN generation g ON g.id = f.generation LEFT JOIN edit e ON e.id = f.edit
            LEFT JOIN path p ON p.id = f.path WHERE \(selection.only("finding", "f")) ORDER BY f.id
            """
        ) { row, db in
            if try isForgotten("finding", row["uid"], db) { return }
            // Whether it still stands is a matter of this machine's work trees.
            let isGone = String.fromDatabaseValue(row["status"]) == "gone"
            let before = row.raw("status_before_gone")
            let status = isGone ? (before.isNull ? "open".databaseValue : before) : row.raw("status")
            if let id = try id("finding", row["uid"], db) {
                try complete(id, row, status, db)
                return
            }
            guard let subject = try subject(of: row, db) else { return }
            try insert(
                "finding",
                [
                    "uid": row.raw("uid"), "generation": subject.generation, "edit": subject.edit,
                    "path": try path(row["path_text"], db), "start": row.raw("start"), "length": row.raw("length"),
                    "first_line": row.raw("first_line"), "last_line": row.raw("last_line"),
                    "first_column": row.raw("first_column"), "last_column": row.raw("last_column"),
                    "rule": row.raw("rule"), "class": row.raw("class"), "severity": row.raw("severity"),
                    "confidence": row.raw("confidence"), "cwe": row.raw("cwe"), "message": clean(row["message"]),
                    "fingerprint": row.raw("fingerprint"), "tokens": row.raw("tokens"),
                    "least_logprob": row.raw("least_logprob"), "mean_logprob": row.raw("mean_logprob"),
                    "auditor": row.raw("auditor"), "status": status, "at": row.raw("at"),
                ], db)
            tally.findings += 1
        }
        guard try hasAudits else { return }
        try takeWitnesses()
        try takeDrafts()
        try takeStatuses()
    }

    /// What is said of one finding joins; where it stands, the later of two edits knows.
    private func complete(_ id: Int64, _ row: SourceRow, _ status: DatabaseValue, _ db: Database) throws {
        let known = try self.row("finding", id, db)
        try join("finding", known, row, ["at": .least, "message": .longest], cleaning: ["message"], db)
        let isGone = (known["status"] as String) == "gone"
        let column = isGone ? "status_before_gone" : "status"
        let joined = Self.ranks.join(known[column], status)
        if joined != known[column] {
            try db.execute(sql: "UPDATE finding SET \(column) = ? WHERE id = ?", arguments: [joined, id])
        }
        guard let edit = try self.id("edit", row["edit_uid"], db), edit != (known["edit"] as Int64?) else { return }
        let later = try Bool.fetchOne(
            db.cachedStatement(
                sql: "SELECT coalesce((SELECT (at, uid) < (?, ?) FROM edit WHERE id = ?), 1)"),
            arguments: [row.raw("edit_at"), row.raw("edit_uid"), known["edit"] as DatabaseValue])
        guard later == true else { return }
        try db.cachedStatement(
            sql: """
                UPDATE finding SET edit = ?, generation = ?, start = ?, length = ?, first_line = ?, last_line = ?,
                    first_column = ?, last_column = ?, severity = ?, confidence = ?, message = ?, tokens = ?,
                    least_logprob = ?, mean_logprob = ?
                WHERE id = ?
                """
        ).execute(
            arguments: [
                edit, try self.id("generation", row["generation_uid"], db), row.raw("start"), row.raw("length"),
                row.raw("first_line"), row.raw("last_line"), row.raw("first_column"), row.raw("last_column"),
                row.raw("severity"), row.raw("confidence"), clean(row["message"]), row.raw("tokens"),
                row.raw("least_logprob"), row.raw("mean_logprob"), id,
            ])
    }

    private func takeWitnesses() throws {
        try take(
            """
            SELECT w.*, f.uid AS finding_uid FROM finding f JOIN finding_witness w ON w.finding = f.id
            WHERE \(selection.only("finding", "f")) ORDER BY f.id
            """
        ) { row, db in
            guard let finding = try id("finding", row["finding_uid"], db) else { return }
            // Of two tellings of one auditor the later one, of equal ones always the same.
            try db.cachedStatement(
                sql: """
                    INSERT INTO finding_witness (finding, auditor, rule, message, version, severity, fingerprint, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (finding, auditor, rule) DO UPDATE SET
                        message = excluded.message, version = excluded.version, severity = excluded.severity,
                        fingerprint = excluded.fingerprint, at = excluded.at
                    WHERE (excluded.version IS NOT NULL, excluded.at, excluded.message)
                        > (version IS NOT NULL, at, message)
                    """
            ).execute(
                arguments: [
                    finding, row.raw("auditor"), row.raw("rule"), clean(row["message"]), row.raw("version"),
                    row.raw("severity"), row.raw("fingerprint"), row.raw("at"),
                ])
        }
    }

    private func takeDrafts() throws {
        try take(
            """
            SELECT d.*, f.uid AS finding_uid, e.uid AS edit_uid
            FROM finding f JOIN finding_draft d ON d.finding = f.id JOIN edit e ON e.id = d.edit
            WHERE \(selection.only("finding", "f")) ORDER BY f.id
            """
        ) { row, db in
            guard let finding = try id("finding", row["finding_uid"], db),
                let edit = try id("edit", row["edit_uid"], db)
            else { return }
            try db.cachedStatement(
                sql: "INSERT OR IGNORE INTO finding_draft (finding, edit, start, length) VALUES (?, ?, ?, ?)"
            ).execute(arguments: [finding, edit, row.raw("start"), row.raw("length")])
        }
    }

    /// What people said, in the order in which they said it; the last word holds.
    private func takeStatuses() throws {
        try take(
            """
            SELECT s.*, f.uid AS finding_uid FROM finding f JOIN finding_status s ON s.finding = f.id
            WHERE \(selection.only("finding", "f")) ORDER BY f.id
            """
        ) { row, db in
            guard let finding = try id("finding", row["finding_uid"], db) else { return }
            try db.cachedStatement(
                sql: """
                    INSERT INTO finding_status (finding, at, status, who, reason, until) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (finding, at, status) DO NOTHING
                    """
            ).execute(
                arguments: [
                    finding, row.raw("at"), row.raw("status"), clean(row["who"]), clean(row["reason"]),
                    row.raw("until"),
                ])
            try db.cachedStatement(sql: Self.lastWord).execute(arguments: [finding])
        }
    }

    private static let lastWord = """
        UPDATE finding SET
            status = iif(finding.status = 'gone', 'gone', w.status),
            status_before_gone = iif(finding.status = 'gone', w.status, NULL)
        FROM (SELECT status FROM finding_status WHERE finding = ?1 ORDER BY at DESC, status DESC LIMIT 1) w
        WHERE id = ?1
        """
}
