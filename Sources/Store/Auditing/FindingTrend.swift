import GRDB

/// How many findings each of the last weeks brought, by when their code was written.
package struct FindingTrend: Equatable, Sendable {
    package static let weeks = 12

    /// For each severity, gravest first, the weeks, the oldest first; whatever became of the findings.
    package var counts = [[Int]](repeating: [Int](repeating: 0, count: weeks), count: 5)

    package init() {}

    /// Served by the index on severity and time alone.
    static let sql = """
        SELECT severity, (at - ?1) / 604800000 AS week, count(*) AS number FROM finding
        WHERE severity IN ('critical', 'high', 'medium', 'low', 'info') AND at >= ?1 GROUP BY 1, 2
        """
}

extension Store {
    /// - Parameter now: the end of the last week, Unix milliseconds.
    package func findingTrend(now: Int64) throws -> FindingTrend {
        let span = Int64(FindingTrend.weeks) * 604_800_000
        let start = max(now, .min + 2 * span) - span
        return try read { db in
            var trend = FindingTrend()
            for row in try Row.fetchAll(db.cachedStatement(sql: FindingTrend.sql), arguments: [start]) {
                let week = Int(clamping: row["week"] as Int64)
                guard let level = SortColumn.severities.firstIndex(of: row["severity"]), week < FindingTrend.weeks
                else { continue }
                let severity = SortColumn.severities.count - 1 - level
                trend.counts[severity][week] = row["number"]
            }
            return trend
        }
    }

    /// Findings as lists show them, by their rows, in that order; those that are gone from the store are left out.
    package func findingRows(_ ids: [Int64]) throws -> [FindingRow] {
        try read { db in
            let statement = try db.cachedStatement(sql: "\(FindingRow.select) WHERE f.id = ?")
            return try ids.compactMap { try Row.fetchOne(statement, arguments: [$0]).map(FindingRow.init(row:)) }
        }
    }
}
