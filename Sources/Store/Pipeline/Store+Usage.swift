import GRDB

/// How much was generated, added up by quarters of an hour, which every time zone's days are made of.
extension Store {
    /// Milliseconds of a slot.
    package static let usageSlot: Int64 = 900_000

    package func hasPendingUsage() throws -> Bool {
        try read { db in try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM pending_usage)") ?? false }
    }

    /// Adds up the quarters in which something changed, in short transactions.
    ///
    /// - Parameters:
    ///   - limit: how long one transaction may work; `nil` for a store that nobody else has open.
    ///   - deadline: no new transaction begins after so long.
    package func addUpUsage(limit: Duration? = .milliseconds(3), for deadline: Duration? = nil) throws {
        let clock = ContinuousClock()
        let start = clock.now
        while try hasPendingUsage() {
            if let deadline, clock.now - start > deadline { return }
            try write { db in
                let time = LockTime(limit: limit)
                while let slot = try Int64.fetchOne(
                    db.cachedStatement(sql: "SELECT slot FROM pending_usage LIMIT 1"))
                {
                    try Self.addUp(slot, db)
                    if time.isUp { break }
                }
            }
        }
    }

    private static func addUp(_ slot: Int64, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM pending_usage WHERE slot = ?").execute(arguments: [slot])
        try db.cachedStatement(sql: "DELETE FROM usage WHERE slot = ?").execute(arguments: [slot])
        try db.cachedStatement(sql: addingUp).execute(arguments: [slot, slot * usageSlot, (slot + 1) * usageSlot])
    }

    /// By the index of times, and what belongs to each answer by its own: in any other order SQLite reads all answers.
    private static let addingUp = """
        INSERT INTO usage
        SELECT ?1, coalesce(s.repository, 0), s.agent, coalesce(g.model, ''), count(*),
            sum(g.output_tokens IS NOT NULL OR g.input_tokens IS NOT NULL), coalesce(sum(g.input_tokens), 0),
            coalesce(sum(g.cache_read_tokens), 0), coalesce(sum(g.cache_write_tokens), 0),
            coalesce(sum(g.output_tokens), 0),
            sum((SELECT count(*) FROM edit d WHERE d.generation = g.id)),
            sum((SELECT count(*) FROM edit d WHERE d.generation = g.id AND d.status IN ('applied', 'changed'))),
            sum((SELECT count(*) FROM edit d WHERE d.generation = g.id AND d.status IN ('rejected', 'failed'))),
            sum((SELECT coalesce(sum(d.added), 0) FROM edit d
                WHERE d.generation = g.id AND d.status NOT IN ('rejected', 'failed'))),
            sum((SELECT count(*) FROM edit d JOIN finding f ON f.edit = d.id
                WHERE d.generation = g.id AND f.status <> 'false'))
        FROM generation g INDEXED BY generation_started JOIN session s ON s.id = g.session
        WHERE g.started_at >= ?2 AND g.started_at < ?3 GROUP BY 2, 3, 4
        """

    /// What was generated in a stretch of time by day, agent and model. The ends count to the whole quarter.
    ///
    /// - Parameter offset: milliseconds by which the clock whose days are meant is ahead of UTC.
    package func usage(in scope: PipelineScope, offset: Int64 = 0) throws -> [UsageFact] {
        try read { db in
            let repositories = try scope.repository.map { name in
                try Set(
                    Int64.fetchAll(
                        db,
                        sql: """
                            SELECT id FROM repository
                            WHERE identity = ?1 OR substr(identity, -length(?1) - 1) = '/' || ?1
                            """, arguments: [name]))
            }
            var sums = UsageSums(of: repositories, offset: offset)
            let pages = FactPages(kind: .usage, repository: "", statements: Statements(db: db))
            let start = scope.from / Self.usageSlot * Self.usageSlot
            try pages.each(start..<max(scope.to, start)) { bytes, part in
                let week = part.lowerBound / FactPages.week * FactPages.week
                guard let rows = UsageSums.Rows(packed: bytes, from: week) else { return false }
                sums.add(rows, in: Self.slots(part))
                return true
            } rows: { part in
                sums.add(try Self.usageRows(part, pages.statements), in: Self.slots(part))
            }
            return sums.facts
        }
    }

    /// The quarters that begin in a stretch of time.
    private static func slots(_ stretch: Range<Int64>) -> Range<Int64> {
        let first = stretch.lowerBound / usageSlot
        let (end, rest) = stretch.upperBound.quotientAndRemainder(dividingBy: usageSlot)
        return first..<max(first, rest > 0 ? end + 1 : end)
    }

    static func usageRows(_ stretch: Range<Int64>, _ statements: Statements) throws -> UsageSums.Rows {
        let slots = slots(stretch)
        var rows = UsageSums.Rows()
        try statements.each(
            """
            SELECT slot, repository, agent, model, generations, counted, input_tokens, cache_read_tokens,
                cache_write_tokens, output_tokens, edits, kept, refused, added, findings
            FROM usage WHERE slot >= ? AND slot < ?
            """, [slots.lowerBound, slots.upperBound]
        ) { rows.add($0) }
        return rows
    }

    /// How long answers took, in milliseconds, and their tokens a second; of at most so many, the newest.
    package func answerTimes(in scope: PipelineScope, limit: Int = 20_000) throws -> [(time: Int64, tokens: Int64?)] {
        try read { db in
            var times: [(time: Int64, tokens: Int64?)] = []
            let statements = Statements(db: db)
            func take(_ row: StatementRow) { times.append((row.number(0), row.int(1))) }
            if let repository = scope.repository {
                try statements.each(
                    """
                    SELECT g.ended_at - g.started_at, g.output_tokens FROM generation g
                    WHERE (SELECT repository FROM session WHERE id = g.session) IN (SELECT id FROM repository
                            WHERE identity = ?1 OR substr(identity, -length(?1) - 1) = '/' || ?1)
                        AND g.started_at >= ?2 AND g.started_at < ?3 AND g.ended_at > g.started_at
                    ORDER BY g.started_at DESC LIMIT ?4
                    """, [repository, scope.from, scope.to, limit], read: take)
            } else {
                try statements.each(
                    """
                    SELECT g.ended_at - g.started_at, g.output_tokens FROM generation g
                    WHERE g.started_at >= ? AND g.started_at < ? AND g.ended_at > g.started_at
                    ORDER BY g.started_at DESC LIMIT ?
                    """, [scope.from, scope.to, limit], read: take)
            }
            return times
        }
    }
}

/// What costs are told by, beside days, agents and models.
package enum UsageGroup: String, CaseIterable, Sendable {
    case session, branch, path
}

extension Store {
    /// Tokens of a stretch of time by session, branch or path and by model, the dearest in tokens first; this reads every
    /// answer. A path is the first that the answer's turn wrote.
    package func usage(by group: UsageGroup, in scope: PipelineScope, limit: Int) throws -> [(
        name: String, usage: UsageFact
    )] {
        let name =
            switch group {
            case .session: "coalesce(s.title, substr(s.uid, 1, 10))"
            case .branch: "coalesce(t.branch, s.branch, '')"
            case .path: "coalesce((SELECT text FROM path WHERE id = t.path), '')"
            }
        let key = group == .session ? "s.id" : name
        return try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    WITH answer AS (
                        SELECT \(key) AS place, \(name) AS name, coalesce(g.model, '') AS model, g.started_at / 86400000 AS day,
                            g.input_tokens, g.cache_read_tokens, g.cache_write_tokens, g.output_tokens
                        FROM generation g JOIN session s ON s.id = g.session LEFT JOIN turn t ON t.id = g.turn
                        LEFT JOIN repository r ON r.id = s.repository
                        WHERE (?1 IS NULL OR r.identity = ?1 OR substr(r.identity, -length(?1) - 1) = '/' || ?1)
                            AND g.started_at >= ?2 AND g.started_at < ?3),
                    best AS (SELECT place FROM answer GROUP BY place
                        ORDER BY sum(coalesce(output_tokens, 0) + coalesce(input_tokens, 0)) DESC LIMIT ?4)
                    SELECT name, model, day, count(*),
                        count(coalesce(input_tokens, output_tokens)), coalesce(sum(input_tokens), 0),
                        coalesce(sum(cache_read_tokens), 0), coalesce(sum(cache_write_tokens), 0),
                        coalesce(sum(output_tokens), 0), place
                    FROM answer WHERE place IN (SELECT place FROM best) GROUP BY place, model, day ORDER BY place
                    """, arguments: [scope.repository, scope.from, scope.to, limit]
            ).map { row in
                var fact = UsageFact(day: row[2], agent: "", model: row[1])
                (fact.generations, fact.counted, fact.inputTokens) = (row[3], row[4], row[5])
                (fact.cacheReadTokens, fact.cacheWriteTokens, fact.outputTokens) = (row[6], row[7], row[8])
                return (row[0], fact)
            }
        }
    }
}
