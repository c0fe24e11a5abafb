import Foundation
import GRDB
import Provenance
import TestSupport
import Testing
import Text

@testable import Store

/// Files that somebody made to do harm, or that were harmed: one sentence, exit code 1, nothing taken, nothing run.
struct HostileStoreTests {
    /// What is wrong with a file, and a word of the sentence that says so.
    enum Fault: String, CaseIterable {
        case text, otherProgram, newer, trigger, view, virtualTable, extraTable, generatedColumn, changedTable,
            textInInteger, missingWords, cutShort, damagedPages, hugeValue, symbolicLink, linkedJournal, folder,
            missing,
            itself

        var words: String {
            switch self {
            case .text: "it is not SQLite"
            case .otherProgram: "another program made it"
            case .newer: "has schema 77"
            case .trigger: "see 'innocent'"
            case .view: "see 'innocent'"
            case .virtualTable: "see 'innocent"
            case .extraTable: "see 'innocent'"
            case .generatedColumn, .changedTable: "see 'rule'"
            case .textInInteger, .missingWords: "is damaged"
            case .cutShort: "is damaged"
            case .damagedPages: "is damaged"
            case .hugeValue: "more than 64 MB"
            case .symbolicLink, .linkedJournal: "is a symbolic link"
            case .folder: "it is not a file"
            case .missing: "there is no such file"
            case .itself: "is the store itself"
            }
        }
    }

    private let folder: ProgramFolder
    private let own: String

    init() throws {
        folder = try ProgramFolder()
        own = folder.file("own.sqlite")
        var history = MadeHistory(seed: 1)
        try history.write(sessions: 1, turns: 3, to: folder.file("history"))
        let run = try folder.run("colophon", ["ingest", folder.file("history"), "--store", own])
        try #require(run.status == 0)
    }

    private func make(_ fault: Fault) throws -> String {
        let path = folder.file("\(fault.rawValue).sqlite")
        var history = MadeHistory(seed: 2)
        try history.write(sessions: 2, turns: 3, to: folder.file("other"))
        try #require(try folder.run("colophon", ["ingest", folder.file("other"), "--store", path]).status == 0)
        switch fault {
        case .text: try Data(String(repeating: "no store\n", count: 999).utf8).write(to: URL(filePath: path))
        case .otherProgram: try sql(path, "PRAGMA application_id = 7")
        case .newer: try sql(path, "PRAGMA user_version = 77")
        case .trigger:
            try sql(path, "CREATE TRIGGER innocent AFTER INSERT ON rule BEGIN DELETE FROM session; END")
        case .view: try sql(path, "CREATE VIEW innocent AS SELECT load_extension('/tmp/x') AS text")
        case .virtualTable: try sql(path, "CREATE VIRTUAL TABLE innocent USING fts5 (a)")
        case .extraTable: try sql(path, "CREATE TABLE innocent (a)")
        case .generatedColumn:
            try sql(path, "ALTER TABLE rule ADD COLUMN more TEXT AS (hex(title)) VIRTUAL")
        case .changedTable:
            try sql(
                path,
                """
                PRAGMA writable_schema = ON;
                UPDATE sqlite_master SET sql = replace(sql, 'severity TEXT NOT NULL', 'severity TEXT') WHERE name = 'rule';
                """)
        case .textInInteger: try misuse(path, table: "generation", column: "started_at", value: "'soon'")
        case .missingWords: try misuse(path, table: "prompt", column: "words", value: "NULL")
        case .cutShort:
            let whole = try #require(FileManager.default.contents(atPath: path))
            try whole.prefix(whole.count / 2).write(to: URL(filePath: path))
        case .damagedPages:
            var bytes = try #require(FileManager.default.contents(atPath: path))
            for page in stride(from: 40 * 4096, to: bytes.count, by: 3 * 4096) {
                for place in page..<page + 16 { bytes[place] ^= 0xFF }
            }
            try bytes.write(to: URL(filePath: path))
        case .hugeValue:
            try sql(
                path,
                "UPDATE body SET text = printf('%.*c', 70000000, 'x') WHERE id = (SELECT min(words) FROM prompt)")
        case .symbolicLink:
            try FileManager.default.moveItem(atPath: path, toPath: path + ".real")
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path + ".real")
        case .linkedJournal:
            try FileManager.default.createSymbolicLink(atPath: path + "-wal", withDestinationPath: own)
        case .folder:
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        case .missing: try FileManager.default.removeItem(atPath: path)
        case .itself: return own
        }
        return path
    }

    private func sql(_ path: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql + ";PRAGMA wal_checkpoint(TRUNCATE)") }
        try queue.close()
    }

    /// Puts a value where the schema would not have let it, and the schema back as it was.
    private func misuse(_ path: String, table: String, column: String, value: String) throws {
        try sql(
            path,
            """
            CREATE TEMP TABLE kept AS SELECT sql FROM sqlite_master WHERE name = '\(table)';
            PRAGMA writable_schema = ON;
            UPDATE sqlite_master SET sql = replace(replace(replace(sql, 'STRICT', ''), 'NOT NULL', ''), 'INTEGER,', ',')
                WHERE name = '\(table)';
            """)
        try sql(path, "UPDATE \(table) SET \(column) = \(value) WHERE id = 1")
        let original = try Store.inMemory().read {
            try String.fetchOne($0, sql: "SELECT sql FROM sqlite_master WHERE name = ?", arguments: [table])
        }
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA writable_schema = ON")
            try db.execute(
                sql: "UPDATE sqlite_master SET sql = ? WHERE name = ?", arguments: [original, table])
            try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
        try queue.close()
    }

    @Test(arguments: Fault.allCases)
    func `is refused with one sentence, and does no harm`(fault: Fault) throws {
        let path = try make(fault)
        let before = try StoreDump(Store.open(at: own))
        let run = try folder.run("colophon", ["merge", path, "--store", own])
        #expect(run.status == 1)
        #expect(run.out.isEmpty)
        #expect(run.err.contains(fault.words), "\(run.err)")
        #expect(run.err.hasSuffix(".\n") && run.err.count { $0 == "\n" } == 1, "\(run.err)")
        let after = try StoreDump(Store.open(at: own))
        #expect(after == before, "\(after.difference(from: before))")
    }

    @Test
    func `a text under the digest of another one is taken for what it is`() throws {
        let path = try make(.text)
        try FileManager.default.removeItem(atPath: path)
        var history = MadeHistory(seed: 3)
        try history.write(sessions: 1, turns: 1, to: folder.file("third"))
        _ = try folder.run("colophon", ["ingest", folder.file("third"), "--store", path])
        try sql(path, "UPDATE body SET text = 'not what was said' WHERE id = (SELECT min(words) FROM prompt)")
        #expect(try folder.run("colophon", ["merge", path, "--store", own]).status == 0)
        // The history itself comes later, and its words stand.
        _ = try folder.run("colophon", ["ingest", folder.file("third"), "--store", own])
        let wrong = try Store.open(at: own).read { db in
            try Row.fetchAll(db, sql: "SELECT sha256, text FROM body").filter { row in
                SHA256.hash(row["text"] as String).bytes.blob != row["sha256"] as Data
            }
        }
        #expect(wrong.isEmpty)
    }
}
