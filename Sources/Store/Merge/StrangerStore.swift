import GRDB
import GRDBSQLite

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A store that somebody else made: opened to be read alone, and looked at before anything in it is believed.
///
/// It is never attached to the store, so that nothing of its schema ever runs with the store's rights.
struct StrangerStore {
    let location: String
    let version: Int
    let queue: DatabaseQueue

    /// Of one value. No reader of ours hands on longer lines.
    private static let longest: Int32 = 64 << 20

    /// - Throws: `MergeRefusal` or `StoreError`.
    init(at path: String, into store: Store) throws {
        location = path
        try Self.checkFiles(path, store: store)
        do {
            queue = try DatabaseQueue(path: path, configuration: Self.configuration)
            version = try queue.read { db in
                let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
                try Self.checkSchema(db, version: version, path: path)
                // Damaged pages, and values that the schema would not have let in.
                let fault = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "ok"
                guard fault == "ok" else { throw MergeRefusal(reason: .damaged(fault), location: path) }
                try Self.checkLengths(db)
                return version
            }
        } catch {
            throw Self.sorting(error, at: path)
        }
    }

    static func sorting(_ error: any Error, at path: String) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        return switch error.resultCode {
        case .SQLITE_TOOBIG: MergeRefusal(reason: .tooLarge, location: path)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH:
            MergeRefusal(reason: .damaged(error.message ?? "\(error.resultCode)"), location: path)
        default: StoreError.sorting(error, at: path)
        }
    }

    private static func checkFiles(_ path: String, store: Store) throws {
        for name in ["", "-wal", "-shm", "-journal"].map({ path + $0 }) {
            var status = stat()
            if lstat(name, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
                throw MergeRefusal(reason: .symbolicLink(name), location: path)
            }
        }
        if try FileCheck.inspect(path) == .absent {
            throw StoreError(.cannotOpen, at: path, detail: "there is no such file")
        }
        var (this, other) = (stat(), stat())
        if stat(path, &this) == 0, stat(store.location, &other) == 0, this.st_ino == other.st_ino,
            this.st_dev == other.st_dev
        {
            throw MergeRefusal(reason: .itself, location: path)
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(60)
        configuration.label = "colophon-merge"
        configuration.prepareDatabase { db in
            sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_LENGTH, longest)
            // "…should be executed on every database connection … that … might be under the control of an attacker" (SQLite,
            // Defense against the dark arts).
            try db.execute(
                sql: """
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA mmap_size = 0;
                    PRAGMA cache_size = -16000;
                    """)
        }
        return configuration
    }

    /// Every table, index and trigger is word for word what that version of the schema makes, and there is nothing else.
    private static func checkSchema(_ db: Database, version: Int, path: String) throws {
        guard (1...Schema.version).contains(version) else {
            throw StoreError(.newer(found: version, known: Schema.version), at: path)
        }
        let own = try DatabaseQueue()
        try Store(location: ":memory:", database: own).migrate(to: version)
        var expected = try own.read(objects)
        let found = try objects(db)
        if version >= 2, found.contains(where: { $0.type == "trigger" && $0.name.hasSuffix("_forgotten") }) {
            expected = try own.write { own in
                try own.execute(sql: Schema.guards)
                return try objects(own)
            }
        }
        let other = found.subtracting(expected).union(expected.subtracting(found)).map(\.name).sorted().first
        if let other { throw MergeRefusal(reason: .foreignSchema("see '\(other)'"), location: path) }
    }

    /// Reads every value once: one that is too long fails here, before anything is taken.
    private static func checkLengths(_ db: Database) throws {
        let tables = try String.fetchAll(
            db,
            sql:
                "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT%' AND name <> 'pending'"
        )
        for table in tables {
            let columns = try db.columns(in: table).filter { $0.type != "INTEGER" }
            if columns.isEmpty { continue }
            let lengths = columns.map { "sum(length(\"\($0.name)\"))" }.joined(separator: ", ")
            _ = try Row.fetchOne(db, sql: "SELECT \(lengths) FROM \"\(table)\"")
        }
    }

    private struct Object: Hashable {
        var type: String
        var name: String
        var table: String
        var sql: String?
    }

    /// The list of migrations is the affair of the library that keeps it, and is never read here.
    private static func objects(_ db: Database) throws -> Set<Object> {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT CAST(type AS TEXT), CAST(name AS TEXT), CAST(tbl_name AS TEXT), CAST(sql AS TEXT)
                FROM sqlite_master WHERE NOT (type IN ('table', 'index') AND tbl_name = 'grdb_migrations')
                """)
        return Set(
            rows.map { row in
                Object(type: row[0] ?? "", name: row[1] ?? "", table: row[2] ?? "", sql: row[3])
            })
    }
}
