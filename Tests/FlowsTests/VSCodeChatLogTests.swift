import Flows
import Foundation
import Ingest
import Store
import TestSupport
import Testing

/// VS Code's chats that are kept as a log of changes.
struct VSCodeChatLogTests {
    private let name = "workspaceStorage/f00/chatSessions/c.jsonl"

    private func dump(_ lines: [String], name: String) throws -> StoreDump {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        try folder.write(name, lines.asLines)
        let summary = try Intake(store: store).run(folder.histories)
        #expect(summary.strangers == [])
        #expect(summary.skippedLines == 0)
        return try StoreDump(store)
    }

    @Test func `A log says what the one object says that it comes to`() throws {
        let log = try dump(VSCodeHistory.log, name: name)
        let whole = try dump([VSCodeHistory.example], name: "workspaceStorage/f00/chatSessions/c.json")
        #expect(log == whole, "\(log.difference(from: whole))")
    }

    @Test func `A log read after each change says in the end what it says at once`() throws {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        let lines = VSCodeHistory.log + VSCodeHistory.askedAnew
        for count in 1...lines.count {
            try folder.write(name, Array(lines[..<count]).asLines)
            #expect(try Intake(store: store).run(folder.histories).filesRead == 1)
        }
        #expect(try Intake(store: store).run(folder.histories).filesRead == 0)
        let parts = try StoreDump(store)
        let whole = try dump(lines, name: name)
        #expect(parts == whole, "\(parts.difference(from: whole))")
        #expect(parts.rows["generation"]?.count == 3)
    }

    @Test func `An answer that is being given is not told in pieces`() throws {
        let dump = try dump(Array(VSCodeHistory.log[..<6]), name: name)
        #expect(dump.rows["turn"]?.count == 1)
        #expect(dump.rows["generation"] == [])
    }

    @Test func `What was taken back stays told, and was not seen by what came after`() throws {
        let dump = try dump(VSCodeHistory.log + VSCodeHistory.askedAnew, name: name)
        #expect(dump.rows["turn"]?.map { $0.contains("why?") }.filter(\.self).count == 1)
        let after = dump.rows["generation"]?.first { $0.contains("output=\"So.\"") }
        #expect(after?.contains("first_segment=NULL") == true)
        #expect(after?.contains("output_tokens=7") == true)
        let before = dump.rows["generation"]?.first { $0.contains("output=\"Because.\"") }
        #expect(before?.contains("first_segment=1") == true)
    }

    @Test func `A log that VS Code writes anew as one object changes nothing`() throws {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        try folder.write(name, (VSCodeHistory.log + VSCodeHistory.askedAnew).asLines)
        _ = try Intake(store: store).run(folder.histories)
        let before = try StoreDump(store)
        let whole = VSCodeHistory.example.replacing("\n", with: "").replacing("{  \"version\"", with: "{\"version\"")
        try folder.write(name, [#"{"kind":0,"v":\#(whole)}"#].asLines)
        #expect(try Intake(store: store).run(folder.histories).filesRead == 1)
        #expect(try StoreDump(store) == before)
    }

    @Test func `Changes that lead nowhere are told, and the others made`() throws {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        let bad = [
            #"{"kind":1,"k":["requests",7,"result"],"v":{}}"#, #"{"kind":1,"k":[],"v":{}}"#,
            #"{"kind":2,"k":["version",0],"v":[1]}"#, #"{"kind":9,"v":1}"#, "{", #"{"kind":1,"k":["sessionId"],"v":7}"#,
            #"{"kind":0,"v":{"requests":[]}}"#,
            #"{"kind":1,"k":[\#(repeatElement("\"a\"", count: 400).joined(separator: ","))],"v":1}"#,
        ]
        let log = VSCodeHistory.log
        // Beside the chat's own lines, which it must not take along, stands what nests as deep as a line may.
        let deep =
            #"{"kind":1,"k":["inputState","x"],"v":\#(String(repeating: "[", count: 510))\#(String(repeating: "]", count: 510))}"#
        try folder.write(name, (Array(log[..<4]) + [deep] + bad + Array(log[4...])).asLines + #"{"kind":1,"k":["req"#)
        let summary = try Intake(store: store).run(folder.histories)
        #expect(summary.skippedLines == 9)
        #expect(summary.skips.first { $0.line == 6 }?.reason == "it changes what is not there")
        #expect(summary.skips.last?.reason == "it is cut off")
        #expect(try StoreDump(store) == dump(log, name: name))
    }

    @Test func `A log without a chat in it is told`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.jsonl", [#"{"kind":0,"v":{"version":3}}"#].asLines)
        let summary = try Intake(store: Store.inMemory()).run(folder.histories)
        #expect(summary.strangers == ["'\(path)' cannot be read: it holds no chat with an id."])
    }
}
