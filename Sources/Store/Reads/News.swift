import GRDB

/// What happened since a moment, as the dashboard says it when one comes back.
package struct News: Equatable, Sendable {
    /// The moment, Unix milliseconds.
    package var since: Int64
    /// What people and agents asked.
    package var turns = 0
    /// Turns whose code the person did not want.
    package var rejected = 0
    /// Open findings that are high or critical.
    package var graveFindings = 0

    package var isEmpty: Bool { turns == 0 && rejected == 0 && graveFindings == 0 }

    /// Counting ends here: beyond it the words are "10,000+".
    package static let limit = 10_000

    package init(since: Int64) { self.since = since }
}

extension Store {
    /// Counts what came after a moment, in one repository, called as `repo:` takes it, or in all.
    package func news(since: Int64, repository: String?) throws -> News {
        try read { db in
            var news = News(since: since)
            let place =
                repository == nil
                ? "1" : "repository IN (SELECT r.id FROM repository r WHERE \(RepositoryPlace.isCalled("?2")))"
            let arguments: StatementArguments = repository.map { [since, $0] } ?? [since]
            let turns = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*) AS turns, coalesce(sum(status = 'rejected'), 0) AS rejected
                    FROM (SELECT status FROM turn WHERE at > ?1 AND \(place) LIMIT \(News.limit))
                    """, arguments: arguments)
            news.turns = turns?["turns"] ?? 0
            news.rejected = turns?["rejected"] ?? 0
            news.graveFindings =
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT count(*) FROM (
                            SELECT 1 FROM finding f
                            LEFT JOIN edit e ON e.id = f.edit
                            LEFT JOIN generation g ON g.id = coalesce(f.generation, e.generation)
                            LEFT JOIN turn t ON t.id = g.turn
                            WHERE f.severity IN ('high', 'critical') AND f.at > ?1 AND f.status = 'open' AND \(
                                repository == nil ? "1" : "t.\(place)")
                            LIMIT \(News.limit))
                        """, arguments: arguments) ?? 0
            return news
        }
    }
}
