import GRDB
import Provenance

extension Store {
    /// Writes what a person says of a finding; the newest word holds.
    package func judge(_ finding: Int64, _ judgement: FindingJudgement) throws {
        try write { db in try Self.judge(finding, judgement, db) }
    }

    private static func judge(_ finding: Int64, _ judgement: FindingJudgement, _ db: Database) throws {
        // Two words of one millisecond: the later one is later.
        let last = try Int64.fetchOne(
            db, sql: "SELECT max(at) FROM finding_status WHERE finding = ?", arguments: [finding])
        try db.execute(
            sql: """
                INSERT INTO finding_status (finding, at, status, who, reason, until) VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                finding, last.map { max(judgement.at, $0 + 1) } ?? judgement.at, judgement.status.rawValue,
                judgement.who, judgement.reason, judgement.until,
            ])
    }

    /// Opens again what was accepted until a day that is over; the same wherever and whenever it is done.
    ///
    /// - Returns: how many.
    @discardableResult
    package func reopenExpired(at moment: Int64) throws -> Int {
        let due = try read { db in try Row.fetchAll(db, sql: Self.expired, arguments: [moment]) }
        guard !due.isEmpty else { return 0 }
        return try write { db in
            let due = try Row.fetchAll(db, sql: Self.expired, arguments: [moment])
            for row in due {
                try db.execute(
                    sql: """
                        INSERT OR IGNORE INTO finding_status (finding, at, status, who, reason)
                            VALUES (?, ?, 'open', 'colophon', 'its time is over')
                        """, arguments: [row["finding"], row["until"]])
            }
            return due.count
        }
    }

    /// What was said last, and has ended.
    private static let expired = """
        SELECT finding, until FROM finding_status s
        WHERE until <= ?1 AND until > at AND status <> 'open' AND NOT EXISTS (
            SELECT 1 FROM finding_status n WHERE n.finding = s.finding AND (n.at, n.status) > (s.at, s.status))
        """

    /// What was said of a finding, the oldest first.
    package func judgements(of finding: Int64) throws -> [FindingJudgement] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM finding_status WHERE finding = ? ORDER BY at, status", arguments: [finding]
            ).compactMap { row in
                guard let status = Finding.Status(rawValue: row["status"]) else { return nil }
                return FindingJudgement(
                    status: status, who: row["who"], reason: row["reason"], at: row["at"], until: row["until"])
            }
        }
    }

    /// The edits that wrote a finding, by uid and time, the oldest first.
    package func drafts(of finding: Int64) throws -> [(edit: String, at: Int64)] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT e.uid, e.at FROM finding_draft d JOIN edit e ON e.id = d.edit WHERE d.finding = ?
                    ORDER BY e.at, e.uid
                    """, arguments: [finding]
            ).map { ($0["uid"], $0["at"]) }
        }
    }

    /// The tools that saw a finding.
    package func witnesses(of finding: Int64) throws -> [FindingWitness] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM finding_witness WHERE finding = ? ORDER BY auditor, rule", arguments: [finding]
            ).map(FindingWitness.init(row:))
        }
    }

    /// Notes whether the code of findings stands in the work tree: what does not is gone, and comes back as what it was.
    package func setStanding(_ findings: [(id: Int64, stands: Bool)], at moment: Int64) throws {
        guard !findings.isEmpty else { return }
        for start in stride(from: 0, to: findings.count, by: 200) {
            try write { db in
                for (id, stands) in findings[start..<min(start + 200, findings.count)] {
                    if stands {
                        try db.cachedStatement(sql: Self.comeBack).execute(arguments: [id])
                    } else {
                        try db.cachedStatement(sql: Self.goAway).execute(arguments: [id, moment])
                    }
                }
            }
        }
    }

    private static let comeBack = """
        UPDATE finding SET status = coalesce(status_before_gone, 'open'), status_before_gone = NULL, gone_at = NULL
        WHERE id = ? AND status = 'gone'
        """

    static let goAway = """
        UPDATE finding SET status_before_gone = status, status = 'gone', gone_at = ?2
        WHERE id = ?1 AND status <> 'gone'
        """
}
