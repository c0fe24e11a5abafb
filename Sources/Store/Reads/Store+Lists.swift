import GRDB

extension Store {
    /// One page of turns, newest first where no order is given; `older` continues after the key, `newer` ends before it.
    ///
    /// - Parameter withCode: only those that wrote or touched a file.
    package func turns(
        matching filter: Filter = .everything, withCode: Bool = false, by order: RowOrder = .newestFirst,
        from key: PageKey? = nil, _ direction: PageDirection = .older, limit: Int
    ) throws -> [TurnRow] {
        try withReplies(
            page(.turns, TurnRow.select, filter, also: withCode ? "t.edits > 0" : "1", order, key, direction, limit)
                .map(TurnRow.init(row:)))
    }

    package func generations(
        matching filter: Filter = .everything, by order: RowOrder = .newestFirst, from key: PageKey? = nil,
        _ direction: PageDirection = .older, limit: Int
    ) throws -> [GenerationRow] {
        try page(.generations, GenerationRow.select, filter, order, key, direction, limit)
            .map(GenerationRow.init(row:))
    }

    package func edits(
        matching filter: Filter = .everything, by order: RowOrder = .newestFirst, from key: PageKey? = nil,
        _ direction: PageDirection = .older, limit: Int
    ) throws -> [EditRow] {
        try page(.edits, EditRow.select, filter, order, key, direction, limit).map(EditRow.init(row:))
    }

    package func sessions(
        matching filter: Filter = .everything, by order: RowOrder = .newestFirst, from key: PageKey? = nil,
        _ direction: PageDirection = .older, limit: Int
    ) throws -> [SessionRow] {
        try page(.sessions, SessionRow.select, filter, order, key, direction, limit).map(SessionRow.init(row:))
    }

    /// - Parameter onlyOpen: those that nobody has fixed, accepted or called false.
    package func findings(
        matching filter: Filter = .everything, onlyOpen: Bool = false, by order: RowOrder = .newestFirst,
        from key: PageKey? = nil, _ direction: PageDirection = .older, limit: Int
    ) throws -> [FindingRow] {
        try page(
            .findings, FindingRow.select, filter, also: onlyOpen ? "f.status = 'open'" : "1", order, key, direction,
            limit
        ).map(FindingRow.init(row:))
    }

    package func alerts(
        matching filter: Filter = .everything, by order: RowOrder = .newestFirst, from key: PageKey? = nil,
        _ direction: PageDirection = .older, limit: Int
    ) throws -> [AlertRow] {
        try page(.alerts, AlertRow.select, filter, order, key, direction, limit).map(AlertRow.init(row:))
    }

    private func page(
        _ table: ListTable, _ select: String, _ filter: Filter, also: FilterSQL = "1", _ order: RowOrder,
        _ key: PageKey?, _ direction: PageDirection, _ limit: Int
    ) throws -> [Row] {
        try read { db in
            let condition = filter.sql(for: table) { db.isFrequent($0) }
            let query = PageQuery(
                table: table, select: select, matches: "\(also) AND (\(condition))", order: order, limit: limit)
            return try query.fetch(db, from: key, direction)
        }
    }

    /// How many rows a list has. It may take as long as looking at each, so never before a first paint; `interrupt` ends it.
    package func count(_ table: ListTable, matching filter: Filter = .everything, narrowed: Bool = false) throws -> Int
    {
        try read { db in
            let condition = filter.sql(for: table) { db.isFrequent($0) }
            let also: FilterSQL =
                switch table {
                case .turns where narrowed: "t.edits > 0"
                case .findings where narrowed: "f.status = 'open'"
                default: "1"
                }
            let matches: FilterSQL = "\(also) AND (\(condition))"
            return try Int.fetchOne(
                db, sql: "SELECT count(*) FROM \(table.clause) WHERE \(matches.sql)",
                arguments: StatementArguments(matches.arguments.map(\.databaseValue))) ?? 0
        }
    }

    /// How many rows there are; for summaries, never before a first paint.
    package func counts() throws -> Tally {
        try read { db in
            func count(_ table: String, _ condition: String = "1") throws -> Int {
                try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE \(condition)") ?? 0
            }
            var tally = Tally()
            tally.sessions = try count("session")
            tally.turns = try count("turn", "asker = 'person'")
            tally.generations = try count("generation")
            tally.edits = try count("edit")
            tally.segments = try count("segment")
            return tally
        }
    }
}

extension Database {
    /// Whether walking the list finds a page sooner than gathering these hits. What goes wrong here goes wrong again, and
    /// is told, when the list is asked for.
    func isFrequent(_ hits: FilterSQL) -> Bool {
        let count = FilterCondition.count(hits)
        let arguments = StatementArguments(count.arguments.map(\.databaseValue))
        let found = try? Int64.fetchOne(self, sql: "SELECT \(count.sql)", arguments: arguments)
        return found ?? 0 >= FilterCondition.many
    }
}

extension FilterValue {
    var databaseValue: DatabaseValue {
        switch self {
        case .text(let text): text.databaseValue
        case .integer(let integer): integer.databaseValue
        case .real(let real): real.databaseValue
        }
    }
}
