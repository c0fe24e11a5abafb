import GRDB

/// A store of made-up records says so itself, in `meta`: whoever opens it can tell, on whatever machine.
extension Store {
    private static let key = "synthetic"

    /// What the made-up records were made from; `nil` where the records are somebody's own.
    package func synthetic() throws -> String? {
        try read { db in
            try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [Self.key])
        }
    }

    package var isSynthetic: Bool {
        get throws { try synthetic() != nil }
    }

    /// Marks the store for good.
    package func markSynthetic(_ origin: String) throws {
        try write { db in
            try db.execute(
                sql: "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                arguments: [Self.key, origin])
        }
    }
}
