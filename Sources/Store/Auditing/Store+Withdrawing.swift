import GRDB

/// A finding that a scanner has told of.
package struct WitnessedFinding: Equatable, Sendable {
    package var id: Int64
    /// As the scanner calls it.
    package var rule: String
    /// As the agent named the file.
    package var path: String?
    /// The identity of its repository.
    package var repository: String?
}

extension Store {
    /// What an auditor has told of and what is not gone.
    ///
    /// - Parameter but: rows that are left out.
    package func findings(witnessedBy auditor: String, but: Set<Int64>) throws -> [WitnessedFinding] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT f.id, w.rule, p.text AS path, r.identity
                    FROM finding_witness w JOIN finding f ON f.id = w.finding LEFT JOIN edit e ON e.id = f.edit
                    LEFT JOIN path p ON p.id = coalesce(f.path, e.path)
                    LEFT JOIN generation g ON g.id = coalesce(f.generation, e.generation)
                    LEFT JOIN session s ON s.id = g.session LEFT JOIN repository r ON r.id = s.repository
                    WHERE w.auditor = ? AND f.status <> 'gone' ORDER BY f.id
                    """, arguments: [auditor]
            ).compactMap { row in
                guard !but.contains(row["id"]) else { return nil }
                return WitnessedFinding(
                    id: row["id"], rule: row["rule"], path: row["path"], repository: row["identity"])
            }
        }
    }

    /// Takes back what an auditor told of: of what nobody else tells, the finding is gone, and stays so until somebody tells
    /// of it again.
    ///
    /// - Returns: how many are gone, and how many others still tell of.
    package func withdraw(
        _ findings: [Int64], witnessedBy auditor: String, at moment: Int64
    ) throws -> (gone: Int, left: Int) {
        var (gone, left) = (0, 0)
        for start in stride(from: 0, to: findings.count, by: 200) {
            try write { db in
                for id in findings[start..<min(start + 200, findings.count)] {
                    try db.cachedStatement(sql: "DELETE FROM finding_witness WHERE finding = ? AND auditor = ?")
                        .execute(arguments: [id, auditor])
                    let others = try Bool.fetchOne(
                        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM finding_witness WHERE finding = ?)"),
                        arguments: [id])
                    if others == true {
                        left += 1
                    } else {
                        try db.cachedStatement(sql: Self.goAway).execute(arguments: [id, moment])
                        gone += 1
                    }
                }
            }
        }
        return (gone, left)
    }

    /// What was gone because nobody told of it is what it was before.
    static let comeBackUntold = """
        UPDATE finding SET status = coalesce(status_before_gone, 'open'), status_before_gone = NULL, gone_at = NULL
        WHERE id = ?1 AND status = 'gone' AND NOT EXISTS (SELECT 1 FROM finding_witness WHERE finding = ?1)
        """
}
