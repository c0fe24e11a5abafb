import GRDB
import GRDBSQLite

/// The statements of one write transaction, each found by the place of its text in the program.
///
/// A history becomes rows by some ten calls for every row that stays. GRDB hashes the whole text at each, and boxes,
/// copies and checks the values: a fifth of the writing thread's time. Here a call is what SQLite itself does for it.
/// GRDB prepares the statements and keeps them for the next transaction.
final class Statements {
    let db: Database
    private var known: [UnsafePointer<UInt8>: Statement] = [:]

    init(db: Database) {
        self.db = db
    }

    /// Rows that the last `run` wrote.
    var changes: Int { Int(sqlite3_changes(db.sqliteConnection)) }

    var lastID: Int64 { sqlite3_last_insert_rowid(db.sqliteConnection) }

    func run(_ sql: StaticString, _ values: [(any StatementValue)?] = []) throws {
        try perform(sql, values) { statement in
            while try step(statement) {}
        }
    }

    /// The first column of the first row; `nil` where there is no row, or NULL in it.
    func int(_ sql: StaticString, _ values: [(any StatementValue)?] = []) throws -> Int64? {
        try row(sql, values) { $0.int(0) } ?? nil
    }

    /// What `read` makes of the first row; `nil` where there is none.
    func row<Value>(
        _ sql: StaticString, _ values: [(any StatementValue)?] = [], read: (StatementRow) throws -> Value
    ) throws -> Value? {
        try perform(sql, values) { statement in
            try step(statement) ? try read(StatementRow(statement)) : nil
        }
    }

    func rows<Value>(
        _ sql: StaticString, _ values: [(any StatementValue)?] = [], read: (StatementRow) throws -> Value
    ) throws -> [Value] {
        try perform(sql, values) { statement in
            var all: [Value] = []
            while try step(statement) { all.append(try read(StatementRow(statement))) }
            return all
        }
    }

    /// Tells every row of an answer that is not to be kept whole.
    func each(
        _ sql: StaticString, _ values: [(any StatementValue)?] = [], read: (StatementRow) throws -> Void
    ) throws {
        try perform(sql, values) { statement in
            let row = StatementRow(statement)
            while try step(statement) { try read(row) }
        }
    }

    private func perform<Value>(
        _ sql: StaticString, _ values: [(any StatementValue)?], _ body: (OpaquePointer) throws -> Value
    ) throws -> Value {
        let statement = try prepared(sql).sqliteStatement
        var place: Int32 = 0
        for value in values {
            place += 1
            let code = value?.bind(to: statement, at: place) ?? sqlite3_bind_null(statement, place)
            guard code == SQLITE_OK else { throw failure(code) }
        }
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        return try body(statement)
    }

    private func prepared(_ sql: StaticString) throws -> Statement {
        if let statement = known[sql.utf8Start] { return statement }
        let statement = try db.cachedStatement(sql: "\(sql)")
        known[sql.utf8Start] = statement
        return statement
    }

    /// Whether there is a row.
    private func step(_ statement: OpaquePointer) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        case let code: throw failure(code)
        }
    }

    private func failure(_ code: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: sqlite3_errmsg(db.sqliteConnection).map { String(cString: $0) })
    }
}
