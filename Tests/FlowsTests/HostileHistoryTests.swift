import Flows
import Foundation
import Ingest
import Provenance
import Store
import TestSupport
import Testing
import Text

/// Histories that nobody's program wrote: no line may stop the reading, and what is told must fit into the store.
struct HostileHistoryTests {
    @Test(arguments: Conversation.allCases)
    func `Broken and mutated lines are read or skipped, and never crash`(conversation: Conversation) throws {
        let folder = try TemporaryFolder()
        var mutations = LineMutations(conversation.lines, seed: conversation.seed)
        let store = try Store.inMemory()
        for round in 0..<5 {
            // The head of each file is whole, so that its format is known.
            let lines = conversation.lines.prefix(6).map { Array($0.utf8) } + (0..<2000).map { _ in mutations.next() }
            try folder.write("\(round).jsonl", Data(lines.flatMap { $0 + [0x0A] }))
        }
        let summary = try Intake(store: store).run(folder.histories)
        #expect(summary.filesRead == 5)
        #expect(summary.strangers.isEmpty)
        #expect(summary.skippedLines > 0)
        #expect(try StoreDump(store).rows["pending"] == [])
    }

    @Test(arguments: Conversation.allCases)
    func `A state that was tampered with is no worse than none`(conversation: Conversation) {
        for state in [
            "", "[]", "{", "null", #"{"conversations":7,"calls":{}}"#,
            #"{"uid":"u","id":"i","last":-9,"first":9223372036854775807,"turns":9223372036854775807,"answers":1e99}"#,
            """
            {"conversations":{"s":{"uid":"u","threads":{"":{"last":9223372036854775807,"first":-3},"a":5}},"t":null},\
            "calls":[1,{"id":2},{"id":"x","name":[]}],"origins":{"a":1,"b":"s"}}
            """,
        ] {
            var reader = conversation.format.makeReader(state, "/h.jsonl")
            var sightings: [Sighting] = []
            reader.resume(into: &sightings)
            let tape = JSONTape()
            for (index, line) in conversation.lines.enumerated() {
                var line = line
                line.withUTF8 { bytes in
                    guard let value = try? tape.parse(UnsafeRawBufferPointer(bytes)) else { return }
                    let place = LinePlace(number: index + 1, start: Int64(index), end: Int64(index + 1))
                    _ = reader.read(value, at: place, into: &sightings)
                }
            }
            reader.end(into: &sightings)
            #expect(!sightings.isEmpty)
        }
    }

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
}

extension Conversation {
    /// Of its own, so that no format is damaged as another one is.
    fileprivate var seed: UInt64 { UInt64(Self.allCases.firstIndex(of: self) ?? 0) + 11 }
}
