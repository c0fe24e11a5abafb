import GRDB

/// How everything stands: open findings, alerts, and what the last month of generation came to.
package struct Standing: Equatable, Sendable {
    /// Open findings by severity, gravest first: critical, high, medium, low, info.
    package var findings = [0, 0, 0, 0, 0]
    package var alerts = 0
    /// Alerts that fired since the moment that was asked for.
    package var newAlerts = 0
    /// The last 30 days, the oldest first; what is counted is turns.
    package var days: [Int] = []
    package var month = Month()

    /// Sums over the turns of those days.
    package struct Month: Equatable, Sendable {
        package var turns = 0
        package var turnsWithCode = 0
        /// Turns with code by what became of it.
        package var byStatus: [String: Int] = [:]
        package var added = 0
        package var removed = 0
        package var outputTokens: Int64?
        package var models = 0
        /// Changes that sessions of these days are part of.
        package var changes = 0

        package init() {}

        /// Turns with code of which is known that a person took it or did not.
        package var decided: Int { ["applied", "changed", "rejected"].reduce(0) { $0 + (byStatus[$1] ?? 0) } }
        package var accepted: Int { (byStatus["applied"] ?? 0) + (byStatus["changed"] ?? 0) }
    }

    package static let days = 30
    /// Counting of findings ends here.
    package static let limit = 100_000

    package var openFindings: Int { findings.reduce(0, +) }

    package init() {}
}

extension Store {
    /// Counts how everything stands, in one repository by its name or in all.
    ///
    /// - Parameters:
    ///   - since: Unix milliseconds; alerts after it are told apart.
    ///   - now: the end of the last day.
    package func standing(repository: String?, since: Int64?, now: Int64) throws -> Standing {
        try read { db in
            var standing = Standing()
            try standing.countFindings(db, repository)
            standing.alerts = try Int.fetchOne(db, sql: "SELECT count(*) FROM alert") ?? 0
            if let since {
                standing.newAlerts =
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM alert WHERE at > ?", arguments: [since]) ?? 0
            }
            try standing.sumUp(db, repository, now: now)
            return standing
        }
    }
}

extension Standing {
    private static let words = ["critical", "high", "medium", "low", "info"]

    private static func repositories(_ words: String) -> String {
        "SELECT r.id FROM repository r WHERE \(RepositoryPlace.isCalled(words))"
    }

    fileprivate mutating func countFindings(_ db: Database, _ repository: String?) throws {
        let ofRepository = """
            f.generation IS NULL AND f.edit IS NULL OR (\(FindingCondition.turn.sql)) IN (
                SELECT id FROM turn WHERE repository IN (\(Self.repositories("?1"))))
            """
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT severity, count(*) AS number FROM (
                    SELECT f.severity FROM finding f WHERE f.status = 'open'
                        AND \(repository == nil ? "1" : "(\(ofRepository))") LIMIT \(Self.limit))
                GROUP BY severity
                """, arguments: repository.map { [$0] } ?? [])
        for row in rows {
            if let place = Self.words.firstIndex(of: row["severity"]) { findings[place] = row["number"] }
        }
    }

    fileprivate mutating func sumUp(_ db: Database, _ repository: String?, now: Int64) throws {
        let day: Int64 = 86_400_000
        let start = max(now, .min + 2 * Int64(Self.days) * day) - Int64(Self.days) * day
        let place = repository == nil ? "1" : "repository IN (\(Self.repositories("?3")))"
        var arguments: StatementArguments = [start, day]
        if let repository { arguments += [repository] }
        days = [Int](repeating: 0, count: Self.days)
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT (at - ?1) / ?2 AS day, status, count(*) AS turns, sum(edits > 0) AS coded, sum(added) AS added,
                    sum(removed) AS removed, sum(output_tokens) AS tokens
                FROM turn WHERE at >= ?1 AND \(place) GROUP BY 1, 2
                """, arguments: arguments)
        for row in rows {
            let place: Int64 = row["day"]
            let (turns, coded): (Int, Int) = (row["turns"], row["coded"])
            if days.indices.contains(Int(clamping: place)) { days[Int(place)] += turns }
            month.turns += turns
            month.turnsWithCode += coded
            if coded > 0 { month.byStatus[row["status"], default: 0] += coded }
            month.added += row["added"] ?? 0
            month.removed += row["removed"] ?? 0
            if let tokens: Int64 = row["tokens"] { month.outputTokens = (month.outputTokens ?? 0) + tokens }
        }
        let repositoryArguments: StatementArguments = repository.map { [start, $0] } ?? [start]
        let ofRepository = repository == nil ? "1" : "repository IN (\(Self.repositories("?2")))"
        month.models =
            try Int.fetchOne(
                db,
                sql: "SELECT count(DISTINCT model) FROM turn WHERE at >= ?1 AND \(ofRepository)",
                arguments: repositoryArguments) ?? 0
        month.changes =
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(DISTINCT l.to_uid) FROM link l JOIN session s ON s.uid = l.from_uid
                    WHERE l.from_kind = 'session' AND l.to_kind = 'change' AND l.relation = 'part of'
                        AND coalesce(l.at, s.started_at) >= ?1 AND \(ofRepository)
                    """, arguments: repositoryArguments) ?? 0
    }
}
