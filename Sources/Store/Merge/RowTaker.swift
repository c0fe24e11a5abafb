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
    private var prepared: [Int64: PreparedBody] = [:]
    private var pathIDs: [String: Int64] = [:]
    var ids: [String: [String: Int64]] = [:]
    private var dataVersion: Int?
    var forgotten = ForgottenRecords()

    private struct PreparedBody {
        var body: Body
        var isChanged: Bool
    }

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

    /// Read, redacted and hashed in one go, before the lock is taken.
    private static let rowsAtOnce = 1000
    private static let bytesAtOnce = 1 << 20

    /// No write transaction holds the lock over 10 ms: half of it, the commit takes its share.
    private static let lockTime = Duration.milliseconds(5)

    /// Hands every row of a query on the source to `write`, in short transactions.
    ///
    /// - Parameter texts: the columns that refer to a body.
    func take(_ sql: String, texts: [String] = [], write: (SourceRow, Database) throws -> Void) throws {
        let cursor = try Row.fetchCursor(source, sql: sql)
        var places: [String: Int]?
        var isDone = false
        while !isDone {
            var piece: [SourceRow] = []
            var bytes = 0
            while piece.count < Self.rowsAtOnce, bytes < Self.bytesAtOnce {
                guard let row = try cursor.next() else {
                    isDone = true
                    break
                }
                let known = places ?? SourceRow.places(in: row)
                places = known
                piece.append(SourceRow(row, places: known))
                for column in texts where keepsTexts { bytes += try prepare(piece[piece.count - 1][column]) }
            }
            try self.write(piece, write)
            prepared.removeAll(keepingCapacity: true)
            rows += piece.count
            report(rows)
        }
    }

    private func write(_ piece: [SourceRow], _ write: (SourceRow, Database) throws -> Void) throws {
        var rest = piece[...]
        while !rest.isEmpty {
            try target.write { db in
                let started = ContinuousClock.now
                try begin(db)
                while let row = rest.popFirst() {
                    try write(row, db)
                    if ContinuousClock.now - started > Self.lockTime { return }
                }
            }
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
        let text = try load(id)
        prepared[id] = text
        return text.body.text.utf8.count
    }

    /// The text of the other store without its secrets. Its digest is taken anew: else a file could put its own words in
    /// the place of a text that comes later.
    private func load(_ id: Int64) throws -> PreparedBody {
        let row = try Row.fetchOne(
            source.cachedStatement(sql: "SELECT CAST(text AS TEXT), redactions, sha256 FROM body WHERE id = ?"),
            arguments: [id])
        guard let row, let text = String.fromDatabaseValue(row[0]) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a text is missing")
        }
        let known = Int.fromDatabaseValue(row[1]) ?? 0
        var body = redact(text) ?? Body(text)
        body.redactions = (body.redactions ?? 0) + known
        let digest = SHA256.hash(body.text)
        body.digest = digest
        return PreparedBody(body: body, isChanged: Data.fromDatabaseValue(row[2]) != digest.bytes.blob)
    }

    func body(_ value: DatabaseValue, _ db: Database) throws -> TakenBody? {
        guard keepsTexts, let id = Int64.fromDatabaseValue(value) else { return nil }
        if let known = bodies[id] { return known }
        let text = try prepared[id] ?? load(id)
        let taken = TakenBody(id: try insert(text.body, db), isChanged: text.isChanged)
        bodies[id] = taken
        return taken
    }

    /// What stands where texts are left out and the schema wants one.
    func blank(_ db: Database) throws -> Int64 {
        var body = Body("")
        body.redactions = 0
        return try insert(body, db)
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
