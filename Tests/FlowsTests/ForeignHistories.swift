import Flows
import Foundation
import GRDB

/// A made-up database of another program's, still open in its owner's hands.
struct ForeignHistory {
    let queue: DatabaseQueue

    init(_ path: String, _ schema: String, journal: String = "WAL") throws {
        queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = \(journal); PRAGMA wal_autocheckpoint = 0;")
            try db.execute(sql: schema)
        }
    }

    static func openCode(_ path: String, journal: String = "WAL") throws -> ForeignHistory {
        try ForeignHistory(
            path,
            """
            CREATE TABLE session (id TEXT PRIMARY KEY, parent_id TEXT, directory TEXT, title TEXT, version TEXT,
                time_created INTEGER, time_updated INTEGER);
            CREATE TABLE message (id TEXT PRIMARY KEY, session_id TEXT, time_created INTEGER, time_updated INTEGER,
                data TEXT);
            CREATE TABLE part (id TEXT PRIMARY KEY, message_id TEXT, session_id TEXT, time_created INTEGER,
                time_updated INTEGER, data TEXT);
            """, journal: journal)
    }

    static func cursor(_ path: String, journal: String = "WAL") throws -> ForeignHistory {
        try ForeignHistory(
            path,
            """
            CREATE TABLE ItemTable (key TEXT UNIQUE ON CONFLICT REPLACE, value BLOB);
            CREATE TABLE cursorDiskKV (key TEXT UNIQUE ON CONFLICT REPLACE, value BLOB);
            """, journal: journal)
    }

    func session(_ id: String, parent: String? = nil) throws {
        try put(
            "INSERT INTO session VALUES (?, ?, '/home/ada/shop', 'A faster parser', '1.0', 1000, 1000)", [id, parent])
    }

    func message(_ id: String, in session: String, at: Int64, _ data: String) throws {
        try put("INSERT OR REPLACE INTO message VALUES (?, ?, ?, ?, ?)", [id, session, at, at, data])
    }

    func part(_ id: String, of message: String, in session: String, at: Int64, _ data: String) throws {
        try put("INSERT OR REPLACE INTO part VALUES (?, ?, ?, ?, ?, ?)", [id, message, session, at, at, data])
    }

    func set(_ key: String, _ value: String) throws {
        try put("INSERT INTO cursorDiskKV VALUES (?, ?)", [key, value])
    }

    private func put(_ sql: String, _ arguments: StatementArguments) throws {
        try queue.write { try $0.execute(sql: sql, arguments: arguments) }
    }
}
