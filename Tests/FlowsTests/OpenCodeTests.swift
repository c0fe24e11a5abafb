import Flows
import Foundation
import GRDB
import Ingest
import Testing

@testable import Store

/// OpenCode's database, read beside the program that writes it.
struct OpenCodeTests {
    private func filled(_ path: String) throws -> ForeignHistory {
        let foreign = try ForeignHistory.openCode(path)
        try foreign.session("ses_1")
        try foreign.message("msg_1", in: "ses_1", at: 1000, #"{"role":"user"}"#)
        try foreign.part("prt_1", of: "msg_1", in: "ses_1", at: 1000, #"{"type":"text","text":"make it faster"}"#)
        try foreign.part(
            "prt_2", of: "msg_1", in: "ses_1", at: 1000, #"{"type":"text","text":"<file>x</file>","synthetic":true}"#)
        try foreign.message(
            "msg_2", in: "ses_1", at: 2000,
            """
            {"role":"assistant","modelID":"test-1","time":{"created":2000,"completed":3000},
            "tokens":{"input":10,"output":20,"reasoning":3,"cache":{"read":7,"write":5}}}
            """)
        try foreign.part("prt_3", of: "msg_2", in: "ses_1", at: 2000, #"{"type":"text","text":"I will."}"#)
        try foreign.part(
            "prt_4", of: "msg_2", in: "ses_1", at: 2500,
            """
            {"type":"tool","tool":"edit","callID":"call_1","state":{"status":"completed","input":
            {"filePath":"/home/ada/shop/a.py","oldString":"b","newString":"c"},"output":"Edit applied",
            "metadata":{"diff":"--- a.py\\n+++ a.py\\n@@ -4,1 +4,1 @@\\n-b\\n+c\\n"}}}
            """)
        return foreign
    }

    private func value(_ sql: String, _ store: Store) throws -> String {
        try store.read { db in try String.fetchOne(db, sql: sql) ?? "" }
    }

    @Test func `A session is read with prompts, tokens and edits while its owner has it open`() throws {
        let folder = try TemporaryFolder()
        let foreign = try filled(folder.path + "/opencode.db")
        let store = try Store.inMemory()
        let summary = try Intake(store: store).run(folder.histories)
        #expect(summary.strangers == [])
        #expect(
            (summary.added.sessions, summary.added.turns, summary.added.generations, summary.added.edits) == (
                1, 1, 1, 1
            ))
        #expect(try value("SELECT title FROM turn", store) == "make it faster")
        #expect(
            try value(
                "SELECT input_tokens || ' ' || cache_read_tokens || ' ' || cache_write_tokens || ' ' || output_tokens "
                    + "FROM generation", store) == "10 7 5 20")
        #expect(try value("SELECT status || ' ' || first_line FROM edit", store) == "applied 4")
        #expect(try value("SELECT text FROM path JOIN edit ON edit.path = path.id", store) == "a.py")
        try foreign.queue.close()
    }

    @Test func `What grows in the journal alone is read, once, and the file stays as it is`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/opencode.db"
        let foreign = try filled(path)
        let store = try Store.inMemory()
        _ = try Intake(store: store).run(folder.histories)
        #expect(try Intake(store: store).run(folder.histories).filesRead == 0)
        try foreign.message("msg_3", in: "ses_1", at: 4000, #"{"role":"user"}"#)
        try foreign.part("prt_5", of: "msg_3", in: "ses_1", at: 4000, #"{"type":"text","text":"and the tests?"}"#)
        let before = try [path, path + "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        let summary = try Intake(store: store).run(folder.histories)
        #expect((summary.filesRead, summary.added.turns, summary.added.generations) == (1, 1, 0))
        #expect(try [path, path + "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: $0)) } == before)
        try foreign.queue.close()
    }

    @Test func `A closed database is read too, and nothing is left beside it`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/opencode.db"
        try filled(path).queue.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let store = try Store.inMemory()
        #expect(try Intake(store: store).run(folder.histories).added.turns == 1)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names)
    }

    @Test func `What an agent asked of a sub-agent is no turn of a person's`() throws {
        let folder = try TemporaryFolder()
        let foreign = try filled(folder.path + "/opencode.db")
        try foreign.session("ses_2", parent: "ses_1")
        try foreign.message("msg_9", in: "ses_2", at: 2600, #"{"role":"user"}"#)
        try foreign.part("prt_9", of: "msg_9", in: "ses_2", at: 2600, #"{"type":"text","text":"find callers"}"#)
        let store = try Store.inMemory()
        let summary = try Intake(store: store).run(folder.histories)
        #expect((summary.added.sessions, summary.added.turns) == (1, 1))
        #expect(try value("SELECT thread FROM prompt WHERE asker = 'agent'", store) == "ses_2")
        try foreign.queue.close()
    }

    @Test func `Broken records are told, and files that are no history at all`() throws {
        let folder = try TemporaryFolder()
        let foreign = try filled(folder.path + "/opencode.db")
        try foreign.message("msg_4", in: "ses_1", at: 5000, "{")
        try foreign.message("msg_5", in: "ses_1", at: 5000, #"{"role":7}"#)
        try foreign.part("prt_8", of: "msg_2", in: "ses_1", at: 5000, "[]")
        try folder.write("opencode-b.db", Data("SQLite format 3\0".utf8) + Data(repeating: 7, count: 5000))
        _ = try ForeignHistory(folder.path + "/opencode-c.db", "CREATE VIEW message AS SELECT 1 AS id")
        let summary = try Intake(store: try Store.inMemory()).run(folder.histories)
        #expect(summary.added.turns == 1)
        #expect(summary.skippedLines == 3)
        #expect(summary.strangers.count == 2)
        try foreign.queue.close()
    }
}
