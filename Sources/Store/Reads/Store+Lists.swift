import GRDB

extension Store {
    /// One page of turns, newest first; `older` continues after the key, `newer` ends before it.
    ///
    /// - Parameter withCode: only those that wrote or touched a file.
    package func turns(
        matching filter: Filter = .everything, withCode: Bool = false, from key: PageKey? = nil,
        _ direction: PageDirection = .older, limit: Int
    ) throws -> [TurnRow] {
        try withReplies(
            page(
                .turns, TurnRow.select, "t.at", "t.id", filter, also: withCode ? "t.edits > 0" : "1", key, direction,
                limit
            ).map(TurnRow.init(row:)))
    }

    package func generations(
        matching filter: Filter = .everything, from key: PageKey? = nil, _ direction: PageDirection = .older,
        limit: Int
    ) throws -> [GenerationRow] {
        try page(.generations, GenerationRow.select, "g.started_at", "g.id", filter, key, direction, limit)
            .map(GenerationRow.init(row:))
    }

    package func edits(
        matching filter: Filter = .everything, from key: PageKey? = nil, _ direction: PageDirection = .older,
        limit: Int
    ) throws -> [EditRow] {
        try page(.edits, EditRow.select, "e.at", "e.id", filter, key, direction, limit).map(EditRow.init(row:))
    }

    package func sessions(
        matching filter: Filter = .everything, from key: PageKey? = nil, _ direction: PageDirection = .older,
        limit: Int
    ) throws -> [SessionRow] {
        try page(.sessions, SessionRow.select, "coalesce(s.started_at, 0)", "s.id", filter, key, direction, limit)
            .map(SessionRow.init(row:))
    }

    private func page(
        _ subject: Filter.Subject, _ select: String, _ time: String, _ id: String, _ filter: Filter, also: String = "1",
        _ key: PageKey?, _ direction: PageDirection, _ limit: Int
    ) throws -> [Row] {
        let rows = try read { db in
            let condition = filter.condition(for: subject) { db.isFrequent($0) }
            var arguments = condition.arguments.map(\.databaseValue)
            var matches = "\(also) AND (\(condition.sql))"
            if let key {
                matches += " AND (\(time), \(id)) \(direction == .older ? "<" : ">") (?, ?)"
                arguments += [key.at.databaseValue, key.id.databaseValue]
            }
            let order = direction == .older ? "DESC" : "ASC"
            let ordered = "ORDER BY \(time) \(order), \(id) \(order)"
            arguments.append(limit.databaseValue)
            // First the page, then what stands beside it: with joins in the way SQLite would sort every match of an
            // index that it walks value by value, instead of leaving each value as soon as the page is full.
            let sql = """
                \(select) WHERE \(id) IN (SELECT \(id) FROM \(subject.table) WHERE \(matches) \(ordered) LIMIT ?)
                \(ordered)
                """
            return try Row.fetchAll(db, sql: sql, arguments: StatementArguments(arguments))
        }
        return direction == .older ? rows : rows.reversed()
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
    fileprivate func isFrequent(_ hits: FilterSQL) -> Bool {
        let count = FilterCondition.count(hits)
        let arguments = StatementArguments(count.arguments.map(\.databaseValue))
        let found = try? Int64.fetchOne(self, sql: "SELECT \(count.sql)", arguments: arguments)
        return found ?? 0 >= FilterCondition.many
    }
}

extension Filter.Subject {
    /// With the alias that conditions expect.
    fileprivate var table: String {
        switch self {
        case .turns: "turn t"
        case .generations: "generation g"
        case .edits: "edit e"
        case .sessions: "session s"
        }
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
