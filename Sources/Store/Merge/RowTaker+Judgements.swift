import GRDB
import Provenance

// What others say of generations and edits, and what became of them.
extension RowTaker {
    func takeRules() throws {
        try take(
            "SELECT * FROM rule r WHERE \(selection.isEverything ? "1" : "r.id IN (SELECT rule FROM finding WHERE id IN \(RecordSet.all("finding")))")"
        ) { row, db in
            // Of two editions neither says which is newer: always the same one stands.
            try db.cachedStatement(
                sql: """
                    INSERT INTO rule (id, title, severity, cwe, owasp, remedy) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET
                        title = excluded.title, severity = excluded.severity, cwe = excluded.cwe,
                        owasp = excluded.owasp, remedy = excluded.remedy
                    WHERE (excluded.title, excluded.severity, coalesce(excluded.cwe, ''), coalesce(excluded.owasp, ''),
                            coalesce(excluded.remedy, ''))
                        > (title, severity, coalesce(cwe, ''), coalesce(owasp, ''), coalesce(remedy, ''))
                    """
            ).execute(
                arguments: [
                    row.raw("id"), clean(row["title"]), row.raw("severity"), row.raw("cwe"), row.raw("owasp"),
                    clean(row["remedy"]),
                ])
        }
    }

    func takeFindings() throws {
        let status = JoinRule.ranked(["open", "false", "accepted", "fixed"])
        try take(
            """
            SELECT f.*, g.uid AS generation_uid, e.uid AS edit_uid, p.text AS path_text
            FROM finding f LEFT JOIN generation g ON g.id = f.generation LEFT JOIN edit e ON e.id = f.edit
            LEFT JOIN path p ON p.id = f.path WHERE \(selection.only("finding", "f")) ORDER BY f.id
            """
        ) { row, db in
            if try isForgotten("finding", row["uid"], db) { return }
            let message = clean(row["message"])
            if let id = try id("finding", row["uid"], db) {
                try join(
                    "finding", try self.row("finding", id, db), row,
                    ["status": status, "at": .least, "message": .longest], cleaning: ["message"], db)
                return
            }
            guard let subject = try subject(of: row, db) else { return }
            try insert(
                "finding",
                [
                    "uid": row.raw("uid"), "generation": subject.generation, "edit": subject.edit,
                    "path": try path(row["path_text"], db), "first_line": row.raw("first_line"),
                    "last_line": row.raw("last_line"), "rule": row.raw("rule"), "severity": row.raw("severity"),
                    "cwe": row.raw("cwe"), "message": message, "auditor": row.raw("auditor"),
                    "status": row.raw("status"), "at": row.raw("at"),
                ], db)
            tally.findings += 1
        }
    }

    func takeDecisions() throws {
        try take(
            """
            SELECT d.*, g.uid AS generation_uid, e.uid AS edit_uid FROM decision d
            LEFT JOIN generation g ON g.id = d.generation LEFT JOIN edit e ON e.id = d.edit
            WHERE \(selection.only("decision", "d")) ORDER BY d.id
            """
        ) { row, db in
            if try isForgotten("decision", row["uid"], db) { return }
            if let id = try id("decision", row["uid"], db) {
                let verdict = JoinRule.ranked(Decision.Verdict.allCases.map(\.rawValue))
                try join(
                    "decision", try self.row("decision", id, db), row,
                    ["verdict": verdict, "at": .least, "reasons": .longest], cleaning: ["reasons"], db)
                return
            }
            guard let subject = try subject(of: row, db) else { return }
            try insert(
                "decision",
                [
                    "uid": row.raw("uid"), "generation": subject.generation, "edit": subject.edit,
                    "verdict": row.raw("verdict"), "reasons": clean(row["reasons"]), "policy": row.raw("policy"),
                    "at": row.raw("at"),
                ], db)
            tally.decisions += 1
        }
    }

    /// `nil` where what it is about is not here: forgotten, or left out.
    private func subject(of row: SourceRow, _ db: Database) throws -> (generation: Int64?, edit: Int64?)? {
        let generation = try id("generation", row["generation_uid"], db)
        let edit = try id("edit", row["edit_uid"], db)
        if generation == nil, !row.raw("generation_uid").isNull { return nil }
        if edit == nil, !row.raw("edit_uid").isNull { return nil }
        return (generation, edit)
    }

    func takeAlerts() throws {
        try take(
            """
            SELECT a.*, r.identity, r.name AS repository_name, r.directory AS repository_directory
            FROM alert a LEFT JOIN repository r ON r.id = a.repository
            WHERE \(selection.only("alert", "a")) ORDER BY a.id
            """, texts: ["body"]
        ) { row, db in
            if try isForgotten("alert", row["uid"], db) { return }
            let text = try body(row["body"], db)?.id
            let repository = try repository(row, db)
            guard let id = try id("alert", row["uid"], db) else {
                try insert(
                    "alert",
                    [
                        "uid": row.raw("uid"), "title": clean(row["title"]), "body": text,
                        "service": row.raw("service"), "revision": row.raw("revision"),
                        "severity": row.raw("severity"), "at": row.raw("at"), "repository": repository,
                    ], db)
                tally.alerts += 1
                return
            }
            let known = try self.row("alert", id, db)
            try join(
                "alert", known, row,
                [
                    "title": .longest, "service": .least, "revision": .least, "severity": .least, "at": .least,
                ],
                setting: [
                    "body": try longer(known["body"], text, db),
                    "repository": Int64.fromDatabaseValue(known["repository"]) ?? repository,
                ], cleaning: ["title"], db)
        }
    }

    /// Links whose ends are here, and the changes and revisions that they lead to.
    func takeLinks() throws {
        if selection.isEverything { try takeChanges() }
        try take(
            """
            SELECT l.*, c.repository AS change_repository, c.number AS change_number, c.url AS change_url,
                v.hash, r.identity, r.name AS repository_name, r.directory AS repository_directory
            FROM link l LEFT JOIN change c ON l.to_kind = 'change' AND c.repository || '#' || c.number = l.to_uid
            LEFT JOIN revision v ON l.to_kind = 'revision' AND v.hash = l.to_uid
            LEFT JOIN repository r ON r.id = v.repository
            WHERE NOT (\(RepositoryNames.isAlias)) ORDER BY l.id
            """
        ) { row, db in
            guard try isHere(row["from_kind"], row["from_uid"], db) else { return }
            let leadsOut = String.fromDatabaseValue(row["to_kind"]) == RecordLink.revision
            guard try leadsOut || isHere(row["to_kind"], row["to_uid"], db) else { return }
            _ = try revision(of: row, db)
            if !row.raw("change_repository").isNull {
                try db.cachedStatement(
                    sql: """
                        INSERT INTO change (repository, number, url) VALUES (?, ?, ?)
                        ON CONFLICT (repository, number) DO UPDATE SET
                            url = coalesce(min(url, excluded.url), url, excluded.url)
                        """
                ).execute(
                    arguments: [row.raw("change_repository"), row.raw("change_number"), row.raw("change_url")])
            }
            try db.cachedStatement(
                sql: """
                    INSERT INTO link (from_kind, from_uid, relation, to_kind, to_uid, at) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (from_kind, from_uid, relation, to_kind, to_uid) DO UPDATE SET
                        at = coalesce(min(at, excluded.at), at, excluded.at)
                    """
            ).execute(
                arguments: [
                    row.raw("from_kind"), row.raw("from_uid"), row.raw("relation"), row.raw("to_kind"),
                    row.raw("to_uid"), row.raw("at"),
                ])
        }
    }

    private func takeChanges() throws {
        try take("SELECT * FROM change ORDER BY id") { row, db in
            try db.cachedStatement(
                sql: """
                    INSERT INTO change (repository, number, url) VALUES (?, ?, ?)
                    ON CONFLICT (repository, number) DO UPDATE SET
                        url = coalesce(min(url, excluded.url), url, excluded.url)
                    """
            ).execute(arguments: [row.raw("repository"), row.raw("number"), row.raw("url")])
        }
    }

    /// What is no record of the store (a change, another program's kind) is taken at its word where everything is taken.
    private func isHere(_ kind: DatabaseValue, _ uid: DatabaseValue, _ db: Database) throws -> Bool {
        guard let kind = String.fromDatabaseValue(kind) else { return false }
        // A turn is made by the queue, of its prompt or of its session.
        if kind == "turn" { return try id("prompt", uid, db) != nil || id("turn", uid, db) != nil }
        if RecordKind(rawValue: kind) == nil { return kind == "change" || selection.isEverything }
        return try id(kind, uid, db) != nil
    }
}
