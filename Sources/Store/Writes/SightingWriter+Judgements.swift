import GRDB
import Provenance

/// What others say of generations and edits, and what became of them.
extension SightingWriter {
    mutating func write(_ rule: Rule) throws {
        if try optionalInt("SELECT 1 FROM rule WHERE id = ?", [rule.id]) == nil { tally.rules += 1 }
        // An auditor's newer edition of a rule stands over the older one.
        try run(
            """
            INSERT INTO rule (id, title, severity, cwe, owasp, remedy, class, confidence, auditor)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                title = excluded.title, severity = excluded.severity, cwe = coalesce(excluded.cwe, cwe),
                owasp = coalesce(excluded.owasp, owasp), remedy = coalesce(excluded.remedy, remedy),
                class = coalesce(excluded.class, class), confidence = coalesce(excluded.confidence, confidence),
                auditor = coalesce(excluded.auditor, auditor)
            """,
            [
                rule.id, rule.title, rule.severity.rawValue, rule.cwe, rule.owasp, rule.remedy, rule.kind,
                rule.confidence, rule.auditor,
            ])
    }

    mutating func write(_ finding: Finding) throws {
        if let known = try optionalInt("SELECT id FROM finding WHERE uid = ?", [finding.uid.text]) {
            if let status = finding.status?.rawValue {
                // What is gone from the tree stays so, whatever is said of it.
                try run(
                    "UPDATE finding SET status = ?2 WHERE id = ?1 AND status <> ?2 AND status <> 'gone'",
                    [known, status])
                try run(
                    "UPDATE finding SET status_before_gone = ?2 WHERE id = ?1 AND status = 'gone'", [known, status])
            }
            return
        }
        try run(
            """
            INSERT INTO finding
                (uid, generation, edit, path, first_line, last_line, rule, severity, cwe, message, auditor, status, at,
                start, length, first_column, last_column, class, confidence, fingerprint, tokens, least_logprob,
                mean_logprob)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                finding.uid.text, try finding.generation.map { try knownGeneration($0) },
                try finding.edit.map { try knownEdit($0) }, try finding.path.map { try pathID($0) },
                finding.firstLine, finding.lastLine, finding.rule, finding.severity.rawValue, finding.cwe,
                finding.message, finding.auditor, (finding.status ?? .open).rawValue, finding.at,
                finding.range?.lowerBound, finding.range?.count, finding.firstColumn, finding.lastColumn,
                finding.kind, finding.confidence, finding.fingerprint, finding.tokens?.count,
                finding.tokens?.leastLogprob, finding.tokens?.meanLogprob,
            ])
        tally.findings += 1
    }

    mutating func write(_ decision: Decision) throws {
        // A history may tell of calls whose edits another one has, or none.
        if !isStrict, let edit = decision.edit, try optionalInt("SELECT 1 FROM edit WHERE uid = ?", [edit.text]) == nil
        {
            return
        }
        if let revision = decision.revision { try revisionID(linked: revision) }
        try run(
            """
            INSERT INTO decision
                (uid, generation, edit, verdict, reasons, policy, at, change, revision, digest, risk, score)
            VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT id FROM change WHERE repository || '#' || number = ?),
                (SELECT id FROM revision WHERE hash = ?), ?, ?, ?)
            ON CONFLICT (uid) DO NOTHING
            """,
            [
                decision.uid.text, try decision.generation.map { try knownGeneration($0) },
                try decision.edit.map { try knownEdit($0) }, decision.verdict.rawValue,
                decision.reasons.joined(separator: "\n"), decision.policy, decision.at, decision.change,
                decision.revision, decision.digest, decision.risk, decision.score,
            ])
        tally.decisions += statements.changes
        // Which request it is may be known later than what was decided.
        guard let change = decision.change else { return }
        try run(
            """
            UPDATE decision SET change = (SELECT id FROM change WHERE repository || '#' || number = ?2)
            WHERE uid = ?1 AND change IS NULL
            """, [decision.uid.text, change])
    }

    mutating func write(_ alert: Alert) throws {
        let known = try optionalInt("SELECT id FROM alert WHERE uid = ?", [alert.uid.text])
        try run(
            """
            INSERT INTO alert (uid, title, body, service, revision, severity, at) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (uid) DO UPDATE SET
                body = coalesce(body, excluded.body), service = coalesce(service, excluded.service),
                revision = coalesce(revision, excluded.revision), severity = coalesce(severity, excluded.severity)
            """,
            [
                alert.uid.text, alert.title, try alert.text.map { try bodyID($0) }, alert.service, alert.revision,
                alert.severity?.rawValue, alert.at,
            ])
        if known == nil { tally.alerts += 1 }
    }

    mutating func write(_ link: RecordLink) throws {
        for end in [link.from, link.to] {
            guard let kind = RecordKind(rawValue: end.kind) else { continue }
            let known = try Int64.fetchOne(
                statements.db, sql: "SELECT id FROM \(kind.rawValue) WHERE uid = ?", arguments: [end.uid])
            guard known == nil else { continue }
            if isStrict { throw Refusal.missing(kind) }
            return
        }
        if link.to.kind == RecordLink.revision { try revisionID(linked: link.to.uid) }
        try run(
            "INSERT OR IGNORE INTO link (from_kind, from_uid, relation, to_kind, to_uid, at) VALUES (?, ?, ?, ?, ?, ?)",
            [link.from.kind, link.from.uid, link.relation, link.to.kind, link.to.uid, link.at])
        tally.links += statements.changes
    }

    private mutating func knownGeneration(_ uid: UID) throws -> Int64 {
        guard let id = try generation(uid) else { throw Refusal.missing(.generation) }
        return id
    }

    private func knownEdit(_ uid: UID) throws -> Int64 {
        guard let id = try optionalInt("SELECT id FROM edit WHERE uid = ?", [uid.text]) else {
            throw Refusal.missing(.edit)
        }
        return id
    }
}
