import Flows
import Foundation
import Ingest
import Provenance
import Store
import TestSupport
import Testing

/// Histories that nobody's program wrote: no line may stop the reading, and what is told must fit into the store.
struct HostileHistoryTests {
    @Test func `Members of every wrong kind are passed over`() throws {
        let folder = try TemporaryFolder()
        let history = ClaudeHistory()
        var lines = [history.user(1, "go")]
        var id = 2
        for value in ["null", "7", "-1.5e300", "true", "\"\"", "\"x\"", "[]", "[[]]", "{}", "[null,1,\"a\",{}]"] {
            for line in [
                history.line("user", id, message: value),
                history.line("user", id + 1, message: #"{"content":\#(value)}"#),
                history.line("user", id + 2, message: #"{"content":[{"type":"text","text":\#(value)}]}"#),
                history.line(
                    "user", id + 3,
                    message: #"{"content":[{"type":"tool_result","tool_use_id":\#(value),"content":\#(value)}]}"#),
                history.result(id + 4, of: "toolu_\(id)", "x", value),
                history.result(
                    id + 5, of: "toolu_\(id)", "x",
                    #"{"file":{"filePath":\#(value),"content":"x","startLine":\#(value),"numLines":\#(value)}}"#),
                history.result(
                    id + 6, of: "toolu_\(id)", "x",
                    #"{"structuredPatch":[{"oldStart":\#(value),"newStart":\#(value),"lines":\#(value)},\#(value)]}"#),
                history.line("assistant", id + 7, message: #"{"id":\#(value),"usage":\#(value),"content":\#(value)}"#),
                history.call(id + 8, "msg_\(id)", "toolu_x\(id)", "Edit", value),
                history.call(
                    id + 9, "msg_\(id)", "toolu_y\(id)", "MultiEdit", #"{"file_path":"/a","edits":\#(value)}"#),
                history.call(id + 10, "msg_\(id)", "toolu_z\(id)", "Bash", #"{"command":\#(value)}"#),
                history.line("attachment", id + 11, message: nil, #","attachment":\#(value)"#),
                history.line(
                    "progress", id + 12, message: nil, #","data":{"type":"agent_progress","message":\#(value)}"#),
                #"{"type":"pr-link","sessionId":"\#(history.session)","prNumber":\#(value),"prRepository":\#(value)}"#,
                #"{"type":"custom-title","sessionId":"\#(history.session)","customTitle":\#(value)}"#,
                #"{"type":\#(value)}"#, value,
            ] {
                lines.append(line)
            }
            id += 20
        }
        try folder.write("h.jsonl", lines.asLines)
        let store = try Store.inMemory()
        let summary = try Intake(store: store).run(folder.histories)
        #expect(summary.added.turns > 0)
        #expect(try StoreDump(store).rows["session"]?.count == 1)
    }

    @Test func `Counts that no sum could hold are not counted`() throws {
        let folder = try TemporaryFolder()
        let history = ClaudeHistory()
        let lines =
            [history.user(1, "go")]
            + (2..<9).map {
                history.answer($0, "msg_\($0)", "{}", usage: ClaudeHistory.usage(input: .max, output: .max))
            }
        try folder.write("h.jsonl", lines.asLines)
        let store = try Store.inMemory()
        let summary = try Intake(store: store).run(folder.histories)
        #expect(summary.added.generations == 7)
        #expect(summary.added.outputTokens == 0)
    }

    @Test(arguments: HistoryFormat.all.map(\.name))
    func `A state that names a session by nothing is no worse than none`(name: String) throws {
        let state = """
            {"uid":"","id":"i","started":9223372036854775807,"conversation":{"uid":"","id":"i","started":1e18},\
            "conversations":{"s":{"uid":"","started":9007199254740993}}}
            """
        var sightings: [Sighting] = []
        try #require(HistoryFormat.named(name)).makeReader(state, "/h.jsonl").resume(into: &sightings)
        #expect(sightings == [])
    }
}
