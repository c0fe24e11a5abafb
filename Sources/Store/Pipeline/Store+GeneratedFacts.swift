import GRDB

extension TextFact {
    fileprivate mutating func add(
        _ at: Int64, _ tokens: Int, _ common: Int, _ accepted: Int, _ distance: Int, _ longer: Int
    ) {
        self.at = min(self.at, at)
        self.edits += 1
        self.accepted += accepted
        self.tokens += tokens
        self.common += common
        self.distance += distance
        self.longer += longer
    }
}

extension StyleFact {
    fileprivate mutating func add(_ at: Int64, _ tokens: Int, _ bits: Double) {
        self.at = min(self.at, at)
        self.tokens += tokens
        self.bits += bits
    }
}

extension Store {
    private static let day: Int64 = 86_400_000

    /// What came to the main line in a stretch of time, commit by commit, and what became of it since.
    ///
    /// - Parameter hasNames: with the commits' hashes: of many, most of the time goes into these.
    package func lives(in scope: PipelineScope, hasNames: Bool = true) throws -> [LifeFact] {
        try read { db in
            var facts: [LifeFact] = []
            for place in try Self.places(scope.repository, in: "landed", db) {
                guard
                    let until = try Int64.fetchOne(
                        db, sql: "SELECT at FROM line_walk WHERE repository = ?", arguments: [place])
                else { continue }
                let rows = try Row.fetchCursor(
                    db,
                    sql: """
                        SELECT hash, origin, landed_at, lines, ends FROM landed
                        WHERE repository = ? AND landed_at >= ? AND landed_at < ? ORDER BY landed_at, hash, origin
                        """, arguments: [place, scope.from, scope.to])
                while let row = try rows.next() {
                    guard let origin = LandedLines.Origin(rawValue: row[1]) else { continue }
                    var fact = LifeFact(
                        hash: hasNames ? row[0] : "", origin: origin, landedAt: row[2], lines: row[3], until: until)
                    try row.withUnsafeData(atIndex: 4) { bytes in
                        if let bytes, !bytes.isEmpty { fact.ends = LifeFact.ends(in: bytes) }
                    }
                    facts.append(fact)
                }
            }
            return facts
        }
    }

    /// What is added up by the session and the model that wrote it.
    private struct Writer: Hashable {
        var session: Int64
        var model: String
    }

    /// The name and agent of sessions by their rows.
    private static func sessions(_ rows: Set<Int64>, _ db: Database) throws -> [Int64: (uid: String, agent: String)] {
        let statement = try db.cachedStatement(sql: "SELECT uid, agent FROM session WHERE id = ?")
        var found: [Int64: (uid: String, agent: String)] = [:]
        for row in rows {
            if let session = try Row.fetchOne(statement, arguments: [row]) { found[row] = (session[0], session[1]) }
        }
        return found
    }

    /// How much of what was written stands in what was merged in a stretch of time; what was refused in it with nothing.
    package func mergedTexts(in scope: PipelineScope) throws -> [TextFact] {
        try read { db in
            var facts: [Writer: TextFact] = [:]
            func add(_ sql: String, _ place: String) throws {
                let rows = try Row.fetchCursor(db, sql: sql, arguments: [place, scope.from, scope.to])
                while let row = try rows.next() {
                    let at: Int64 = row[2]
                    let (tokens, common): (Int, Int) = (row[3], row[4])
                    let isAccepted = 5 * common >= 4 * tokens ? 1 : 0
                    let (distance, longer): (Int, Int) = (row[5], row[6])
                    let writer = Writer(session: row[0], model: row[1])
                    facts[writer, default: TextFact(session: "", model: writer.model, at: at)].add(
                        at, tokens, common, isAccepted, distance, longer)
                }
            }
            for place in try Self.places(scope.repository, in: "edit_fate", db) {
                try add(
                    """
                    SELECT session, model, landed_at, tokens, common, distance, max(tokens, merged) FROM edit_fate
                    WHERE repository = ? AND landed_at >= ? AND landed_at < ? AND tokens > 0
                    """, place)
                try add(
                    """
                    SELECT session, model, at, tokens, 0, tokens, tokens FROM edit_fate
                    WHERE repository = ? AND at >= ? AND at < ? AND tokens > 0
                        AND (status = 'failed' OR status = 'rejected')
                    """, place)
            }
            let names = try Self.sessions(Set(facts.keys.map(\.session)), db)
            return facts.compactMap { writer, fact in
                guard let name = names[writer.session] else { return nil }
                var fact = fact
                (fact.session, fact.agent) = (name.uid, name.agent)
                return fact
            }.sorted { ($0.at, $0.session, $0.model) < ($1.at, $1.session, $1.model) }
        }
    }

    /// Whether what was written in a stretch of time came to the main line within 30 days.
    package func arrivals(in scope: PipelineScope) throws -> [ArrivalFact] {
        let month = 30 * Self.day
        return try read { db in
            var facts: [Writer: (fact: ArrivalFact, first: Int64)] = [:]
            for place in try Self.places(scope.repository, in: "edit_fate", db) {
                guard
                    let until = try Int64.fetchOne(
                        db, sql: "SELECT at FROM line_walk WHERE repository = ?", arguments: [place])
                else { continue }
                let rows = try Row.fetchCursor(
                    db,
                    sql: """
                        SELECT session, model, at, landed_at FROM edit_fate
                        WHERE repository = ? AND at >= ? AND at < ? AND tokens > 0
                            AND (status = 'applied' OR status = 'changed')
                        """, arguments: [place, scope.from, scope.to])
                while let row = try rows.next() {
                    let writer = Writer(session: row[0], model: row[1])
                    let at: Int64 = row[2]
                    var one =
                        facts[writer]
                        ?? (ArrivalFact(session: "", model: writer.model, arrived: 0, left: 0, pending: 0), at)
                    if at > until - month {
                        one.fact.pending += 1
                    } else if let landed: Int64 = row[3], landed <= at + month {
                        one.fact.arrived += 1
                    } else {
                        one.fact.left += 1
                    }
                    one.first = min(one.first, at)
                    facts[writer] = one
                }
            }
            let names = try Self.sessions(Set(facts.keys.map(\.session)), db)
            return facts.compactMap { writer, one -> (fact: ArrivalFact, first: Int64)? in
                guard let name = names[writer.session] else { return nil }
                var one = one
                (one.fact.session, one.fact.agent) = (name.uid, name.agent)
                return one
            }.sorted {
                ($0.first, $0.fact.session, $0.fact.model) < ($1.first, $1.fact.session, $1.fact.model)
            }.map(\.fact)
        }
    }

    /// How expected what was written in a stretch of time was: by sessions and models, and commits of others.
    package func styles(in scope: PipelineScope) throws -> [StyleFact] {
        try read { db in
            var facts: [Writer: StyleFact] = [:]
            for place in try Self.places(scope.repository, in: "edit_fate", db) {
                let rows = try Row.fetchCursor(
                    db,
                    sql: """
                        SELECT session, model, at, tokens, bits FROM edit_fate
                        WHERE repository = ? AND at >= ? AND at < ? AND bits IS NOT NULL
                        """, arguments: [place, scope.from, scope.to])
                while let row = try rows.next() {
                    let writer = Writer(session: row[0], model: row[1])
                    let at: Int64 = row[2]
                    let (tokens, bits): (Int, Double) = (row[3], row[4])
                    facts[
                        writer, default: StyleFact(session: "", model: writer.model, at: at, tokens: 0, bits: 0)
                    ].add(at, tokens, bits)
                }
            }
            let names = try Self.sessions(Set(facts.keys.map(\.session)), db)
            var all = facts.compactMap { writer, fact -> StyleFact? in
                guard let name = names[writer.session] else { return nil }
                var fact = fact
                (fact.session, fact.agent) = (name.uid, name.agent)
                return fact
            }
            for place in try Self.places(scope.repository, in: "mainline", db) {
                let rows = try Row.fetchCursor(
                    db,
                    sql: """
                        SELECT landed_at, other_tokens, other_bits FROM mainline
                        WHERE repository = ? AND landed_at >= ? AND landed_at < ? AND other_tokens > 0
                        """, arguments: [place, scope.from, scope.to])
                while let row = try rows.next() {
                    all.append(StyleFact(session: nil, at: row[0], tokens: row[1], bits: row[2]))
                }
            }
            return all.sorted { ($0.at, $0.session ?? "", $0.model) < ($1.at, $1.session ?? "", $1.model) }
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
