import Flows
import Foundation
import GRDB
import Ingest
import Testing

@testable import Store

/// OpenCode's sessions as they lay in files, before it had its database.
struct OpenCodeFilesTests {
    private static let storage = "opencode/storage"
    private static let messages = [
        ("msg_1", 1000, #"{"role":"user","time":{"created":1000}}"#),
        (
            "msg_2", 2000,
            """
            {"role":"assistant","modelID":"test-1","time":{"created":2000,"completed":3000},
            "tokens":{"input":10,"output":20,"reasoning":3,"cache":{"read":7,"write":5}}}
            """
        ),
    ]
    private static let parts = [
        ("prt_1", "msg_1", #"{"type":"text","text":"make it faster"}"#),
        ("prt_2", "msg_2", #"{"type":"text","text":"I will."}"#),
        (
            "prt_3", "msg_2",
            """
            {"type":"tool","tool":"edit","callID":"call_1","state":{"status":"completed","input":
            {"filePath":"/home/ada/shop/a.py","oldString":"b","newString":"c"},"output":"Edit applied",
            "metadata":{"diff":"--- a.py\\n+++ a.py\\n@@ -4,1 +4,1 @@\\n-b\\n+c\\n"}}}
            """
        ),
    ]

    private func session(_ id: String, parent: String? = nil, in folder: TemporaryFolder) throws {
        let above = parent.map { #","parentID":"\#($0)""# } ?? ""
        try folder.write(
            "\(Self.storage)/session/p1/\(id).json",
            """
            {"id":"\(id)","version":"1.0","directory":"/home/ada/shop","title":"A faster parser",
            "time":{"created":1000,"updated":1000}\(above)}
            """)
    }

    private func message(_ id: String, of session: String = "ses_1", _ data: String, in folder: TemporaryFolder) throws
    {
        try folder.write("\(Self.storage)/message/\(session)/\(id).json", data)
    }

    private func part(_ id: String, of message: String, _ data: String, in folder: TemporaryFolder) throws {
        try folder.write("\(Self.storage)/part/\(message)/\(id).json", data)
    }

    private func filled() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try session("ses_1", in: folder)
        for (id, _, data) in Self.messages { try message(id, data, in: folder) }
        for (id, owner, data) in Self.parts { try part(id, of: owner, data, in: folder) }
        return folder
    }

    @Test func `The files of a session say what the database says, and meet its rows`() throws {
        let folder = try filled()
        let store = try Store.inMemory()
        let summary = try Intake(store: store).run(folder.histories)
        #expect((summary.strangers, summary.skippedLines) == ([], 0))
        #expect((summary.added.turns, summary.added.generations, summary.added.edits) == (1, 1, 1))
        let other = try TemporaryFolder()
        let foreign = try ForeignHistory.openCode(other.path + "/opencode.db")
        try foreign.session("ses_1")
        for (id, at, data) in Self.messages { try foreign.message(id, in: "ses_1", at: Int64(at), data) }
        for (id, owner, data) in Self.parts { try foreign.part(id, of: owner, in: "ses_1", at: 1, data) }
        let database = try Store.inMemory()
        _ = try Intake(store: database).run(other.histories)
        let (dump, same) = (try StoreDump(store), try StoreDump(database))
        #expect(dump == same, "\(dump.difference(from: same))")
        _ = try Intake(store: store).run(other.histories)
        #expect(try StoreDump(store) == dump)
        try foreign.queue.close()
    }

    @Test func `A session that grows is read again, one that does not is not`() throws {
        let folder = try filled()
        let store = try Store.inMemory()
        _ = try Intake(store: store).run(folder.histories)
        #expect(try Intake(store: store).run(folder.histories).filesRead == 0)
        try part("prt_4", of: "msg_2", #"{"type":"text","text":"Done."}"#, in: folder)
        #expect(try Intake(store: store).run(folder.histories).filesRead == 1)
        #expect(try StoreDump(store).rows["generation"]?.first?.contains("Done.") == true)
        try message("msg_3", #"{"role":"user","time":{"created":4000}}"#, in: folder)
        try part("prt_5", of: "msg_3", #"{"type":"text","text":"and the tests?"}"#, in: folder)
        #expect(try Intake(store: store).run(folder.histories).added.turns == 1)
    }

    @Test func `What an agent asked of a sub-agent is no turn of a person's`() throws {
        let folder = try filled()
        try session("ses_2", parent: "ses_1", in: folder)
        try message("msg_9", of: "ses_2", #"{"role":"user","time":{"created":2600}}"#, in: folder)
        try part("prt_9", of: "msg_9", #"{"type":"text","text":"find callers"}"#, in: folder)
        try session("ses_3", parent: "../../../../other", in: folder)
        try session("ses_4", parent: "ses_4", in: folder)
        let store = try Store.inMemory()
        let summary = try Intake(store: store).run(folder.histories)
        #expect((summary.strangers, summary.added.sessions, summary.added.turns) == ([], 1, 1))
        #expect(try StoreDump(store).rows["prompt"]?.contains { $0.contains("thread=\"ses_2\"") } == true)
    }

    @Test func `Broken files are told, and links lead nowhere`() throws {
        let folder = try filled()
        try message("msg_4", "{", in: folder)
        try message("msg_5", #"{"role":"user"}"#, in: folder)
        try message("msg_6", #"{"role":"user","time":{"created":5000}}"#, in: folder)
        try folder.write("elsewhere/prt_8.json", #"{"type":"text","text":"of another place"}"#)
        let manager = FileManager.default
        try manager.createSymbolicLink(
            atPath: "\(folder.path)/\(Self.storage)/part/msg_6", withDestinationPath: folder.path + "/elsewhere")
        try manager.createSymbolicLink(
            atPath: "\(folder.path)/\(Self.storage)/part/msg_1/prt_9.json",
            withDestinationPath: folder.path + "/elsewhere/prt_8.json")
        let bad = try folder.write("\(Self.storage)/session/p1/ses_9.json", "[]")
        let store = try Store.inMemory()
        let summary = try Intake(store: store).run(folder.histories)
        #expect(
            summary.skips.map(\.reason).sorted() == [
                "message 'msg_4' is no JSON object with a role and a time",
                "message 'msg_5' is no JSON object with a role and a time",
                "part 'prt_9' cannot be read, or has more than 16 MB",
            ])
        #expect(summary.strangers == ["'\(bad)' cannot be read: it holds no session of OpenCode's."])
        #expect(try StoreDump(store).rows["prompt"]?.contains { $0.contains("another place") } == false)
    }
}
