import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

/// Files of older schemas are brought up to date, and hold what they held.
struct MigrationTests {
    @Test
    func `a store of version 1 becomes one of today with all its rows`() throws {
        let folder = try ProgramFolder()
        let path = folder.file("old.sqlite")
        let queue = try DatabaseQueue(path: path)
        try Store(location: path, database: queue).migrate(to: 1)
        try queue.write { db in
            try db.execute(sql: "INSERT INTO session (uid, agent, maker_id) VALUES ('s', 'acme', 'one')")
        }
        try queue.close()
        let store = try Store.open(at: path, mode: .write)
        #expect(try store.sessions(limit: 9).map(\.uid) == ["s"])
        let (version, schema) = try store.read { db in
            (try Int.fetchOne(db, sql: "PRAGMA user_version"), try Self.schema(db))
        }
        #expect(version == Schema.version)
        #expect(try Store.inMemory().read(Self.schema) == schema)
    }

    private static func schema(_ db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT type || name || coalesce(sql, '') FROM sqlite_master ORDER BY 1")
    }
}
