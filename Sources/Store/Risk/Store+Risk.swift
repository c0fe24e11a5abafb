import GRDB

extension Store {
    /// - Parameters:
    ///   - generation: its row.
    ///   - edits: of whose code alone findings and scans are told; all of the answer for `nil`.
    ///   - edition: of today; what another one looked at last is told apart where it is named.
    package func riskFacts(
        of generation: Int64, edits: [Int64]? = nil, edition: AuditEdition? = nil
    ) throws -> RiskFacts? {
        let edits = edits.map { "[" + $0.map(String.init).joined(separator: ",") + "]" }
        return try read { db in
            guard
                let uid = try String.fetchOne(
                    db, sql: "SELECT uid FROM generation WHERE id = ?", arguments: [generation])
            else { return nil }
            var facts = RiskFacts(generation: uid)
            facts.findings = try Int64.fetchAll(
                db.cachedStatement(sql: Self.riskyFindings), arguments: [generation, edits])
            facts.trust = try Self.trust(of: generation, db)
            facts.word = try Self.word(on: generation, uid, db)
            try Self.countScans(of: generation, edits, edition, into: &facts, db)
            try Self.gatherTests(of: generation, into: &facts, db)
            facts.regretted = try String.fetchAll(
                db.cachedStatement(sql: Self.regrets), arguments: [generation, Self.telling])
            return facts
        }
    }

    /// Short words ("go on") are asked for everything, and tell nothing.
    private static let telling = 20

    private static let riskyFindings = """
        SELECT f.id FROM finding f WHERE f.status = 'open' AND f.id IN (
            SELECT id FROM finding WHERE generation = ?1 AND ?2 IS NULL
            UNION SELECT o.id FROM edit e JOIN finding o ON o.edit = e.id
                WHERE e.generation = ?1 AND (?2 IS NULL OR e.id IN (SELECT value FROM json_each(?2)))
            UNION SELECT d.finding FROM edit e JOIN finding_draft d ON d.edit = e.id
                WHERE e.generation = ?1 AND (?2 IS NULL OR e.id IN (SELECT value FROM json_each(?2))))
        ORDER BY f.uid
        """

    /// Reviews of decisions on the answer, its edits or a change that it is in, and what people decided themselves.
    private static func word(on generation: Int64, _ uid: String, _ db: Database) throws -> RiskFacts.Word? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    WITH told AS (
                        SELECT id FROM decision WHERE generation = ?1
                        UNION SELECT d.id FROM edit e JOIN decision d ON d.edit = e.id WHERE e.generation = ?1
                        UNION SELECT d.id FROM link l JOIN decision d ON d.uid = l.from_uid
                            WHERE l.to_kind = 'generation' AND l.to_uid = ?2 AND l.relation = 'judged'
                                AND l.from_kind = 'decision')
                    SELECT w.verdict = 'approved' AS approves, w.reviewer AS who, w.until, w.at, d.uid
                        FROM told JOIN decision d ON d.id = told.id JOIN review w ON w.decision = d.id
                    UNION ALL SELECT d.verdict = 'allow', 'a person', NULL, d.at, d.uid
                        FROM told JOIN decision d ON d.id = told.id
                        WHERE d.policy IS NULL AND d.verdict IN ('allow', 'block')
                    ORDER BY at DESC, approves, uid LIMIT 1
                    """), arguments: [generation, uid])
        return row.map {
            RiskFacts.Word(isApproval: $0["approves"], who: $0["who"], decision: $0["uid"], until: $0["until"])
        }
    }

    private static func countScans(
        of generation: Int64, _ edits: String?, _ edition: AuditEdition?, into facts: inout RiskFacts, _ db: Database
    ) throws {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT a.edit IS NULL OR w.edit IS NOT NULL AS waits, e.after IS NULL AND e.patch IS NULL AS textless,
                        a.skipped, count(*) AS number, ?3 IS NOT NULL AND r.id IS NOT NULL
                            AND (r.auditor, r.version, r.rules, r.source) <> (?3, ?4, ?5, ?6) AS stale
                    FROM edit e LEFT JOIN audited a ON a.edit = e.id LEFT JOIN pending_audit w ON w.edit = e.id
                        LEFT JOIN audit_run r ON r.id = a.run
                    WHERE e.generation = ?1 AND (?2 IS NULL OR e.id IN (SELECT value FROM json_each(?2)))
                        AND e.status NOT IN ('failed', 'rejected') AND e.kind <> 'delete'
                        AND NOT (e.kind = 'move' AND e.after IS NULL AND e.patch IS NULL)
                    GROUP BY 1, 2, 3, 5
                    """), arguments: [generation, edits] + (edition?.arguments ?? [nil, nil, nil, nil]))
        for row in rows {
            let number: Int = row["number"]
            facts.edits += number
            if row["textless"] {
                facts.skipped[.text, default: 0] += number
            } else if row["waits"] {
                facts.waiting += number
            } else if row["stale"] {
                facts.stale += number
            } else if let skip = (row["skipped"] as String?).flatMap(EditAudit.Skip.init(rawValue:)) {
                facts.skipped[skip, default: 0] += number
            }
        }
    }

    /// What may tell that tests cover it: the files of its turn, and what commands printed after it.
    private static func gatherTests(of generation: Int64, into facts: inout RiskFacts, _ db: Database) throws {
        let wrote = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT p.text AS path, min(e.uid) AS edit FROM generation g
                        JOIN generation o ON o.turn = g.turn JOIN edit e ON e.generation = o.id
                        JOIN path p ON p.id = e.path
                    WHERE g.id = ?1 AND e.status IN ('applied', 'changed') AND e.kind IN ('create', 'update', 'touch')
                    GROUP BY p.text ORDER BY p.text LIMIT 500
                    """), arguments: [generation])
        facts.wrote = wrote.map { RiskFacts.Written(path: $0["path"], edit: $0["edit"]) }
        let answers = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT s.uid, substr(b.text, -?2) AS ending FROM generation g JOIN turn t ON t.id = g.turn
                        JOIN segment s ON s.session = g.session AND s.thread = g.thread
                            AND s.number > coalesce(g.last_segment, 0)
                        JOIN body b ON b.id = s.body
                    WHERE g.id = ?1 AND s.origin = 'tool' AND s.at BETWEEN g.started_at AND t.ended_at
                    ORDER BY s.number DESC LIMIT ?3
                    """), arguments: [generation, mostEnding, mostToolAnswers])
        facts.answers = answers.map { RiskFacts.ToolAnswer(segment: $0["uid"], end: $0["ending"]) }
    }

    /// Characters: runners say at the end how it went.
    private static let mostEnding = 4000
    private static let mostToolAnswers = 40

    private static let regrets = """
        WITH own AS (
            SELECT g.started_at, q.words, q.id AS prompt FROM generation g JOIN prompt q ON q.id = coalesce(g.prompt, (
                SELECT id FROM prompt WHERE turn = g.turn AND asker = 'person' ORDER BY at, id LIMIT 1))
            WHERE g.id = ?1),
        earlier AS (
            SELECT n.id, n.uid FROM own JOIN prompt q ON q.words = own.words AND q.id <> own.prompt
                JOIN generation n ON n.turn = q.turn
            WHERE n.started_at < own.started_at
                AND (SELECT length(text) FROM body WHERE id = own.words) >= ?2
            ORDER BY n.started_at DESC LIMIT 500)
        SELECT DISTINCT n.uid FROM earlier n WHERE
            EXISTS (SELECT 1 FROM edit e WHERE e.generation = n.id AND (e.status = 'rejected'
                OR EXISTS (SELECT 1 FROM finding f WHERE f.edit = e.id AND 'fixed' IN (f.status, f.status_before_gone))
                OR EXISTS (SELECT 1 FROM decision d JOIN review w ON w.decision = d.id
                    WHERE d.edit = e.id AND w.verdict = 'rejected')
                OR EXISTS (SELECT 1 FROM link l WHERE l.to_kind = 'edit' AND l.to_uid = e.uid
                    AND l.relation IN ('reverted', 'reverts'))))
            OR EXISTS (SELECT 1 FROM decision d JOIN review w ON w.decision = d.id
                WHERE d.generation = n.id AND w.verdict = 'rejected')
            OR EXISTS (SELECT 1 FROM link l WHERE l.to_kind = 'generation' AND l.to_uid = n.uid
                AND l.relation IN ('reverted', 'reverts'))
        ORDER BY n.uid LIMIT 20
        """
}
