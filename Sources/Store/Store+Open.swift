import GRDB

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Store {
    /// Opens the store at a path; `connections` above 1 lets reads run beside writes (the dashboard).
    ///
    /// - Parameters:
    ///   - cacheKilobytes: of pages that a connection keeps; less for what only looks at a screenful at a time.
    ///   - patience: seconds to wait for whoever else writes.
    /// - Throws: `StoreError`; whatever it says, the file stays as it was.
    package static func open(
        at path: String, mode: Mode = .create, connections: Int = 1, cacheKilobytes: Int = 16_000,
        patience: Double = 60
    ) throws -> Store {
        switch try FileCheck.inspect(path) {
        case .absent where mode == .create: try create(at: path)
        case .absent: throw StoreError(.missing, at: path)
        case .readOnly where mode != .read: throw StoreError(.readOnly, at: path)
        case .readOnly, .usable: break
        }
        do {
            var configuration = configuration(mode: mode, connections: connections, cacheKilobytes: cacheKilobytes)
            configuration.busyMode = .timeout(patience)
            let database: any DatabaseWriter =
                if connections > 1 {
                    try DatabasePool(path: path, configuration: configuration)
                } else {
                    try DatabaseQueue(path: path, configuration: configuration)
                }
            let store = Store(location: path, database: database)
            try store.checkVersion(mayMigrate: mode != .read)
            return store
        } catch {
            throw StoreError.sorting(error, at: path)
        }
    }

    static func configuration(mode: Mode, connections: Int = 1, cacheKilobytes: Int = 16_000) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = mode == .read
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(60)
        configuration.maximumReaderCount = max(1, connections - 1)
        configuration.label = "colophon"
        configuration.prepareDatabase { db in
            // Not by GRDB's `journalMode`, which makes and drops a table at every opening: that is two writes and a
            // changed schema for every `list`. On a store, which is in this mode already, this does nothing.
            if !db.configuration.readonly { try db.execute(sql: "PRAGMA journal_mode = WAL") }
            // A lost last second after a power cut is read again from the histories; a torn file cannot happen.
            if !db.configuration.readonly { try db.execute(sql: "PRAGMA synchronous = NORMAL") }
            // Fewer, larger rounds of copying the journal back: each waits for the disk.
            if !db.configuration.readonly { try db.execute(sql: "PRAGMA wal_autocheckpoint = 4000") }
            // The pages that a statement would put back if it failed: beyond 64 KB they would go to a temporary file.
            if !db.configuration.readonly { try db.execute(sql: "PRAGMA temp_store = MEMORY") }
            // Bodies arrive in random order of their hashes: room for the upper pages of that index.
            try db.execute(sql: "PRAGMA cache_size = -\(cacheKilobytes)")
            // A command that reads and ends takes the pages where the system has them: a tenth of a trace was copying.
            // Not for what writes much, and not for screens, which count their memory. As far as SQLite can: what is
            // packed for figures stands at the end of a large file.
            if mode != .create, cacheKilobytes >= 16_000 { try db.execute(sql: "PRAGMA mmap_size = 2147418112") }
            try db.execute(sql: WordBeginning.vocabulary)
            WordHits.register(db.sqliteConnection)
        }
        return configuration
    }

    func checkVersion(mayMigrate: Bool) throws {
        let (application, found) = try database.read { db in
            (
                try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
                try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            )
        }
        guard application == Schema.applicationID else {
            throw StoreError(.notAStore, at: location, detail: "another program made it")
        }
        guard found <= Schema.version else {
            throw StoreError(.newer(found: found, known: Schema.version), at: location)
        }
        if found < Schema.version, mayMigrate { try migrate() }
    }

    /// Brings the schema up to date; each version in one transaction of its own.
    func migrate(to version: Int = Schema.version) throws {
        var migrator = DatabaseMigrator()
        for (index, sql) in Schema.migrations.prefix(version).enumerated() {
            migrator.registerMigration("v\(index + 1)") { db in
                try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
                try db.execute(sql: sql)
                // A table that is made anew has lost the triggers that keep out what was forgotten.
                if index > 1, try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM forgotten)") == true {
                    try db.execute(sql: Schema.guards)
                }
                try db.execute(sql: "PRAGMA user_version = \(index + 1)")
            }
        }
        do {
            try migrator.migrate(database)
        } catch {
            throw StoreError.sorting(error, at: location)
        }
    }

    /// Makes a store where there is none yet, filled from one source that can be read again, such as a demo's dice.
    ///
    /// Until it is whole it stands under another name and has no journal at all: that is what makes a million rows a
    /// matter of minutes, and a process that dies meanwhile leaves nothing under the store's own name.
    ///
    /// - Throws: `StoreError`, also where something is there already.
    package static func make(at path: String, fill: (Store) throws -> Void) throws {
        guard try FileCheck.inspect(path) == .absent else {
            throw StoreError(.present, at: path)
        }
        try create(at: path, isLoading: true, fill: fill)
    }

    /// Makes a whole store under another name and links it into place: of several processes that do so at once, one wins
    /// and nobody ever opens half a schema.
    private static func create(
        at path: String, isLoading: Bool = false, fill: (Store) throws -> Void = { _ in }
    ) throws {
        let folder = Folder.parent(of: path)
        try Folder.make(folder, for: path)
        let draft = "\(path).new-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        defer { for suffix in ["", "-journal", "-wal", "-shm"] { unlink(draft + suffix) } }
        do {
            var configuration = Configuration()
            configuration.label = "colophon"
            let queue = try DatabaseQueue(path: draft, configuration: configuration)
            chmod(draft, 0o600)
            let store = Store(location: path, database: queue)
            try store.migrate()
            if isLoading { try queue.inDatabase { try $0.execute(sql: loading) } }
            try fill(store)
            try queue.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
            try queue.close()
        } catch {
            throw StoreError.sorting(error, at: path)
        }
        guard link(draft, path) == 0 || errno == EEXIST else {
            throw StoreError(.cannotOpen, at: path, detail: String(cString: strerror(errno)))
        }
    }

    /// For a file that nobody else sees yet: no way back, no waiting for the disk, and room for the upper pages of every
    /// index, into which digests fall at random.
    private static let loading = """
        PRAGMA journal_mode = OFF;
        PRAGMA synchronous = OFF;
        PRAGMA cache_size = -400000;
        """
}
