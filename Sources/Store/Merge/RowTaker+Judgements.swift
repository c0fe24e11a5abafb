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
                    INSERT INTO rule (id, title, severity, cwe, owasp, remedy, class, confidence, auditor)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET
                        title = excluded.title, severity = excluded.severity, cwe = excluded.cwe,
                        owasp = excluded.owasp, remedy = excluded.remedy, class = excluded.class,
                        confidence = excluded.confidence, auditor = excluded.auditor
                    WHERE (excluded.title, excluded.severity, coalesce(excluded.cwe, ''), coalesce(excluded.owasp, ''),
                            coalesce(excluded.remedy, ''), coalesce(excluded.class, ''),
                            coalesce(excluded.confidence, ''), coalesce(excluded.auditor, ''))
                        > (title, severity, coalesce(cwe, ''), coalesce(owasp, ''), coalesce(remedy, ''),
                            coalesce(class, ''), coalesce(confidence, ''), coalesce(auditor, ''))
                    """
            ).execute(
                arguments: [
                    row.raw("id"), clean(row["title"]), row.raw("severity"), row.raw("cwe"), row.raw("owasp"),
                    clean(row["remedy"]), row.raw("class"), row.raw("confidence"), row.raw("auditor"),
                ])
        }
    }

    func takeDecisions() throws {
        try take(
            """
            SELECT d.*, g.uid AS generation_uid, e.uid AS edit_uid\(try hasAudits ? Self.subjectsSince5 : "")
            FROM decision d
            LEFT JOIN generation g ON g.id = d.generation LEFT JOIN edit e ON e.id = d.edit
            \(try hasAudits ? Self.joinsSince5 : "")
            WHERE \(selection.only("decision", "d")) ORDER BY d.id
            """
        ) { row, db in
            if try isForgotten("decision", row["uid"], db) { return }
            if let id = try id("decision", row["uid"], db) {
                let verdict = JoinRule.ranked(Decision.Verdict.allCases.map(\.rawValue))
                try join(
                    "decision", try self.row("decision", id, db), row,
                    [
                        "verdict": verdict, "at": .least, "reasons": .longest, "digest": .least, "risk": .greatest,
                        "score": .greatest,
                    ], cleaning: ["reasons"], db)
                return
            }
            guard let subject = try subject(of: row, db) else { return }
            try insert(
                "decision",
                [
                    "uid": row.raw("uid"), "generation": subject.generation, "edit": subject.edit,
                    "change": try change(of: row, db), "revision": try revision(of: row, db),
                    "verdict": row.raw("verdict"), "reasons": clean(row["reasons"]), "policy": row.raw("policy"),
                    "digest": row.raw("digest"), "risk": row.raw("risk"), "score": row.raw("score"),
                    "at": row.raw("at"),
                ], db)
            tally.decisions += 1
        }
        guard try hasAudits else { return }
        try take(
            """
            SELECT w.*, d.uid AS decision_uid FROM review w JOIN decision d ON d.id = w.decision
            WHERE \(selection.only("decision", "d")) ORDER BY w.id
            """
        ) { row, db in
            guard try id("review", row["uid"], db) == nil,
                let decision = try id("decision", row["decision_uid"], db)
            else { return }
            try insert(
                "review",
                [
                    "uid": row.raw("uid"), "decision": decision, "verdict": row.raw("verdict"),
                    "reviewer": clean(row["reviewer"]), "reason": clean(row["reason"]), "until": row.raw("until"),
                    "at": row.raw("at"),
                ], db)
        }
    }

    private static let subjectsSince5 = """
        , c.repository AS change_repository, c.number AS change_number, c.url AS change_url, v.hash, r.identity,
            r.name AS repository_name, r.directory AS repository_directory
        """

    private static let joinsSince5 = """
        LEFT JOIN change c ON c.id = d.change LEFT JOIN revision v ON v.id = d.revision
        LEFT JOIN repository r ON r.id = v.repository
        """

    /// The change of a row, made where it is not here.
    private func change(of row: SourceRow, _ db: Database) throws -> Int64? {
        if row.raw("change_repository").isNull { return nil }
        try db.cachedStatement(
            sql: """
                INSERT INTO change (repository, number, url) VALUES (?, ?, ?)
                ON CONFLICT (repository, number) DO UPDATE SET
                    url = coalesce(min(url, excluded.url), url, excluded.url)
                """
        ).execute(arguments: [row.raw("change_repository"), row.raw("change_number"), row.raw("change_url")])
        return try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM change WHERE repository = ? AND number = ?"),
            arguments: [row.raw("change_repository"), row.raw("change_number")])
    }

    /// `nil` where what it is about is not here: forgotten, or left out.
    func subject(of row: SourceRow, _ db: Database) throws -> (generation: Int64?, edit: Int64?)? {
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
            _ = try change(of: row, db)
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

    /// What is no record of the store (a change, another program's kind) is taken at its word where everything is taken.
    private func isHere(_ kind: DatabaseValue, _ uid: DatabaseValue, _ db: Database) throws -> Bool {
        guard let kind = String.fromDatabaseValue(kind) else { return false }
        // A turn is made by the queue, of its prompt or of its session.
        if kind == "turn" { return try id("prompt", uid, db) != nil || id("turn", uid, db) != nil }
        if RecordKind(rawValue: kind) == nil { return kind == "change" || selection.isEverything }
        return try id(kind, uid, db) != nil
    }
}
