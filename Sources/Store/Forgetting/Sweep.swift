import GRDB

/// Leaves no trace of deleted rows in the file and its journals.
///
/// A mark in `meta`, set with the deletion, says that this is still to be done: a process that dies in between leaves the
/// rest to the next one.
struct Sweep {
    let store: Store

    static let key = "unswept"

    static func mark(in db: Database) throws {
        try db.execute(sql: "INSERT OR IGNORE INTO meta VALUES (?, '1')", arguments: [key])
    }

    var isWanted: Bool {
        get throws {
            try store.read { db in
                try Bool.fetchOne(
                    db, sql: "SELECT EXISTS (SELECT 1 FROM meta WHERE key = ?)", arguments: [Self.key]) ?? false
            }
        }
    }

    /// - Throws: `StoreError.unswept` where another program holds on to what the journal has.
    func run() throws {
        do {
            try store.database.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA secure_delete = ON")
                // Deleted words stay in the index of words until its pieces are merged into one.
                try db.execute(sql: "INSERT INTO search (search) VALUES ('optimize')")
                try checkpoint(db)
                // What was freed before anybody asked for it to be overwritten.
                try db.execute(sql: "VACUUM")
                try db.execute(sql: "DELETE FROM meta WHERE key = ?", arguments: [Self.key])
                try checkpoint(db)
            }
        } catch {
            throw StoreError.sorting(error, at: store.location)
        }
    }

    /// "TRUNCATE … the write-ahead log file is truncated to zero bytes"; the first column says whether a reader was in
    /// the way.
    private func checkpoint(_ db: Database) throws {
        let isBlocked = try Bool.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") ?? false
        guard isBlocked else { return }
        try db.execute(sql: "INSERT OR IGNORE INTO meta VALUES (?, '1')", arguments: [Self.key])
        throw StoreError(.unswept, at: store.location)
    }
}
