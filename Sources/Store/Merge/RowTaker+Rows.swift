import GRDB
import Provenance

// Rows with a uid: found, inserted, and joined to what is there.
extension RowTaker {
    /// The row of a uid here; `nil` where there is none.
    func id(_ table: String, _ uid: DatabaseValue, _ db: Database) throws -> Int64? {
        guard let uid = String.fromDatabaseValue(uid) else { return nil }
        if let known = ids[table]?[uid] { return known }
        let id = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM \(table) WHERE uid = ?"), arguments: [uid])
        if let id, Self.remembered.contains(table) { ids[table, default: [:]][uid] = id }
        return id
    }

    private static let remembered: Set = ["session", "prompt", "generation"]

    func isForgotten(_ table: String, _ uid: DatabaseValue, _ db: Database) throws -> Bool {
        guard let uid = String.fromDatabaseValue(uid) else { return true }
        return try forgotten.contains(table, uid, in: db)
    }

    func row(_ table: String, _ id: Int64, _ db: Database) throws -> Row {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM \(table) WHERE id = ?"), arguments: [id]) ?? Row()
    }

    /// Inserts a row of these columns.
    func insert(_ table: String, _ values: KeyValuePairs<String, (any DatabaseValueConvertible)?>, _ db: Database)
        throws
    {
        let names = values.map(\.key).joined(separator: ", ")
        let marks = values.map { _ in "?" }.joined(separator: ", ")
        try db.cachedStatement(sql: "INSERT INTO \(table) (\(names)) VALUES (\(marks))")
            .execute(arguments: StatementArguments(values.map(\.value)))
    }

    /// Joins what arrives to the row that is there, column by column; other values stand as they are given.
    ///
    /// - Returns: whether anything changed.
    @discardableResult
    func join(
        _ table: String, _ known: Row, _ arriving: SourceRow, _ rules: KeyValuePairs<String, JoinRule>,
        setting given: [String: Int64?] = [:], cleaning: Set<String> = [], _ db: Database
    ) throws -> Bool {
        var changes: [(String, DatabaseValue)] = []
        for (column, rule) in rules {
            let value: DatabaseValue = cleaning.contains(column) ? clean(arriving[column]) : arriving[column]
            let joined = rule.join(known[column], value)
            if joined != known[column] { changes.append((column, joined)) }
        }
        for (column, value) in given.sorted(by: { $0.key < $1.key }) {
            let value = value.map(\.databaseValue) ?? .null
            if value != known[column] { changes.append((column, value)) }
        }
        if changes.isEmpty { return false }
        let sets = changes.map { "\($0.0) = ?" }.joined(separator: ", ")
        try db.execute(
            sql: "UPDATE \(table) SET \(sets) WHERE id = ?",
            arguments: StatementArguments(changes.map(\.1) + [known["id"] as DatabaseValue]))
        return true
    }
}
