import GRDB
import Provenance

extension Store {
    /// How many edits wait for their audit.
    package func editsWithoutAudit() throws -> Int {
        try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM pending_audit") ?? 0 }
    }

    /// Edits that wait for their audit, the newest first: what was just written is asked about soonest.
    package func pendingAudits(limit: Int) throws -> [Int64] {
        try read { db in
            try Int64.fetchAll(db, sql: "SELECT edit FROM pending_audit ORDER BY edit DESC LIMIT ?", arguments: [limit])
        }
    }

    /// What edits are made of, by their rows: asked before their texts are read, it says later whether they are still these.
    package func auditStamps(_ edits: [Int64]) throws -> [Int64: String] {
        try read { db in
            let statement = try db.cachedStatement(sql: "SELECT \(AuditWriter.stamp) FROM edit WHERE id = ?")
            var stamps: [Int64: String] = [:]
            for id in edits { stamps[id] = try String.fetchOne(statement, arguments: [id]) }
            return stamps
        }
    }

    /// How many edits an edition other than this one looked at last.
    package func editsAuditedOtherwise(than edition: AuditEdition) throws -> Int {
        try read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM audited a JOIN audit_run r ON r.id = a.run
                    WHERE (r.auditor, r.version, r.rules, r.source) <> (?, ?, ?, ?)
                    """, arguments: edition.arguments) ?? 0
        }
    }

    /// Edits of answers that wait for their audit, or that another edition than this one looked at last; the oldest first.
    package func editsToAudit(of generations: [Int64], otherThan edition: AuditEdition) throws -> [Int64] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT e.id FROM edit e LEFT JOIN audited a ON a.edit = e.id LEFT JOIN audit_run r ON r.id = a.run
                    WHERE e.generation = ?1 AND (e.id IN (SELECT edit FROM pending_audit)
                        OR (r.auditor, r.version, r.rules, r.source) <> (?2, ?3, ?4, ?5))
                    """)
            var found: Set<Int64> = []
            for generation in generations {
                found.formUnion(try Int64.fetchAll(statement, arguments: [generation] + edition.arguments))
            }
            return found.sorted()
        }
    }

    /// Puts edits back on the queue, in short transactions.
    ///
    /// - Parameter edition: only what another one looked at last; `nil` for all.
    /// - Returns: how many were put there.
    @discardableResult
    package func auditAgain(otherThan edition: AuditEdition?) throws -> Int {
        let condition =
            edition == nil
            ? "1" : "run NOT IN (SELECT id FROM audit_run WHERE (auditor, version, rules, source) = (?, ?, ?, ?))"
        var (last, count): (Int64, Int) = (-1, 0)
        while true {
            let ids = try read { db in
                try Int64.fetchAll(
                    db,
                    sql: "SELECT edit FROM audited WHERE \(condition) AND edit > ? ORDER BY edit LIMIT 2000",
                    arguments: (edition?.arguments ?? []) + [last])
            }
            guard let end = ids.last else { return count }
            try write { db in
                let statement = try db.cachedStatement(sql: "INSERT OR IGNORE INTO pending_audit VALUES (?)")
                for id in ids { try statement.execute(arguments: [id]) }
            }
            count += ids.count
            last = end
        }
    }

    /// What was looked at, by why it was not: `nil` for what was. Edits of which it is known only that they were made count
    /// as well.
    package func auditedEdits() throws -> [EditAudit.Skip?: Int] {
        try read { db in
            let untold = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM edit WHERE kind = 'touch' AND after IS NULL AND patch IS NULL")
            let rows = try Row.fetchAll(db, sql: "SELECT skipped, count(*) AS number FROM audited GROUP BY skipped")
            var counts = Dictionary(
                rows.map {
                    ((($0["skipped"] as String?).flatMap(EditAudit.Skip.init(rawValue:))), $0["number"] as Int)
                },
                uniquingKeysWith: +)
            if let untold, untold > 0 { counts[.text, default: 0] += untold }
            return counts
        }
    }

    /// The languages of the edits that have no rules, by how many; what has none goes by "other".
    package func languagesWithoutAudit() throws -> [String: Int] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT coalesce(p.language, 'other') AS language, count(*) AS number
                    FROM audited a JOIN edit e ON e.id = a.edit JOIN path p ON p.id = e.path
                    WHERE a.skipped = 'language' GROUP BY 1
                    """)
            return Dictionary(rows.map { ($0["language"] as String, $0["number"] as Int) }, uniquingKeysWith: +)
        }
    }
}

extension AuditEdition {
    var arguments: StatementArguments { [auditor, version, rules, source] }
}
