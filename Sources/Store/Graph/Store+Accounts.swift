import GRDB
package import Provenance

extension Store {
    /// What there is to tell of a node; `nil` where it is gone.
    ///
    /// - Parameter limit: so many characters of its words.
    package func account(of name: NodeName, limit: Int) throws -> NodeAccount? {
        try read { db in try Self.account(of: name, limit: limit, db) }
    }

    static func account(of name: NodeName, limit: Int, _ db: Database) throws -> NodeAccount? {
        guard let node = try node(name, db) else { return nil }
        var account = NodeAccount(node: node)
        // A change has no index by its whole name: its address is not worth a scan.
        guard let kind = name.known, kind != .change else { return account }
        let argument: DatabaseValue =
            switch name {
            case .row(_, let id): id.databaseValue
            case .named(_, let uid): uid.databaseValue
            }
        let sql = NodeFacts.select(kind)
        let statement = try db.cachedStatement(sql: sql)
        let arguments: StatementArguments = sql.contains("?2") ? [argument, limit + 1] : [argument]
        if let row = try Row.fetchOne(statement, arguments: arguments) {
            for (column, value) in row where !value.isNull { account.take(column, value, limit: limit) }
        }
        if case .row(let kind, let id) = name, let record = RecordKind(rawValue: kind.rawValue) {
            account.place = try place(of: record, id, db)
            if kind == .finding {
                account.finding = try Row.fetchOne(
                    db.cachedStatement(sql: FindingRow.select + " WHERE f.id = ?"), arguments: [id]
                ).map(FindingRow.init(row:))
            }
        } else if case .row(.frame, let id) = name {
            account.place = try Row.fetchOne(
                db, sql: "SELECT a.id, a.title FROM frame f JOIN alert a ON a.id = f.alert WHERE f.id = ?",
                arguments: [id]
            ).map { .alert(id: $0["id"], title: $0["title"]) }
        }
        return account
    }
}

extension NodeAccount {
    fileprivate mutating func take(_ column: String, _ value: DatabaseValue, limit: Int) {
        let parts = column.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let number = Int64.fromDatabaseValue(value)
        let words = String.fromDatabaseValue(value) ?? number.map(String.init) ?? ""
        switch (parts[0], parts.count > 1 ? parts[1] : "") {
        case ("", "text"):
            isCut = words.count > limit
            text = isCut ? String(words.prefix(limit)) : words
        case ("", "path"): path = words
        case ("", "line"): firstLine = number.flatMap { Int(exactly: $0) }
        case ("", "session"): session = words
        case (let name, "moment"): facts.append(Fact(name, .moment(number ?? 0)))
        case (let name, "span"): facts.append(Fact(name, .span(number ?? 0)))
        case (let name, "risk"): facts.append(Fact(name, .risk(Int(clamping: number ?? 0))))
        case (let name, _): facts.append(Fact(name, number.map { .number($0) } ?? .words(words)))
        }
    }
}
