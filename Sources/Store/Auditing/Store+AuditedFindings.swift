import GRDB

extension Store {
    /// The rows of findings, by path, line and uid: the same order for the same findings in any store.
    ///
    /// - Parameters:
    ///   - since: Unix milliseconds.
    ///   - statuses: empty for any.
    ///   - hygiene: with what is merely untidy.
    package func auditedFindings(
        matching filter: Filter = .everything, since: Int64? = nil, statuses: [String] = [], hygiene: Bool = true
    ) throws -> [Int64] {
        try read { db in
            var matches: FilterSQL = "(\(filter.sql(for: .findings) { db.isFrequent($0) }))"
            if let since { matches = "\(matches) AND f.at >= \(since)" }
            if !statuses.isEmpty { matches = "\(matches) AND f.status IN \(statuses)" }
            if !hygiene { matches = "\(matches) AND f.class IS NOT 'hygiene'" }
            return try Int64.fetchAll(
                db,
                sql: """
                    SELECT f.id FROM finding f LEFT JOIN edit e ON e.id = f.edit
                    LEFT JOIN path p ON p.id = coalesce(f.path, e.path)
                    WHERE \(matches.sql) ORDER BY coalesce(p.text, ''), coalesce(f.first_line, 0), f.uid
                    """, arguments: StatementArguments(matches.arguments.map(\.databaseValue)))
        }
    }

    /// Findings by their rows, in that order; those that are gone from the store are left out.
    package func auditedFindings(_ ids: [Int64]) throws -> [AuditedFinding] {
        try read { db in
            let statement = try db.cachedStatement(sql: "\(AuditedFinding.select) WHERE f.id = ?")
            let witnesses = try db.cachedStatement(
                sql: "SELECT * FROM finding_witness WHERE finding = ? ORDER BY auditor, rule")
            return try ids.compactMap { id in
                guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
                var finding = AuditedFinding(row: row)
                finding.witnesses = try Row.fetchAll(witnesses, arguments: [id]).map(FindingWitness.init(row:))
                return finding
            }
        }
    }

    package func auditedFinding(_ id: Int64) throws -> AuditedFinding? { try auditedFindings([id]).first }

    /// The findings in the files that edits wrote, but for those that a person has closed.
    package func findings(inFilesOf edits: [Int64]) throws -> [Int64] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT f.id FROM edit n JOIN edit e ON e.path = n.path JOIN finding f ON f.edit = e.id
                    WHERE n.id = ? AND f.status IN ('open', 'gone')
                    """)
            var found: Set<Int64> = []
            for edit in edits { found.formUnion(try Int64.fetchAll(statement, arguments: [edit])) }
            return found.sorted()
        }
    }

    /// The names that edits gave a file later, the latest last.
    package func laterNames(of path: String, limit: Int = 16) throws -> [String] {
        try read { db in
            try String.fetchAll(
                db,
                sql: """
                    WITH RECURSIVE name (id, step) AS (
                        SELECT id, 0 FROM path WHERE text = ?1
                        UNION SELECT e.path, n.step + 1 FROM name n JOIN edit e ON e.moved_from = n.id
                            WHERE n.step < ?2)
                    SELECT p.text FROM name n JOIN path p ON p.id = n.id WHERE n.step > 0 ORDER BY n.step
                    """, arguments: [path, limit])
        }
    }
}

extension FindingWitness {
    init(row: Row) {
        self.init(auditor: row["auditor"], rule: row["rule"], message: row["message"], at: row["at"])
        version = row["version"]
        severity = row["severity"]
        fingerprint = row["fingerprint"]
    }
}
