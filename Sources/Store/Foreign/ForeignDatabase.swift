import GRDB

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Another program's SQLite file, which is only ever read: nothing is written to it, and its journal is left as it is.
///
///     let database = try ForeignDatabase(path: file)
///     try database.read { rows in
///         try rows.forEach("SELECT id, data FROM message WHERE session_id = ?", [id]) { row in … }
///     }
package struct ForeignDatabase {
    /// Why the file was not read, as the end of a sentence.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String

        package init(description: String) {
            self.description = description
        }
    }

    private let queue: DatabaseQueue

    /// Waits this long, in seconds, for the program that owns the file.
    private static let patience = 5.0

    package init(path: String) throws(Failure) {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(Self.patience)
        configuration.label = "foreign"
        configuration.prepareDatabase { db in
            // What stands in a stranger's schema may call no function of ours and write nothing.
            try db.execute(sql: "PRAGMA query_only = 1")
            try db.execute(sql: "PRAGMA trusted_schema = 0")
            try db.execute(sql: "PRAGMA cache_size = -4000")
        }
        if !Self.hasJournal(path),
            let queue = try? DatabaseQueue(path: Self.resting(path), configuration: configuration)
        {
            self.queue = queue
            return
        }
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw Self.failure(error)
        }
    }

    /// Whether a write-ahead log with something in it lies beside the file, or its owner uses none.
    private static func hasJournal(_ path: String) -> Bool {
        // "The file format read version … 2 for WAL", at offset 19 (SQLite, Database File Format).
        guard let header = DatabaseHeader(path), header.bytes.count > 19, header.bytes[19] == 2 else { return true }
        var status = stat()
        return stat(path + "-wal", &status) == 0 && status.st_size > 0
    }

    /// The name under which SQLite takes the file as it lies: else even a reader leaves an empty log beside it.
    private static func resting(_ path: String) -> String {
        var name = "file:"
        for byte in path.utf8 {
            let isPlain = byte < 0x80 && byte >= 0x20 && !"%?#".utf8.contains(byte)
            name += isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return name + "?immutable=1"
    }

    /// One consistent view of the file, whatever its owner writes meanwhile.
    package func read<Value>(_ body: (Rows) throws -> Value) throws(Failure) -> Value {
        do {
            return try queue.read { try body(Rows(db: $0)) }
        } catch {
            throw Self.failure(error)
        }
    }

    private static func failure(_ error: any Error) -> Failure {
        guard let error = error as? DatabaseError else { return Failure(description: "\(error)") }
        return Failure(description: error.message ?? "\(error.resultCode)")
    }

    package struct Rows {
        fileprivate let db: Database

        /// Whether there is such a table, no view, with these columns.
        package func hasTable(_ name: String, columns: [String]) throws -> Bool {
            let isTable = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?)",
                arguments: [name])
            guard isTable == true else { return false }
            let found = Set(try db.columns(in: name).map(\.name))
            return found.isSuperset(of: columns)
        }

        /// - Parameter body: takes one row; `false` ends the reading.
        package func forEach(
            _ sql: String, _ arguments: [String] = [], _ body: (ForeignRow) throws -> Bool
        ) throws {
            let rows = try Row.fetchCursor(db, sql: sql, arguments: StatementArguments(arguments))
            while let row = try rows.next() {
                guard try body(ForeignRow(row: row)) else { return }
            }
        }
    }
}

/// One row of another program's table; what is absent or of another type is `nil`.
package struct ForeignRow {
    fileprivate let row: Row

    package func text(_ column: String) -> String? {
        guard row.hasColumn(column) else { return nil }
        switch row[column] as DatabaseValue {
        case let value where value.isNull: return nil
        case let value:
            switch value.storage {
            case .string(let text): return text
            case .blob(let data): return String(decoding: data, as: UTF8.self)
            case .int64(let number): return String(number)
            case .double, .null: return nil
            }
        }
    }

    package func int(_ column: String) -> Int64? {
        guard row.hasColumn(column) else { return nil }
        switch (row[column] as DatabaseValue).storage {
        case .int64(let number): return number
        case .double(let number): return Int64(exactly: number.rounded())
        default: return nil
        }
    }
}
