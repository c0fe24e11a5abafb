import GRDB

/// The one place where records live: a SQLite file that several processes share.
///
/// Opening migrates. Writes are whole, short transactions; reads return plain values. Tests open the same type in memory.
///
///     let store = try Store.open(at: path)
///     try store.apply(batch)
///     let page = try store.turns(matching: filter, limit: 50)
package struct Store: Sendable {
    package enum Mode: Sendable {
        /// Makes the store where there is none.
        case create
        /// Writes to a store that must exist.
        case write
        /// Reads only; never changes the file.
        case read
    }

    /// The file's path, or `:memory:`.
    package let location: String
    let database: any DatabaseWriter

    init(location: String, database: any DatabaseWriter) {
        self.location = location
        self.database = database
    }

    /// A store of the same schema that lives as long as the value.
    package static func inMemory() throws -> Store {
        let queue = try DatabaseQueue(configuration: configuration(mode: .create))
        let store = Store(location: ":memory:", database: queue)
        try store.migrate()
        return store
    }

    /// The same store by another connection, for a thread that works beside this one; itself where it lives in memory.
    package func beside() throws -> Store {
        guard location != ":memory:" else { return self }
        return try Store.open(at: location, mode: database.configuration.readonly ? .read : .write)
    }

    /// One transaction; failures come out as `StoreError`.
    func write<Value>(_ updates: (Database) throws -> Value) throws -> Value {
        do {
            return try database.write(updates)
        } catch {
            throw StoreError.sorting(error, at: location)
        }
    }

    /// One consistent view of the rows; failures come out as `StoreError`.
    func read<Value>(_ value: (Database) throws -> Value) throws -> Value {
        do {
            guard let queue = database as? DatabaseQueue else { return try database.read(value) }
            return try queue.inDatabase { db in try db.view { try value(db) } }
        } catch {
            throw StoreError.sorting(error, at: location)
        }
    }

    /// Changes when another connection, of this process or another, has written; always asked on the same connection.
    package func dataVersion() throws -> Int {
        try read { db in try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0 }
    }

    /// Stops the query that runs on this store; it fails with an error that nobody needs to see.
    package func interrupt() {
        database.interrupt()
    }

    /// Folds the journal into the file and closes it, so that the file stands alone.
    package func close() throws {
        do {
            try database.close()
        } catch {
            throw StoreError.sorting(error, at: location)
        }
    }
}

extension Database {
    /// One consistent view on a connection that also writes.
    ///
    /// Not by the `read` of GRDB's queue, which makes the connection read-only for the time by a pragma: at each such pragma
    /// SQLite compiles every statement anew. And by statements that are kept: a trace asks for four hundred views.
    fileprivate func view<Value>(_ value: () throws -> Value) throws -> Value {
        try cachedStatement(sql: "BEGIN DEFERRED TRANSACTION").execute()
        do {
            let value = try value()
            try cachedStatement(sql: "COMMIT TRANSACTION").execute()
            return value
        } catch {
            try? rollback()
            throw error
        }
    }
}
