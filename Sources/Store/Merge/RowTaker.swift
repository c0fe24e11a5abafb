import GRDB
import Provenance
import Text

import struct Foundation.Data

/// Takes rows of another store into this one, each under its own name: what is there is completed, never doubled.
///
/// The rules for two tellings of one record are made so that their order does not matter. Texts are read, searched for
/// secrets and hashed before the lock is taken, and the claims of the other store about them are not believed.
final class RowTaker {
    let source: Database
    let target: Store
    let redact: (String) -> Body?
    var selection = Selection.everything
    var keepsTexts = true
    var tally = Tally()
    /// Rows that were looked at.
    private(set) var rows = 0
    private let report: (Int) -> Void

    private var bodies: [Int64: TakenBody] = [:]
    private var prepared: [Int64: Body] = [:]
    private var pathIDs: [String: Int64] = [:]
    private var ids: [String: [String: Int64]] = [:]
    private var dataVersion: Int?
    var forgotten = ForgottenRecords()

    struct TakenBody {
        var id: Int64
        /// A secret was taken out of it on the way.
        var isChanged: Bool
    }

    init(
        source: Database, target: Store, redact: @escaping (String) -> Body?, report: @escaping (Int) -> Void
    ) {
        self.source = source
        self.target = target
        self.redact = redact
        self.report = report
    }

    /// In short transactions, so that no other writer waits.
    private static let rowsAtOnce = 100
    private static let bytesAtOnce = 256 << 10

    /// Hands every row of a query on the source to `write`.
    ///
    /// - Parameter texts: the columns that refer to a body.
    func take(_ sql: String, texts: [String] = [], write: (Row, Database) throws -> Void) throws {
        let cursor = try Row.fetchCursor(source, sql: sql)
        var isDone = false
        while !isDone {
            var piece: [Row] = []
            var bytes = 0
            while piece.count < Self.rowsAtOnce, bytes < Self.bytesAtOnce {
                guard let row = try cursor.next() else {
                    isDone = true
                    break
                }
                piece.append(row.copy())
                for column in texts where keepsTexts { bytes += try prepare(row[column] as DatabaseValue) }
            }
            try target.write { db in
                try begin(db)
                for row in piece { try write(row, db) }
            }
            prepared.removeAll(keepingCapacity: true)
            rows += piece.count
            report(rows)
        }
    }

    /// Where another program wrote meanwhile, rows that were met may be gone.
    private func begin(_ db: Database) throws {
        forgotten = ForgottenRecords()
        let version = try Int.fetchOne(db, sql: "PRAGMA data_version")
        guard version != dataVersion else { return }
        dataVersion = version
        bodies.removeAll()
        pathIDs.removeAll()
        ids.removeAll()
    }
}

// MARK: - Shared rows

extension RowTaker {
    private func prepare(_ id: DatabaseValue) throws -> Int {
        guard let id = Int64.fromDatabaseValue(id), bodies[id] == nil, prepared[id] == nil else { return 0 }
        let body = try load(id)
        prepared[id] = body
        return body.text.utf8.count
    }

    /// The text of the other store without its secrets. Its digest is taken anew: else a file could put its own words in
    /// the place of a text that comes later.
    private func load(_ id: Int64) throws -> Body {
        let row = try Row.fetchOne(
            source.cachedStatement(sql: "SELECT CAST(text AS TEXT) AS text, redactions FROM body WHERE id = ?"),
            arguments: [id])
        guard let row, let text = String.fromDatabaseValue(row["text"]) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a text is missing")
        }
        let known = Int.fromDatabaseValue(row["redactions"]) ?? 0
        var body = redact(text) ?? Body(text)
        body.redactions = (body.redactions ?? 0) + known
        body.digest = SHA256.hash(body.text)
        return body
    }

    func body(_ value: DatabaseValue, _ db: Database) throws -> TakenBody? {
        guard keepsTexts, let id = Int64.fromDatabaseValue(value) else { return nil }
        if let known = bodies[id] { return known }
        let body = try prepared[id] ?? load(id)
        let taken = TakenBody(
            id: try insert(body, db), isChanged: try original(id) != body.digest?.bytes.blob)
        bodies[id] = taken
        return taken
    }

    /// What stands where texts are left out and the schema wants one.
    func blank(_ db: Database) throws -> Int64 {
        var body = Body("")
        body.redactions = 0
        return try insert(body, db)
    }

    private func original(_ id: Int64) throws -> Data? {
        try Data.fetchOne(source.cachedStatement(sql: "SELECT sha256 FROM body WHERE id = ?"), arguments: [id])
    }

    private func insert(_ body: Body, _ db: Database) throws -> Int64 {
        let digest = (body.digest ?? SHA256.hash(body.text)).bytes.blob
        try db.cachedStatement(
            sql: "INSERT INTO body (sha256, text, redactions) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING"
        ).execute(arguments: [digest, body.text, body.redactions])
        if db.changesCount > 0 { return db.lastInsertedRowID }
        // Of two counts of what was taken out of one text the higher one knows more.
        let id = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM body WHERE sha256 = ?"), arguments: [digest])
        if let known = body.redactions, known > 0 {
            try db.cachedStatement(sql: "UPDATE body SET redactions = ?2 WHERE id = ?1 AND redactions < ?2")
                .execute(arguments: [id, known])
        }
        guard let id else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a text is missing") }
        return id
    }

    /// The longer of two texts, by their rows here; of equally long ones always the same.
    func longer(_ one: Int64?, _ other: Int64?, _ db: Database) throws -> Int64? {
        guard let one, let other, one != other else { return one ?? other }
        return try Int64.fetchOne(
            db.cachedStatement(
                sql:
                    "SELECT id FROM body WHERE id IN (?, ?) ORDER BY length(CAST(text AS BLOB)) DESC, sha256 DESC LIMIT 1"
            ),
            arguments: [one, other])
    }

    func path(_ value: DatabaseValue, _ db: Database) throws -> Int64? {
        guard let text = String.fromDatabaseValue(value), !text.isEmpty else { return nil }
        if let known = pathIDs[text] { return known }
        try db.cachedStatement(sql: "INSERT INTO path (text, language) VALUES (?, ?) ON CONFLICT (text) DO NOTHING")
            .execute(arguments: [text, Language.named(by: text)])
        let id = try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM path WHERE text = ?"), arguments: [text])
        pathIDs[text] = id
        return id
    }

    func clean(_ value: DatabaseValue) -> DatabaseValue {
        guard let text = String.fromDatabaseValue(value), let clean = redact(text) else { return value }
        return clean.text.databaseValue
    }
}

// MARK: - Rows with a uid

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
        _ table: String, _ known: Row, _ arriving: Row, _ rules: KeyValuePairs<String, JoinRule>,
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
