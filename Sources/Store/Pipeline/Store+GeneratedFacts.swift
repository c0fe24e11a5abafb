import GRDB

extension Store {
    private static let day: Int64 = 86_400_000

    /// What came to the main line in a stretch of time, commit by commit, and what became of it since.
    package func lives(in scope: PipelineScope) throws -> [LifeFact] {
        let place = scope.repository == nil ? "?1 IS NULL" : "l.repository = ?1"
        return try read { db in
            var facts: [LifeFact] = []
            var places: [String: Int] = [:]
            let landed = try Row.fetchCursor(
                db,
                sql: """
                    SELECT l.hash, l.origin, min(l.landed_at), sum(l.lines), w.at
                    FROM landing l JOIN line_walk w ON w.repository = l.repository
                    WHERE \(place) AND l.landed_at >= ?2 AND l.landed_at < ?3 GROUP BY l.repository, l.hash, l.origin
                    ORDER BY 3, 1, 2
                    """, arguments: scope.arguments)
            while let row = try landed.next() {
                guard let origin = LandedLines.Origin(rawValue: row[1]) else { continue }
                let fact = LifeFact(hash: row[0], origin: origin, landedAt: row[2], lines: row[3], until: row[4])
                places[fact.hash + fact.origin.rawValue] = facts.count
                facts.append(fact)
            }
            let ended = try Row.fetchCursor(
                db,
                sql: """
                    SELECT l.hash || l.origin, (max(0, n.at - l.landed_at) + \(Self.day - 1)) / \(Self.day), n.means, n.is_fix,
                        sum(n.lines)
                    FROM landing l JOIN line_end n ON n.landing = l.id
                    WHERE \(place) AND l.landed_at >= ?2 AND l.landed_at < ?3 GROUP BY 1, 2, 3, 4 ORDER BY 2, 3, 4
                    """, arguments: scope.arguments)
            while let row = try ended.next() {
                guard let place = places[row[0]] else { continue }
                facts[place].ends.append(.init(day: max(1, row[1]), lines: row[4], means: row[2], isFix: row[3]))
            }
            return facts
        }
    }

    private static let ofSessions = """
        JOIN edit e ON e.id = f.edit JOIN generation g ON g.id = e.generation JOIN session s ON s.id = g.session
        """

    /// How much of what was written stands in what was merged in a stretch of time; what was refused in it with nothing.
    package func mergedTexts(in scope: PipelineScope) throws -> [TextFact] {
        let place = scope.repository == nil ? "?1 IS NULL" : "f.repository = ?1"
        return try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    WITH one AS (
                        SELECT e.generation AS generation, f.landed_at AS at, f.tokens, f.common, f.distance,
                            max(f.tokens, f.merged) AS longer
                        FROM edit_fate f JOIN edit e ON e.id = f.edit
                        WHERE \(place) AND f.tokens > 0 AND f.landed_at >= ?2 AND f.landed_at < ?3
                        UNION ALL
                        SELECT e.generation, e.at, f.tokens, 0, f.tokens, f.tokens
                        FROM edit e JOIN edit_fate f ON f.edit = e.id
                        WHERE \(place) AND f.tokens > 0 AND e.status IN ('failed', 'rejected') AND e.at >= ?2 AND e.at < ?3)
                    SELECT s.uid, s.agent, coalesce(g.model, ''), min(one.at), count(*), sum(5 * common >= 4 * tokens),
                        sum(tokens), sum(common), sum(distance), sum(longer)
                    FROM one JOIN generation g ON g.id = one.generation JOIN session s ON s.id = g.session
                    GROUP BY s.id, 3 ORDER BY 4, 1, 3
                    """, arguments: scope.arguments
            ).map { row in
                var fact = TextFact(session: row[0], agent: row[1], model: row[2], at: row[3])
                (fact.edits, fact.accepted, fact.tokens) = (row[4], row[5], row[6])
                (fact.common, fact.distance, fact.longer) = (row[7], row[8], row[9])
                return fact
            }
        }
    }

    /// Whether what was written in a stretch of time came to the main line within 30 days.
    package func arrivals(in scope: PipelineScope) throws -> [ArrivalFact] {
        let place = scope.repository == nil ? "?1 IS NULL" : "f.repository = ?1"
        let month = 30 * Self.day
        return try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT s.uid, s.agent, coalesce(g.model, ''),
                        sum(e.at <= w.at - \(month) AND coalesce(f.landed_at <= e.at + \(month), 0)),
                        sum(e.at <= w.at - \(month) AND NOT coalesce(f.landed_at <= e.at + \(month), 0)),
                        sum(e.at > w.at - \(month))
                    FROM edit_fate f \(Self.ofSessions) JOIN line_walk w ON w.repository = f.repository
                    WHERE \(place) AND f.tokens > 0 AND e.at >= ?2 AND e.at < ?3
                        AND e.status IN ('applied', 'changed') GROUP BY s.id, 3 ORDER BY min(e.at), 1, 3
                    """, arguments: scope.arguments
            ).map {
                ArrivalFact(session: $0[0], agent: $0[1], model: $0[2], arrived: $0[3], left: $0[4], pending: $0[5])
            }
        }
    }

    /// How expected what was written in a stretch of time was: by sessions and models, and commits of others.
    package func styles(in scope: PipelineScope) throws -> [StyleFact] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT s.uid, s.agent, coalesce(g.model, ''), min(e.at), sum(f.tokens), sum(f.bits)
                    FROM edit_fate f \(Self.ofSessions)
                    WHERE \(scope.repository == nil ? "?1 IS NULL" : "f.repository = ?1") AND f.bits IS NOT NULL
                        AND e.at >= ?2 AND e.at < ?3 GROUP BY s.id, 3
                    UNION ALL
                    SELECT NULL, '', '', landed_at, other_tokens, other_bits FROM mainline
                    WHERE \(scope.repository == nil ? "?1 IS NULL" : "repository = ?1") AND other_tokens > 0
                        AND landed_at >= ?2 AND landed_at < ?3
                    ORDER BY 4, 1, 3
                    """, arguments: scope.arguments
            ).map { StyleFact(session: $0[0], agent: $0[1], model: $0[2], at: $0[3], tokens: $0[4], bits: $0[5]) }
        }
    }
}

extension Store {
    /// Keeps how far branches are from the main line; the same heads looked at again are one row.
    package func keep(_ branches: [BranchFact], of repository: String) throws {
        guard !branches.isEmpty else { return }
        try write { db in
            let statement = try db.cachedStatement(
                sql: """
                    INSERT INTO branch_state (repository, branch, head, main, at, ahead, behind, files, both, divergence,
                        noise, dissimilarity, conflicts)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (repository, branch, head, main) DO NOTHING
                    """)
            for fact in branches {
                try statement.execute(arguments: [
                    repository, fact.branch, fact.head, fact.main, fact.at, fact.ahead, fact.behind, fact.files,
                    fact.both, fact.divergence, fact.noise, fact.dissimilarity, fact.conflicts,
                ])
            }
        }
    }

    /// The branches as they were last looked at in a stretch of time.
    package func branches(in scope: PipelineScope) throws -> [BranchFact] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT branch, head, main, max(at) AS at, ahead, behind, files, both, divergence, noise, dissimilarity,
                        conflicts
                    FROM branch_state WHERE (?1 IS NULL OR repository = ?1) AND at >= ?2 AND at < ?3
                    GROUP BY repository, branch ORDER BY branch
                    """, arguments: scope.arguments
            ).map { row in
                var fact = BranchFact(branch: row[0], head: row[1], main: row[2], at: row[3])
                (fact.ahead, fact.behind, fact.files, fact.both) = (row[4], row[5], row[6], row[7])
                (fact.divergence, fact.noise, fact.dissimilarity, fact.conflicts) = (row[8], row[9], row[10], row[11])
                return fact
            }
        }
    }

    /// Whether a branch was looked at as it is now.
    package func knowsBranch(_ branch: String, head: String, main: String, of repository: String) throws -> Bool {
        try read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM branch_state
                        WHERE repository = ? AND branch = ? AND head = ? AND main = ?)
                    """, arguments: [repository, branch, head, main]) ?? false
        }
    }
}
