import GRDB
package import Provenance

extension Store {
    /// Writes what an audit of edits came to, in one transaction, and takes the edits off the queue.
    ///
    /// The same defect in another draft completes its finding: it stands in the latest edit, earlier ones are remembered.
    /// What an edit was found to have before and has no more is taken back, unless somebody else says so too or a person
    /// has judged it. What was forgotten stays so.
    ///
    /// - Parameter rules: of the findings; they are written where they are not there or say otherwise.
    package func take(
        _ audits: [EditAudit], by edition: AuditEdition, rules: [Rule], at moment: Int64
    ) throws {
        try write { db in
            let run = try AuditWriter.run(edition, at: moment, db)
            var writer = AuditWriter(db: db, edition: edition)
            for rule in rules { try writer.write(rule) }
            for audit in audits { try writer.write(audit, run: run) }
        }
    }
}

struct AuditWriter {
    let db: Database
    let edition: AuditEdition
    private var forgotten = ForgottenRecords()

    init(db: Database, edition: AuditEdition) {
        self.db = db
        self.edition = edition
    }

    /// Another one where an edit's texts, file or fate are others.
    static let stamp = """
        path || ' ' || coalesce(before, '') || ' ' || coalesce(after, '') || ' ' || coalesce(patch, '') || ' '
            || (status IN ('failed', 'rejected'))
        """

    static func run(_ edition: AuditEdition, at moment: Int64, _ db: Database) throws -> Int64 {
        try db.execute(
            sql: """
                INSERT INTO audit_run (auditor, version, rules, source, at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, arguments: edition.arguments + [moment])
        let id = try Int64.fetchOne(
            db, sql: "SELECT id FROM audit_run WHERE (auditor, version, rules, source) = (?, ?, ?, ?)",
            arguments: edition.arguments)
        guard let id else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an audit is missing") }
        return id
    }

    func write(_ rule: Rule) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO rule (id, title, severity, cwe, owasp, remedy, class, confidence, auditor)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                ON CONFLICT (id) DO UPDATE SET title = ?2, severity = ?3, cwe = ?4, owasp = ?5, remedy = ?6, class = ?7,
                    confidence = ?8, auditor = ?9
                """
        ).execute(
            arguments: [
                rule.id, rule.title, rule.severity.rawValue, rule.cwe, rule.owasp, rule.remedy, rule.kind,
                rule.confidence, rule.auditor,
            ])
    }

    mutating func write(_ audit: EditAudit, run: Int64) throws {
        let edit = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT at, uid, \(Self.stamp) AS stamp FROM edit WHERE id = ?"),
            arguments: [audit.edit])
        // Written anew meanwhile: it waits still.
        if let edit, let stamp = audit.stamp, edit["stamp"] != stamp { return }
        try db.cachedStatement(sql: "DELETE FROM pending_audit WHERE edit = ?").execute(arguments: [audit.edit])
        // Forgotten meanwhile.
        guard let edit else { return }
        let earlier = try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT finding FROM finding_draft WHERE edit = ?"), arguments: [audit.edit])
        var found: Set<Int64> = []
        for finding in audit.findings {
            if let id = try write(finding, in: audit.edit, at: edit["at"], uid: edit["uid"]) { found.insert(id) }
        }
        for id in earlier where !found.contains(id) { try withdraw(id, from: audit.edit) }
        if audit.isVoid {
            try db.cachedStatement(sql: "DELETE FROM audited WHERE edit = ?").execute(arguments: [audit.edit])
        } else {
            try db.cachedStatement(
                sql: """
                    INSERT INTO audited (edit, run, bytes, skipped) VALUES (?1, ?2, ?3, ?4)
                    ON CONFLICT (edit) DO UPDATE SET run = ?2, bytes = ?3, skipped = ?4
                    """
            ).execute(arguments: [audit.edit, run, audit.bytes, audit.skipped?.rawValue])
        }
    }

    // MARK: - One finding

    private mutating func write(_ finding: Finding, in edit: Int64, at moment: Int64, uid: String) throws -> Int64? {
        if try forgotten.contains(.finding, finding.uid, in: db) { return nil }
        let known = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT f.id, f.edit, coalesce((e.at, e.uid) <= (?2, ?3), 1) AS is_earlier
                    FROM finding f LEFT JOIN edit e ON e.id = f.edit WHERE f.uid = ?1
                    """), arguments: [finding.uid.text, moment, uid])
        let id: Int64
        if let known {
            id = known["id"]
            if known["is_earlier"] == true { try complete(id, by: finding, in: edit) }
            try db.cachedStatement(sql: "UPDATE finding SET at = ?2 WHERE id = ?1 AND at > ?2")
                .execute(arguments: [id, moment])
        } else {
            id = try insert(finding, in: edit, at: moment)
        }
        try db.cachedStatement(
            sql: """
                INSERT INTO finding_draft (finding, edit, start, length) VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT (finding, edit) DO UPDATE SET start = ?3, length = ?4
                """
        ).execute(
            arguments: [id, edit, finding.range?.lowerBound ?? 0, finding.range?.count ?? 0])
        try db.cachedStatement(
            sql: """
                INSERT INTO finding_witness (finding, auditor, rule, message, version, severity, fingerprint, at)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                ON CONFLICT (finding, auditor, rule) DO UPDATE SET message = ?4, version = ?5, severity = ?6,
                    fingerprint = ?7, at = min(at, ?8)
                """
        ).execute(
            arguments: [
                id, edition.auditor, finding.rule, finding.message, edition.version, finding.severity.rawValue,
                finding.fingerprint, moment,
            ])
        return id
    }

    private func insert(_ finding: Finding, in edit: Int64, at moment: Int64) throws -> Int64 {
        try db.cachedStatement(
            sql: """
                INSERT INTO finding (uid, edit, start, length, first_line, last_line, first_column, last_column, rule,
                    class, severity, confidence, cwe, message, fingerprint, tokens, least_logprob, mean_logprob, auditor,
                    at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                finding.uid.text, edit, finding.range?.lowerBound, finding.range?.count, finding.firstLine,
                finding.lastLine, finding.firstColumn, finding.lastColumn, finding.rule, finding.kind,
                finding.severity.rawValue, finding.confidence, finding.cwe, finding.message, finding.fingerprint,
                finding.tokens?.count, finding.tokens?.leastLogprob, finding.tokens?.meanLogprob, edition.auditor,
                moment,
            ])
        return db.lastInsertedRowID
    }

    /// The latest draft says where it stands, and what of it.
    private func complete(_ id: Int64, by finding: Finding, in edit: Int64) throws {
        try db.cachedStatement(
            sql: """
                UPDATE finding SET edit = ?2, start = ?3, length = ?4, first_line = ?5, last_line = ?6,
                    first_column = ?7, last_column = ?8, class = ?9, severity = ?10, confidence = ?11, cwe = ?12,
                    message = ?13, tokens = ?14, least_logprob = ?15, mean_logprob = ?16, fingerprint = ?17
                WHERE id = ?1
                """
        ).execute(
            arguments: [
                id, edit, finding.range?.lowerBound, finding.range?.count, finding.firstLine, finding.lastLine,
                finding.firstColumn, finding.lastColumn, finding.kind, finding.severity.rawValue, finding.confidence,
                finding.cwe, finding.message, finding.tokens?.count, finding.tokens?.leastLogprob,
                finding.tokens?.meanLogprob, finding.fingerprint,
            ])
    }

    /// The edit does not have it any more: by other rules, or another text.
    private func withdraw(_ id: Int64, from edit: Int64) throws {
        try db.cachedStatement(sql: "DELETE FROM finding_draft WHERE finding = ? AND edit = ?")
            .execute(arguments: [id, edit])
        let isLatest = try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT edit = ?2 FROM finding WHERE id = ?1"), arguments: [id, edit])
        guard isLatest == true else { return }
        // The draft before it is looked at again, and takes the finding over.
        let before = try Int64.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT d.edit FROM finding_draft d JOIN edit e ON e.id = d.edit WHERE d.finding = ?
                    ORDER BY e.at DESC, e.uid DESC LIMIT 1
                    """), arguments: [id])
        if let before {
            try db.cachedStatement(
                sql: """
                    UPDATE finding SET (edit, start, length)
                        = (SELECT edit, start, length FROM finding_draft WHERE finding = ?1 AND edit = ?2)
                    WHERE id = ?1
                    """
            ).execute(arguments: [id, before])
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO pending_audit VALUES (?)").execute(arguments: [before])
            return
        }
        try db.cachedStatement(sql: "DELETE FROM finding_witness WHERE finding = ? AND auditor = ?")
            .execute(arguments: [id, edition.auditor])
        try db.cachedStatement(
            sql: """
                DELETE FROM finding WHERE id = ?1
                    AND NOT EXISTS (SELECT 1 FROM finding_witness WHERE finding = ?1)
                    AND NOT EXISTS (SELECT 1 FROM finding_status WHERE finding = ?1)
                """
        ).execute(arguments: [id])
    }
}
