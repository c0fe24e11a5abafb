import GRDB
package import Provenance

/// Something in a piece of context that an auditor objects to.
package struct SegmentFinding: Sendable {
    package var uid: UID
    package var segment: Int64
    /// The first answer that saw it.
    package var generation: Int64
    package var line: Int?
    package var rule: Rule
    package var message: String
    package var at: Int64

    package init(uid: UID, segment: Int64, generation: Int64, line: Int?, rule: Rule, message: String, at: Int64) {
        self.uid = uid
        self.segment = segment
        self.generation = generation
        self.line = line
        self.rule = rule
        self.message = message
        self.at = at
    }
}

/// Pieces of context that were looked through, and what was found in them.
package struct ContextLook: Sendable {
    package var auditor: String
    /// A number of its rules: others have another.
    package var rules: Int64
    /// The rows' ids.
    package var segments: [Int64] = []
    package var findings: [SegmentFinding] = []

    package init(auditor: String, rules: Int64) {
        self.auditor = auditor
        self.rules = rules
    }
}

extension ContextLook {
    func keep(_ db: Database) throws {
        var forgotten = ForgottenRecords()
        let found = Dictionary(grouping: findings, by: \.segment)
        for segment in segments {
            try db.cachedStatement(sql: "UPDATE segment_trust SET looked = ? WHERE segment = ?")
                .execute(arguments: [rules, segment])
            try withdraw(from: segment, but: Set((found[segment] ?? []).map(\.uid.text)), db)
        }
        for finding in findings where try !forgotten.contains(.finding, finding.uid, in: db) {
            try keep(finding, db)
        }
    }

    /// What these rules do not find any more is taken back, unless a person has judged it.
    private func withdraw(from segment: Int64, but kept: Set<String>, _ db: Database) throws {
        let known = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT id, uid FROM finding WHERE segment = ? AND auditor = ? AND status = 'open'
                        AND NOT EXISTS (SELECT 1 FROM finding_status WHERE finding = finding.id)
                    """), arguments: [segment, auditor])
        for row in known where !kept.contains(row["uid"]) {
            try db.cachedStatement(sql: "DELETE FROM finding WHERE id = ?").execute(arguments: [row["id"] as Int64])
        }
    }

    private func keep(_ finding: SegmentFinding, _ db: Database) throws {
        let rule = finding.rule
        try db.cachedStatement(
            sql: """
                INSERT INTO rule (id, title, severity, cwe, owasp, remedy) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO NOTHING
                """
        ).execute(
            arguments: [rule.id, rule.title, rule.severity.rawValue, rule.cwe, rule.owasp, rule.remedy])
        try db.cachedStatement(
            sql: """
                INSERT INTO finding
                    (uid, generation, path, segment, first_line, last_line, rule, severity, cwe, message, auditor, at)
                SELECT ?1, ?2, s.path, s.id, ?4, ?4, ?5, ?6, ?7, ?8, ?9, ?10 FROM segment s
                WHERE s.id = ?3 AND EXISTS (SELECT 1 FROM generation WHERE id = ?2)
                -- One that came by a merge does not know the piece of context any more.
                ON CONFLICT (uid) DO UPDATE SET segment = excluded.segment WHERE segment IS NULL
                """
        ).execute(
            arguments: [
                finding.uid.text, finding.generation, finding.segment, finding.line, rule.id, rule.severity.rawValue,
                rule.cwe, finding.message, auditor, finding.at,
            ])
    }
}
