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
                let pages = FactPages(kind: .landed, repository: place, statements: statements)
                try pages.each(scope.from..<max(scope.from, scope.to)) { bytes, part in
                    let known = facts.count
                    let week = part.lowerBound / FactPages.week * FactPages.week
                    let isSound = LifeFact.unpack(bytes, from: week, until: until) { fact in
                        if part.contains(fact.landedAt) { facts.append(fact) }
                    }
                    if !isSound { facts.removeSubrange(known...) }
                    return isSound
                } rows: { part in
                    try Self.lifeRows(part, of: place, until: until, statements) { facts.append($0) }
                }
            }
            return facts
        }
    }

    static func lifeRows(
        _ stretch: Range<Int64>, of repository: String, until: Int64, _ statements: Statements,
        _ take: (LifeFact) -> Void
    ) throws {
        try statements.each(
            """
            SELECT substr(hash, 1, 12), origin, landed_at, lines, ends FROM landed
            WHERE repository = ? AND landed_at >= ? AND landed_at < ? ORDER BY landed_at, hash, origin
            """, [repository, stretch.lowerBound, stretch.upperBound]
        ) { row in
            guard let origin = row.text(1).flatMap(LandedLines.Origin.init(rawValue:)) else { return }
            var fact = LifeFact(
                hash: row.text(0) ?? "", origin: origin, landedAt: row.number(2), lines: Int(row.number(3)),
                until: until)
            fact.ends = LifeFact.ends(in: row.bytes(4))
            take(fact)
        }
    }

    /// What is added up by the session and the model that wrote it.
    private struct Writer: Hashable {
        var session: Int64
        /// Its number among those of ``Sums``.
        var model: Int
    }

    /// Sums by writers. Edits of one writer mostly follow each other: the last one is not looked for.
    private struct Sums<Sum> {
        private var places: [Writer: Int] = [:]
        private var writers: [Writer] = []
        private var sums: [Sum] = []
        private var last = 0
        private var models: [String] = []
        private var numbers: [String: Int] = [:]

        mutating func number(of model: String) -> Int {
            if let known = numbers[model] { return known }
            numbers[model] = models.count
            models.append(model)
            return models.count - 1
        }

        /// - Parameters:
        ///   - model: its number.
        ///   - first: what nothing comes to.
        ///   - change: of the sum of that writer.
        @inline(__always)
        mutating func add(_ session: Int64, _ model: Int, _ first: () -> Sum, _ change: (inout Sum) -> Void) {
            if last >= writers.count || writers[last].session != session || writers[last].model != model {
                let writer = Writer(session: session, model: model)
                if let known = places[writer] {
                    last = known
                } else {
                    last = writers.count
                    places[writer] = last
                    writers.append(writer)
                    sums.append(first())
                }
            }
            change(&sums[last])
        }

        /// Each with the name and the agent of its session, and its model.
        func named(
            _ statements: Statements, _ name: (Sum, _ uid: String, _ agent: String, _ model: String) -> Sum
        ) throws -> [Sum] {
            // Thousands are found sooner along the table than one by one.
            if writers.count > 1000 {
                var (known, agent) = ([Int64: (uid: String, agent: String)](minimumCapacity: writers.count), "")
                try statements.each("SELECT id, uid, agent FROM session") { row in
                    agent = row.text(2, like: agent)
                    known[row.number(0)] = (row.text(1) ?? "", agent)
                }
                return zip(writers, sums).compactMap { writer, sum in
                    known[writer.session].map { name(sum, $0.uid, $0.agent, models[writer.model]) }
                }
            }
            return try zip(writers, sums).compactMap { writer, sum in
                try statements.row("SELECT uid, agent FROM session WHERE id = ?", [writer.session]) { row in
                    name(sum, row.text(0) ?? "", row.text(1) ?? "", models[writer.model])
                }
            }
        }
    }

    /// Tells what became of edits that were written, or came to the main line, in a stretch of time.
    ///
    /// - Parameters:
    ///   - packed: takes the edits of a week, the words of their numbers, and the part of time that is meant.
    ///   - rows: takes a part of time of which the rows are to be read.
    private static func eachFate(
        in scope: PipelineScope, of repository: String, _ statements: Statements,
        packed: ([FateRow], [String], Range<Int64>) -> Void, rows: (Range<Int64>) throws -> Void
    ) throws {
        let pages = FactPages(kind: .fate, repository: repository, statements: statements)
        try pages.each(scope.from..<max(scope.from, scope.to)) { bytes, part in
            let week = part.lowerBound / FactPages.week * FactPages.week
            guard let fates = FateRow.unpack(bytes, from: week) else { return false }
            packed(fates.rows, fates.words, part)
            return true
        } rows: {
            try rows($0)
        }
    }

    /// All that rows say of the edits that were written, or came to the main line, in a stretch of time.
    static func fateRows(
        _ stretch: Range<Int64>, of repository: String, _ statements: Statements
    ) throws -> (rows: [FateRow], words: [String]) {
        var rows: [FateRow] = []
        var words: [String] = []
        var places: [String: Int] = [:]
        func number(_ word: String) -> Int {
            if let known = places[word] { return known }
            places[word] = words.count
            words.append(word)
            return words.count - 1
        }
        func add(_ row: StatementRow) {
            rows.append(
                FateRow(
                    session: row.number(0), model: number(row.text(1) ?? ""), status: number(row.text(2) ?? ""),
                    at: row.number(3), tokens: row.number(4), landedAt: row.int(5), common: row.int(6),
                    distance: row.int(7), merged: row.int(8), bits: row.isNull(9) ? nil : row.double(9)))
        }
        // In the order in which they are read row by row: what is added up of fractions hangs on it.
        try statements.each(
            """
            SELECT session, model, status, at, tokens, landed_at, common, distance, merged, bits FROM edit_fate
            WHERE repository = ? AND at >= ? AND at < ?
            ORDER BY at, session, model, status, tokens, landed_at, bits
            """, [repository, stretch.lowerBound, stretch.upperBound], read: add)
        try statements.each(
            """
            SELECT session, model, status, at, tokens, landed_at, common, distance, merged, bits FROM edit_fate
            WHERE repository = ?1 AND landed_at >= ?2 AND landed_at < ?3 AND (at < ?2 OR at >= ?3)
            """, [repository, stretch.lowerBound, stretch.upperBound], read: add)
        return (rows, words)
    }

    /// How much of what was written stands in what was merged in a stretch of time; what was refused in it with nothing.
    package func mergedTexts(in scope: PipelineScope) throws -> [TextFact] {
        try read { db in
            var facts = Sums<TextFact>()
            let statements = Statements(db: db)
            func add(
                _ session: Int64, _ model: Int, _ at: Int64, _ tokens: Int64, _ common: Int64, _ distance: Int64,
                _ longer: Int64
            ) {
                let isAccepted = 5 * common >= 4 * tokens ? 1 : 0
                facts.add(session, model, { TextFact(session: "", model: "", at: at) }) {
                    $0.add(at, Int(tokens), Int(common), isAccepted, Int(distance), Int(longer))
                }
            }
            for place in try Self.places(scope.repository, in: "edit_fate", db) {
                try Self.eachFate(in: scope, of: place, statements) { rows, words, part in
                    let isRefused = words.map { $0 == "failed" || $0 == "rejected" }
                    let models = words.map { facts.number(of: $0) }
                    for row in rows where row.tokens > 0 {
                        let (tokens, model) = (row.tokens, models[row.model])
                        if let landed = row.landedAt, part.contains(landed) {
                            // Without a length of what was merged there is none to be the longer one.
                            add(
                                row.session, model, landed, tokens, row.common ?? 0, row.distance ?? 0,
                                row.merged.map { max(tokens, $0) } ?? 0)
                        }
                        if isRefused[row.status], part.contains(row.at) {
                            add(row.session, model, row.at, tokens, 0, tokens, tokens)
                        }
                    }
                } rows: { part in
                    var model = ""
                    func read(_ row: StatementRow) {
                        model = row.text(1, like: model)
                        add(
                            row.number(0), facts.number(of: model), row.number(2), row.number(3), row.number(4),
                            row.number(5),
                            row.number(6))
                    }
                    try statements.each(
                        """
                        SELECT session, model, landed_at, tokens, common, distance, max(tokens, merged) FROM edit_fate
                        WHERE repository = ? AND landed_at >= ? AND landed_at < ? AND tokens > 0
                        """, [place, part.lowerBound, part.upperBound], read: read)
                    try statements.each(
                        """
                        SELECT session, model, at, tokens, 0, tokens, tokens FROM edit_fate
                        WHERE repository = ? AND at >= ? AND at < ? AND tokens > 0
                            AND (status = 'failed' OR status = 'rejected')
                        """, [place, part.lowerBound, part.upperBound], read: read)
                }
            }
            return try facts.named(statements) { fact, uid, agent, model in
                var fact = fact
                (fact.session, fact.agent, fact.model) = (uid, agent, model)
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
                func add(_ session: Int64, _ model: Int, _ at: Int64, _ landed: Int64?) {
                    facts.add(
                        session, model,
                        { (ArrivalFact(session: "", model: "", arrived: 0, left: 0, pending: 0), at) }
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
                try Self.eachFate(in: scope, of: place, statements) { rows, words, part in
                    let isKept = words.map { $0 == "applied" || $0 == "changed" }
                    let models = words.map { facts.number(of: $0) }
                    for row in rows where row.tokens > 0 && isKept[row.status] && part.contains(row.at) {
                        add(row.session, models[row.model], row.at, row.landedAt)
                    }
                } rows: { part in
                    var model = ""
                    try statements.each(
                        """
                        SELECT session, model, at, landed_at FROM edit_fate
                        WHERE repository = ? AND at >= ? AND at < ? AND tokens > 0
                            AND (status = 'applied' OR status = 'changed')
                        """, [place, part.lowerBound, part.upperBound]
                    ) { row in
                        model = row.text(1, like: model)
                        add(row.number(0), facts.number(of: model), row.number(2), row.int(3))
                    }
                }
            }
            return try facts.named(statements) { one, uid, agent, model in
                var one = one
                (one.fact.session, one.fact.agent, one.fact.model) = (uid, agent, model)
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
                func add(_ session: Int64, _ model: Int, _ at: Int64, _ tokens: Int64, _ bits: Double) {
                    facts.add(session, model, { StyleFact(session: "", model: "", at: at, tokens: 0, bits: 0) }) {
                        $0.add(at, Int(tokens), bits)
                    }
                }
                try Self.eachFate(in: scope, of: place, statements) { rows, words, part in
                    let models = words.map { facts.number(of: $0) }
                    for row in rows where part.contains(row.at) {
                        if let bits = row.bits { add(row.session, models[row.model], row.at, row.tokens, bits) }
                    }
                } rows: { part in
                    var model = ""
                    try statements.each(
                        """
                        SELECT session, model, at, tokens, bits FROM edit_fate
                        WHERE repository = ? AND at >= ? AND at < ? AND bits IS NOT NULL
                        ORDER BY at, session, model, status, tokens, landed_at, bits
                        """, [place, part.lowerBound, part.upperBound]
                    ) { row in
                        model = row.text(1, like: model)
                        add(row.number(0), facts.number(of: model), row.number(2), row.number(3), row.double(4))
                    }
                }
            }
            var all = try facts.named(statements) { fact, uid, agent, model in
                var fact = fact
                (fact.session, fact.agent, fact.model) = (uid, agent, model)
                return fact
            }
            for place in try Self.places(scope.repository, in: "mainline", db) {
                try Self.eachCommit(in: scope, of: place, statements) { row in
                    guard let tokens = row.otherTokens, tokens > 0 else { return }
                    all.append(
                        StyleFact(session: nil, at: row.fact.landedAt, tokens: Int(tokens), bits: row.otherBits))
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
