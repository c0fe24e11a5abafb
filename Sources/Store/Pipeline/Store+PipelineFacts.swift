import GRDB

/// What a reading of the pipeline is about. Moments are Unix milliseconds UTC, the end left out.
package struct PipelineScope: Hashable, Sendable {
    /// As `change` names it; `nil` for all.
    package var repository: String?
    package var from: Int64
    package var to: Int64

    package init(repository: String? = nil, from: Int64, to: Int64) {
        self.repository = repository
        self.from = from
        self.to = to
    }

    package func holds(_ moment: Int64?) -> Bool {
        guard let moment else { return false }
        return from <= moment && moment < to
    }

    var arguments: StatementArguments { [repository, from, to] }
}

extension Store {
    /// The changes that were opened, or merged, in a stretch of time.
    package func changes(in scope: PipelineScope) throws -> [ChangeFact] {
        try read { db in
            var facts: [ChangeFact] = []
            let whole = scope.from..<max(scope.from, scope.to)
            func isIn(_ moment: Int64?, _ stretch: Range<Int64>) -> Bool { moment.map(stretch.contains) ?? false }
            for place in try Self.places(scope.repository, in: "change", db) {
                let pages = FactPages(kind: .change, repository: place, statements: Statements(db: db))
                // One that was opened in the stretch is told where it was opened, another where it was merged.
                func take(_ fact: ChangeFact, _ part: Range<Int64>) {
                    if isIn(isIn(fact.createdAt, whole) ? fact.createdAt : fact.mergedAt, part) { facts.append(fact) }
                }
                try pages.each(whole) { bytes, part in
                    let known = facts.count
                    let week = part.lowerBound / FactPages.week * FactPages.week
                    let isSound = ChangeFact.unpack(bytes, from: week, repository: place) { take($0, part) }
                    if !isSound { facts.removeSubrange(known...) }
                    return isSound
                } rows: { part in
                    try Self.changeRows(part, of: place, pages.statements) { take($0, part) }
                }
            }
            return facts
        }
    }

    static func changeRows(
        _ stretch: Range<Int64>, of repository: String, _ statements: Statements, _ take: (ChangeFact) -> Void
    ) throws {
        try statements.each(changesInScope, [repository, stretch.lowerBound, stretch.upperBound]) { row in
            var fact = ChangeFact(number: row.number(0), repository: repository, isBot: row.bool(3) ?? false)
            fact.state = row.text(1).flatMap(ChangeRecord.State.init(rawValue:))
            fact.kind = row.text(2)
            (fact.createdAt, fact.readyAt, fact.firstCommitAt) = (row.int(4), row.int(5), row.int(6))
            (fact.firstReviewAt, fact.mergedAt, fact.closedAt) = (row.int(7), row.int(8), row.int(9))
            (fact.seenAt, fact.lines, fact.lateCommits) = (row.int(10), row.int(11), row.int(12))
            fact.hasConflicts = row.bool(13)
            fact.generated = row.isNull(14) ? nil : row.double(14)
            take(fact)
        }
    }

    /// Each by its index: one that was opened in it, and one that was only merged in it.
    static let changesInScope: StaticString = """
        SELECT number, state, kind, is_bot, created_at, ready_at, first_commit_at, first_review_at, merged_at, closed_at,
            seen_at, added + removed, late_commits, has_conflicts, generated
        FROM change WHERE repository = ?1 AND created_at >= ?2 AND created_at < ?3
        UNION ALL
        SELECT number, state, kind, is_bot, created_at, ready_at, first_commit_at, first_review_at, merged_at, closed_at,
            seen_at, added + removed, late_commits, has_conflicts, generated
        FROM change WHERE repository = ?1 AND merged_at >= ?2 AND merged_at < ?3
            AND (created_at IS NULL OR created_at < ?2 OR created_at >= ?3)
        """

    /// The commits of the main line that landed in a stretch of time.
    ///
    /// - Parameter isMerge: of merges alone; `nil` for all.
    package func commits(in scope: PipelineScope, isMerge: Bool? = nil) throws -> [CommitFact] {
        try read { db in
            var facts: [CommitFact] = []
            for place in try Self.places(scope.repository, in: "mainline", db) {
                let statements = Statements(db: db)
                try Self.eachCommit(in: scope, of: place, statements) { row in
                    if let isMerge, row.fact.isMerge != isMerge { return }
                    var fact = row.fact
                    if let words = row.reverts { fact.reverts = try Self.reverted(words, in: place, statements) }
                    facts.append(fact)
                }
            }
            return facts
        }
    }

    /// Whether a merge that landed in a stretch of time was done again to see its conflicts.
    package func hasReplayedMerges(in scope: PipelineScope) throws -> Bool {
        try read { db in
            let statements = Statements(db: db)
            return try Self.places(scope.repository, in: "mainline", db).contains { place in
                try statements.int(
                    """
                    SELECT 1 FROM mainline WHERE repository = ? AND landed_at >= ? AND landed_at < ? AND parents > 1
                        AND conflicts IS NOT NULL LIMIT 1
                    """, [place, scope.from, scope.to]) != nil
            }
        }
    }

    /// Tells the commits of the main line of a repository that landed in a stretch of time, in the order in which they did.
    static func eachCommit(
        in scope: PipelineScope, of repository: String, _ statements: Statements, _ take: (CommitRow) throws -> Void
    ) throws {
        let pages = FactPages(kind: .mainline, repository: repository, statements: statements)
        try pages.each(scope.from..<max(scope.from, scope.to)) { bytes, part in
            // What takes them may add them up: a page is taken whole or not at all.
            var rows: [CommitRow] = []
            let week = part.lowerBound / FactPages.week * FactPages.week
            let isSound = CommitRow.unpack(bytes, from: week) { row in
                if part.contains(row.fact.landedAt) { rows.append(row) }
            }
            if isSound { try rows.forEach(take) }
            return isSound
        } rows: { part in
            try commitRows(part, of: repository, statements, take)
        }
    }

    static func commitRows(
        _ stretch: Range<Int64>, of repository: String, _ statements: Statements, _ take: (CommitRow) throws -> Void
    ) throws {
        try statements.each(
            """
            SELECT substr(hash, 1, 12), authored_at, landed_at, parents > 1, is_first, is_bot,
                marks <> '' OR coalesce(generated_lines, 0) > 0, reverts, conflicts, other_tokens, other_bits
            FROM mainline WHERE repository = ? AND landed_at >= ? AND landed_at < ? ORDER BY landed_at, hash
            """, [repository, stretch.lowerBound, stretch.upperBound]
        ) { try take(CommitRow($0)) }
    }

    private static func commits(
        _ sql: StaticString, in place: String, _ values: [(any StatementValue)?], _ statements: Statements,
        to facts: inout [CommitFact]
    ) throws {
        try statements.each(sql, values) { row in
            let row = CommitRow(row)
            var fact = row.fact
            if let words = row.reverts { fact.reverts = try reverted(words, in: place, statements) }
            facts.append(fact)
        }
    }

    /// The commits of a stretch of time that take others back, and those that they take back, whenever they landed.
    package func withdrawals(in scope: PipelineScope) throws -> [CommitFact] {
        try read { db in
            var facts: [CommitFact] = []
            let statements = Statements(db: db)
            for place in try Self.places(scope.repository, in: "mainline", db) {
                let known = facts.count
                try Self.commits(
                    """
                    SELECT substr(hash, 1, 12), authored_at, landed_at, parents > 1, is_first, is_bot,
                        marks <> '' OR coalesce(generated_lines, 0) > 0, reverts, conflicts, other_tokens, other_bits
                    FROM mainline INDEXED BY mainline_reverts
                    WHERE repository = ?1 AND reverts IS NOT NULL AND landed_at >= ?2 AND landed_at < ?3
                    """, in: place, [place, scope.from, scope.to], statements, to: &facts)
                for hash in Set(facts[known...].flatMap(\.reverts).map { String($0.prefix(7)) }) {
                    // As many as seven letters say which one is meant.
                    try Self.commits(
                        """
                        SELECT substr(hash, 1, 12), authored_at, landed_at, parents > 1, is_first, is_bot,
                            marks <> '' OR coalesce(generated_lines, 0) > 0, reverts, conflicts, other_tokens, other_bits
                        FROM mainline WHERE repository = ?1 AND hash >= ?2 AND hash < ?2 || 'g' LIMIT 1
                        """, in: place, [place, hash], statements, to: &facts)
                }
            }
            return facts
        }
    }

    /// Whether the main line of it is known at all.
    package func hasMainline(of repository: String?) throws -> Bool {
        try read { db in try !Self.places(nil, in: "mainline", db).filter { repository ?? $0 == $0 }.isEmpty }
    }

    /// The commits that were taken back by one that landed later, whichever, as that one names them.
    package func revertedCommits(of repository: String?) throws -> [String] {
        try read { db in
            let statements = Statements(db: db)
            return try Self.places(repository, in: "mainline", db).flatMap { place in
                try statements.rows(
                    "SELECT reverts FROM mainline INDEXED BY mainline_reverts WHERE repository = ? AND reverts IS NOT NULL",
                    [place]
                ) { $0.text(0) ?? "" }.flatMap { try Self.reverted($0, in: place, statements) }
            }
        }
    }

    /// The commits that a commit's words name; of a request the one with which it came.
    private static func reverted(
        _ words: String, in repository: String, _ statements: Statements
    ) throws -> [String] {
        try words.split(separator: " ").compactMap { word in
            guard word.first == "#" else { return String(word) }
            return try statements.row(
                """
                SELECT m.hash FROM mainline m JOIN change c ON c.id = m.change
                WHERE c.repository = ? AND c.number = ? AND m.is_first = 1 ORDER BY m.landed_at DESC LIMIT 1
                """, [repository, Int64(word.dropFirst())]
            ) { $0.text(0) ?? "" }
        }
    }

    /// When a commit came to the main line of one of these repositories.
    ///
    /// - Parameter identity: of the one that is asked first.
    private static func landing(
        of hash: String?, in places: [String], first identity: String?, _ statements: Statements
    ) throws -> Int64? {
        guard let hash else { return nil }
        let own = identity.flatMap { identity in places.first { identity == $0 || identity.hasSuffix("/" + $0) } }
        for place in [own].compactMap(\.self) + places.filter({ $0 != own }) {
            let moment = try statements.int(
                "SELECT landed_at FROM mainline WHERE repository = ? AND hash = ?", [place, hash])
            if let moment { return moment }
        }
        return nil
    }

    /// What went live in a stretch of time, oldest first.
    package func deployments(in scope: PipelineScope) throws -> [ReleaseFact] {
        try read { db in
            let places = try Self.places(scope.repository, in: "mainline", db)
            let statements = Statements(db: db)
            var identity = ""
            return try statements.rows(
                """
                SELECT coalesce(d.version, substr(d.revision, 1, 12)), d.revision, d.service, d.at, r.identity
                FROM deployment d LEFT JOIN repository r ON r.id = d.repository
                WHERE (?1 IS NULL OR r.identity = ?1 OR substr(r.identity, -length(?1) - 1) = '/' || ?1)
                    AND d.at >= ?2 AND d.at < ?3
                    AND (d.environment IS NULL OR lower(d.environment) LIKE '%prod%' OR lower(d.environment) = 'live')
                ORDER BY d.at, d.id
                """, [scope.repository, scope.from, scope.to]
            ) { row in
                let commit = row.text(1)
                identity = row.text(4, like: identity)
                return ReleaseFact(
                    name: row.text(0) ?? "", commit: commit, service: row.text(2), at: row.number(3),
                    landedAt: try Self.landing(
                        of: commit, in: places, first: row.isNull(4) ? nil : identity, statements))
            }
        }
    }

    /// Releases of a stretch of time, oldest first; those on trial left out.
    package func releases(in scope: PipelineScope) throws -> [ReleaseFact] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT l.tag, l.commit_id, l.at, m.landed_at FROM release l
                    LEFT JOIN mainline m ON m.repository = l.repository AND m.hash = l.commit_id
                    WHERE (?1 IS NULL OR l.repository = ?1) AND l.at >= ?2 AND l.at < ?3 AND l.is_prerelease = 0
                    ORDER BY l.at, l.id
                    """, arguments: scope.arguments
            ).map { ReleaseFact(name: $0[0], commit: $0[1], at: $0[2], landedAt: $0[3]) }
        }
    }

    /// Incidents of a stretch of time; those whose repository is not known count for each.
    package func incidents(in scope: PipelineScope) throws -> [IncidentFact] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT i.title, i.service, i.cause, i.started_at, i.resolved_at, coalesce(
                        (SELECT max(c.merged_at) FROM change c WHERE i.cause LIKE '#%'
                            AND c.repository = coalesce(i.repository, ?1)
                            AND c.number = CAST(substr(i.cause, 2) AS INTEGER)),
                        -- By the index of names: for the least, SQLite would go along all that ever landed.
                        (SELECT min(+m.landed_at) FROM mainline m WHERE m.repository = coalesce(i.repository, ?1)
                            AND length(i.cause) >= 7 AND m.hash >= lower(i.cause) AND m.hash < lower(i.cause) || 'g'))
                    FROM incident i
                    WHERE (?1 IS NULL OR i.repository IS NULL OR i.repository = ?1)
                        AND i.started_at >= ?2 AND i.started_at < ?3
                    ORDER BY i.started_at, i.id
                    """, arguments: scope.arguments
            ).map { row in
                IncidentFact(
                    title: row[0], service: row[1], cause: row[2], startedAt: row[3], resolvedAt: row[4],
                    causeLandedAt: row[5])
            }
        }
    }

    /// Alerts of a stretch of time whose lines were traced to a commit.
    package func tracedAlerts(in scope: PipelineScope) throws -> [TracedFact] {
        try read { db in
            let places = try Self.places(scope.repository, in: "mainline", db)
            let statements = Statements(db: db)
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT a.service, a.at, r.at, r.commit_id, p.identity
                    FROM alert a JOIN frame f ON f.alert = a.id JOIN resolution r ON r.frame = f.id
                    LEFT JOIN repository p ON p.id = a.repository
                    WHERE (?1 IS NULL OR p.identity = ?1 OR substr(p.identity, -length(?1) - 1) = '/' || ?1)
                        AND a.at >= ?2 AND a.at < ?3 AND r.level IN ('exact', 'adapted', 'commit')
                    GROUP BY a.id HAVING f.depth = min(f.depth) ORDER BY a.at
                    """, arguments: scope.arguments
            ).map {
                TracedFact(
                    service: $0[0], at: $0[1], tracedAt: $0[2], commit: $0[3],
                    landedAt: try Self.landing(of: $0[3], in: places, first: $0[4], statements))
            }
        }
    }

    package func runs(in scope: PipelineScope) throws -> [RunFact] {
        try read { db in
            var facts: [RunFact] = []
            for place in try Self.places(scope.repository, in: "run", db) {
                let pages = FactPages(kind: .run, repository: place, statements: Statements(db: db))
                try pages.each(scope.from..<max(scope.from, scope.to)) { bytes, part in
                    let known = facts.count
                    let week = part.lowerBound / FactPages.week * FactPages.week
                    let isSound = RunFact.unpack(bytes, from: week) { fact in
                        if part.contains(fact.createdAt) { facts.append(fact) }
                    }
                    if !isSound { facts.removeSubrange(known...) }
                    return isSound
                } rows: { part in
                    try Self.runRows(part, of: place, pages.statements) { facts.append($0) }
                }
            }
            return facts
        }
    }

    static func runRows(
        _ stretch: Range<Int64>, of repository: String, _ statements: Statements, _ take: (RunFact) -> Void
    ) throws {
        try statements.each(
            """
            SELECT conclusion, created_at, started_at, ended_at FROM run
            WHERE repository = ? AND created_at >= ? AND created_at < ?
            """, [repository, stretch.lowerBound, stretch.upperBound]
        ) { row in
            take(
                RunFact(
                    conclusion: row.text(0).flatMap(RunRecord.Conclusion.init(rawValue:)), createdAt: row.number(1),
                    startedAt: row.int(2), endedAt: row.int(3)))
        }
    }

    /// Merge time less the time of the first prompt, of the changes that sessions of this store are part of.
    package func promptToMerge(in scope: PipelineScope) throws -> [Int64] {
        try read { db in
            try Int64.fetchAll(
                db,
                sql: """
                    SELECT c.merged_at - min(coalesce((SELECT min(p.at) FROM prompt p WHERE p.session = s.id), s.started_at))
                    FROM link l CROSS JOIN change c ON \(Self.isNamed(by: "l.to_uid"))
                    JOIN session s ON s.uid = l.from_uid
                    WHERE l.to_kind = 'change' AND l.from_kind = 'session' AND (?1 IS NULL OR c.repository = ?1) AND c.merged_at >= ?2 AND c.merged_at < ?3
                    GROUP BY c.id
                    """, arguments: scope.arguments)
        }
    }

    /// The names of other numbers, and the values of each in a stretch of time.
    package func metricValues(in scope: PipelineScope) throws -> [(name: String, unit: String?, values: [Double])] {
        try read { db in
            var found: [(name: String, unit: String?, values: [Double])] = []
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT name, unit, value, at >= ?2 AND at < ?3 FROM metric
                    WHERE ?1 IS NULL OR repository = '' OR repository = ?1 ORDER BY name, at
                    """, arguments: scope.arguments)
            for row in rows {
                let name: String = row[0]
                if found.last?.name != name { found.append((name, nil, [])) }
                found[found.count - 1].unit = row[1] ?? found[found.count - 1].unit
                if row[3] as Bool { found[found.count - 1].values.append(row[2]) }
            }
            return found
        }
    }

    /// How many decisions on risk a stretch of time has, by their verdict.
    package func decisions(from: Int64, to: Int64) throws -> [String: Int] {
        try read { db in
            Dictionary(
                uniqueKeysWithValues: try Row.fetchAll(
                    db, sql: "SELECT verdict, count(*) FROM decision WHERE at >= ? AND at < ? GROUP BY verdict",
                    arguments: [from, to]
                ).map { ($0[0] as String, $0[1] as Int) })
        }
    }

    /// The moment at which the first commit came to the main line, or the first change was merged, that is known to be
    /// generated; where nothing was, at which the first of them was opened.
    package func firstGenerated(in repository: String?) throws -> Int64? {
        try read { db in
            let landed = try Self.places(repository, in: "mainline", db).compactMap { place in
                try Int64.fetchOne(
                    db,
                    sql: """
                        SELECT min(landed_at) FROM mainline INDEXED BY mainline_generated
                        WHERE repository = ? AND (marks <> '' OR generated_lines > 0)
                        """, arguments: [place])
            }
            let places = try Self.places(repository, in: "change", db)
            let merged = try places.compactMap { place in
                try Int64.fetchOne(
                    db, sql: "SELECT min(merged_at) FROM change WHERE repository = ? AND generated > 0",
                    arguments: [place])
            }
            if let first = (landed + merged).min() { return first }
            return try places.compactMap { place in
                try Int64.fetchOne(
                    db, sql: "SELECT min(created_at) FROM change WHERE repository = ? AND generated > 0",
                    arguments: [place])
            }.min()
        }
    }

    /// The first and last moment of which the pipeline has something.
    package func pipelineSpan(of repository: String?) throws -> (first: Int64, last: Int64)? {
        try read { db in
            var moments: [Int64] = []
            for (table, column) in [("change", "created_at"), ("change", "merged_at"), ("mainline", "landed_at")] {
                for place in try Self.places(repository, in: table == "change" ? "change" : "mainline", db) {
                    // One at a time, each is the end of an index.
                    for end in ["min", "max"] {
                        let moment = try Int64.fetchOne(
                            db,
                            sql: """
                                SELECT \(end)(\(column)) FROM \(table) WHERE repository = ? AND \(column) IS NOT NULL
                                """, arguments: [place])
                        if let moment { moments.append(moment) }
                    }
                }
            }
            guard let first = moments.min(), let last = moments.max() else { return nil }
            return (first, last)
        }
    }
}

extension Store {
    /// Whether there is so much that a second connection is opened sooner than all of it is read.
    package func isLargePipeline() throws -> Bool {
        try read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT coalesce((SELECT max(id) FROM change), 0) + coalesce((SELECT max(id) FROM mainline), 0)
                        + coalesce((SELECT max(edit) FROM edit_fate), 0) > 20000
                    """) ?? false
        }
    }

    /// Whether there is anything that figures could be made from.
    package func hasPipeline(of repository: String?) throws -> Bool {
        let place = repository == nil ? "?1 IS NULL" : "repository = ?1"
        return try read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM change WHERE state IS NOT NULL AND \(place))
                        OR EXISTS (SELECT 1 FROM mainline WHERE \(place))
                        OR EXISTS (SELECT 1 FROM usage) OR EXISTS (SELECT 1 FROM pending_usage)
                        OR EXISTS (SELECT 1 FROM incident) OR EXISTS (SELECT 1 FROM metric)
                        OR EXISTS (SELECT 1 FROM run WHERE \(place))
                    """, arguments: [repository]) ?? false
        }
    }
}
