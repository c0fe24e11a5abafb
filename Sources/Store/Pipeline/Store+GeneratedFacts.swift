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
    package func lives(in scope: PipelineScope) throws -> [LifeFact] {
        try read { db in
            var facts: [LifeFact] = []
            let statements = Statements(db: db)
            for place in try Self.places(scope.repository, in: "landed", db) {
                guard
                    let until = try Int64.fetchOne(
                        db, sql: "SELECT at FROM line_walk WHERE repository = ?", arguments: [place])
                else { continue }
                try statements.each(
                    """
                    SELECT substr(hash, 1, 12), origin, landed_at, lines, ends FROM landed
                    WHERE repository = ? AND landed_at >= ? AND landed_at < ? ORDER BY landed_at, hash, origin
                    """, [place, scope.from, scope.to]
                ) { row in
                    guard let origin = row.text(1).flatMap(LandedLines.Origin.init(rawValue:)) else { return }
                    var fact = LifeFact(
                        hash: row.text(0) ?? "", origin: origin, landedAt: row.number(2), lines: Int(row.number(3)),
                        until: until)
                    fact.ends = LifeFact.ends(in: row.bytes(4))
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

    /// Sums by writers. Edits of one writer mostly follow each other: the last one is not looked for.
    private struct Sums<Sum> {
        private var places: [Writer: Int] = [:]
        private(set) var all: [(writer: Writer, sum: Sum)] = []
        private var last = 0
        /// The text of a model is made once.
        private(set) var model = ""

        /// - Parameter change: of the sum of the writer that the first two columns name.
        mutating func add(_ row: StatementRow, _ first: (String) -> Sum, _ change: (inout Sum) -> Void) {
            model = row.text(1, like: model)
            let session = row.number(0)
            if last >= all.count || all[last].writer.session != session || all[last].writer.model != model {
                let writer = Writer(session: session, model: model)
                if let known = places[writer] {
                    last = known
                } else {
                    last = all.count
                    places[writer] = last
                    all.append((writer, first(model)))
                }
            }
            change(&all[last].sum)
        }

        /// Each with the name and the agent of its session.
        func named(_ statements: Statements, _ name: (Sum, _ uid: String, _ agent: String) -> Sum) throws -> [Sum] {
            try all.compactMap { writer, sum in
                try statements.row("SELECT uid, agent FROM session WHERE id = ?", [writer.session]) { row in
                    name(sum, row.text(0) ?? "", row.text(1) ?? "")
                }
            }
        }
    }

    /// How much of what was written stands in what was merged in a stretch of time; what was refused in it with nothing.
    package func mergedTexts(in scope: PipelineScope) throws -> [TextFact] {
        try read { db in
            var facts = Sums<TextFact>()
            let statements = Statements(db: db)
            func add(_ row: StatementRow) {
                let (at, tokens, common) = (row.number(2), Int(row.number(3)), Int(row.number(4)))
                let isAccepted = 5 * common >= 4 * tokens ? 1 : 0
                facts.add(row, { TextFact(session: "", model: $0, at: at) }) {
                    $0.add(at, tokens, common, isAccepted, Int(row.number(5)), Int(row.number(6)))
                }
            }
            for place in try Self.places(scope.repository, in: "edit_fate", db) {
                try statements.each(
                    """
                    SELECT session, model, landed_at, tokens, common, distance, max(tokens, merged) FROM edit_fate
                    WHERE repository = ? AND landed_at >= ? AND landed_at < ? AND tokens > 0
                    """, [place, scope.from, scope.to], read: add)
                try statements.each(
                    """
                    SELECT session, model, at, tokens, 0, tokens, tokens FROM edit_fate
                    WHERE repository = ? AND at >= ? AND at < ? AND tokens > 0
                        AND (status = 'failed' OR status = 'rejected')
                    """, [place, scope.from, scope.to], read: add)
            }
            return try facts.named(statements) { fact, uid, agent in
                var fact = fact
                (fact.session, fact.agent) = (uid, agent)
                return fact
            }.sorted { $0.at != $1.at ? $0.at < $1.at : ($0.session, $0.model) < ($1.session, $1.model) }
        }
    }

    /// Whether what was written in a stretch of time came to the main line within 30 days.
    package func arrivals(in scope: PipelineScope) throws -> [ArrivalFact] {
        let month = 30 * Self.day
        return try read { db in
            var facts = Sums<(fact: ArrivalFact, first: Int64)>()
            let statements = Statements(db: db)
            for place in try Self.places(scope.repository, in: "edit_fate", db) {
                guard
                    let until = try Int64.fetchOne(
                        db, sql: "SELECT at FROM line_walk WHERE repository = ?", arguments: [place])
                else { continue }
                try statements.each(
                    """
                    SELECT session, model, at, landed_at FROM edit_fate
                    WHERE repository = ? AND at >= ? AND at < ? AND tokens > 0
                        AND (status = 'applied' OR status = 'changed')
                    """, [place, scope.from, scope.to]
                ) { row in
                    let at = row.number(2)
                    let landed = row.int(3)
                    facts.add(
                        row, { (ArrivalFact(session: "", model: $0, arrived: 0, left: 0, pending: 0), at) }
                    ) { one in
                        if at > until - month {
                            one.fact.pending += 1
                        } else if let landed, landed <= at + month {
                            one.fact.arrived += 1
                        } else {
                            one.fact.left += 1
                        }
                        one.first = min(one.first, at)
                    }
                }
            }
            return try facts.named(statements) { one, uid, agent in
                var one = one
                (one.fact.session, one.fact.agent) = (uid, agent)
                return one
            }.sorted {
                $0.first != $1.first
                    ? $0.first < $1.first : ($0.fact.session, $0.fact.model) < ($1.fact.session, $1.fact.model)
            }.map(\.fact)
        }
    }

    /// How expected what was written in a stretch of time was: by sessions and models, and commits of others.
    package func styles(in scope: PipelineScope) throws -> [StyleFact] {
        try read { db in
            var facts = Sums<StyleFact>()
            let statements = Statements(db: db)
            for place in try Self.places(scope.repository, in: "edit_fate", db) {
                try statements.each(
                    """
                    SELECT session, model, at, tokens, bits FROM edit_fate
                    WHERE repository = ? AND at >= ? AND at < ? AND bits IS NOT NULL
                    """, [place, scope.from, scope.to]
                ) { row in
                    let at = row.number(2)
                    facts.add(row, { StyleFact(session: "", model: $0, at: at, tokens: 0, bits: 0) }) {
                        $0.add(at, Int(row.number(3)), row.double(4))
                    }
                }
            }
            var all = try facts.named(statements) { fact, uid, agent in
                var fact = fact
                (fact.session, fact.agent) = (uid, agent)
                return fact
            }
            for place in try Self.places(scope.repository, in: "mainline", db) {
                try statements.each(
                    """
                    SELECT landed_at, other_tokens, other_bits FROM mainline
                    WHERE repository = ? AND landed_at >= ? AND landed_at < ? AND other_tokens > 0
                    """, [place, scope.from, scope.to]
                ) { row in
                    all.append(
                        StyleFact(session: nil, at: row.number(0), tokens: Int(row.number(1)), bits: row.double(2)))
                }
            }
            return all.sorted {
                $0.at != $1.at
                    ? $0.at < $1.at : ($0.session ?? "", $0.model) < ($1.session ?? "", $1.model)
            }
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
