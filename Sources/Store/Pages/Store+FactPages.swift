import GRDB

extension Store {
    /// Packs the weeks that are over and of which something changed, in short transactions.
    ///
    /// - Parameters:
    ///   - now: Unix milliseconds UTC; what comes to the week that goes on would be packed again and again.
    ///   - limit: how long one transaction may work; `nil` for a store that nobody else has open.
    ///   - deadline: no new transaction begins after so long.
    package func packFacts(
        now: Int64, limit: Duration? = .milliseconds(3), for deadline: Duration? = nil
    ) throws {
        let clock = ContinuousClock()
        let start = clock.now
        while try hasPendingPages(now: now) {
            if let deadline, clock.now - start > deadline { return }
            try write { db in
                let time = LockTime(limit: limit)
                let statements = Statements(db: db)
                while let page = try Self.pendingPage(now: now, statements) {
                    try Self.pack(page, statements)
                    if time.isUp { break }
                }
            }
        }
    }

    package func hasPendingPages(now: Int64) throws -> Bool {
        try read { db in try Self.pendingPage(now: now, Statements(db: db)) != nil }
    }

    private struct Page {
        var kind: String
        var repository: String
        var week: Int64
    }

    private static func pendingPage(now: Int64, _ statements: Statements) throws -> Page? {
        try statements.row(
            "SELECT kind, repository, week FROM pending_page WHERE week < ? LIMIT 1", [now / FactPages.week]
        ) { Page(kind: $0.text(0) ?? "", repository: $0.text(1) ?? "", week: $0.number(2)) }
    }

    private static func pack(_ page: Page, _ statements: Statements) throws {
        let name: [(any StatementValue)?] = [page.kind, page.repository, page.week]
        try statements.run("DELETE FROM pending_page WHERE kind = ? AND repository = ? AND week = ?", name)
        try statements.run("DELETE FROM fact_page WHERE kind = ? AND repository = ? AND week = ?", name)
        guard let kind = FactKind(rawValue: page.kind), page.week >= 0 else { return }
        let bytes = try bytes(of: kind, page.repository, FactPages.stretch(of: page.week), statements)
        guard !bytes.isEmpty else { return }
        try statements.run(
            "INSERT INTO fact_page (kind, repository, week, bytes) VALUES (?, ?, ?, ?)", name + [bytes])
    }

    private static func bytes(
        of kind: FactKind, _ repository: String, _ week: Range<Int64>, _ statements: Statements
    ) throws -> [UInt8] {
        let start = week.lowerBound
        switch kind {
        case .change:
            var facts: [ChangeFact] = []
            try changeRows(week, of: repository, statements) { facts.append($0) }
            return ChangeFact.pack(facts, from: start)
        case .mainline:
            var rows: [CommitRow] = []
            try commitRows(week, of: repository, statements) { rows.append($0) }
            return CommitRow.pack(rows, from: start)
        case .run:
            var facts: [RunFact] = []
            try runRows(week, of: repository, statements) { facts.append($0) }
            return RunFact.pack(facts, from: start)
        case .landed:
            var facts: [LifeFact] = []
            try lifeRows(week, of: repository, until: 0, statements) { facts.append($0) }
            return LifeFact.pack(facts, from: start)
        case .fate:
            let (rows, words) = try fateRows(week, of: repository, statements)
            return FateRow.pack(rows, words, from: start)
        case .usage:
            return try usageRows(week, statements).packed(from: start)
        }
    }
}
