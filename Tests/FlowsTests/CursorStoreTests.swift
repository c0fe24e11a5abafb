import Flows
import GRDB
import Ingest
import Testing

@testable import Store

/// The conversations in Cursor's own store.
struct CursorStoreTests {
    private let composer = """
        {"composerId":"c-1","name":"A faster parser","createdAt":1767225600000,"lastUpdatedAt":1767225700000,
        "modelConfig":{"modelName":"test-1"},"fullConversationHeadersOnly":[{"bubbleId":"b-1","type":1},
        {"bubbleId":"b-2","type":2},{"bubbleId":"b-3","type":2},{"bubbleId":"b-4","type":2},{"bubbleId":"gone","type":2}]}
        """

    @Test func `Bubbles are prompts and answers, and their calls edits`() throws {
        let folder = try TemporaryFolder()
        let foreign = try ForeignHistory.cursor(folder.path + "/state.vscdb")
        try foreign.set("composerData:c-1", composer)
        try foreign.set("bubbleId:c-1:b-1", #"{"type":1,"text":"make it faster","createdAt":"2026-01-01T00:00:01Z"}"#)
        try foreign.set(
            "bubbleId:c-1:b-2", #"{"type":2,"text":"I will.","tokenCount":{"inputTokens":100,"outputTokens":9}}"#)
        try foreign.set(
            "bubbleId:c-1:b-3",
            """
            {"type":2,"text":"","tokenCount":{"inputTokens":0,"outputTokens":0},"toolFormerData":{"name":"search_replace",
            "toolCallId":"toolu_1","status":"completed","rawArgs":
            "{\\"file_path\\":\\"/s/a.py\\",\\"old_string\\":\\"b\\",\\"new_string\\":\\"c\\"}","result":"{\\"output\\":\\"ok\\"}"}}
            """)
        try foreign.set("bubbleId:c-1:b-4", #"{"type":2,"text":"Done."}"#)
        try foreign.set("composerData:bad", "{")
        let store = try Store.inMemory()
        let summary = try Intake(store: store).run(folder.histories)
        #expect(summary.strangers == [])
        #expect(summary.skippedLines == 1)
        #expect((summary.added.turns, summary.added.generations, summary.added.edits) == (1, 2, 1))
        let dump = try StoreDump(store)
        #expect(
            dump.rows["generation"]?.contains { $0.contains("output=\"I will.\"") && $0.contains("input_tokens=100") }
                == true)
        #expect(dump.rows["edit"]?.first?.contains("status=\"applied\"") == true)
        #expect(try Intake(store: store).run(folder.histories).filesRead == 0)
        try foreign.set("bubbleId:c-1:gone", #"{"type":2,"text":"More."}"#)
        #expect(try Intake(store: store).run(folder.histories).added.generations == 0)
        #expect(try StoreDump(store).rows["generation"]?.contains { $0.contains("More.") } == true)
        try foreign.queue.close()
    }

    @Test func `Bubbles that an older version kept in the conversation itself are read the same`() throws {
        let folder = try TemporaryFolder()
        let foreign = try ForeignHistory.cursor(folder.path + "/state.vscdb")
        try foreign.set(
            "composerData:c-2",
            """
            {"composerId":"c-2","createdAt":1700000000000,"lastUpdatedAt":1700000100000,"conversation":[
            {"type":1,"bubbleId":"b-1","text":"make it faster"},
            {"type":2,"bubbleId":"b-2","text":"I will.","codeBlocks":[],
            "timingInfo":{"clientStartTime":4745281.3,"clientRpcSendTime":1700000050000,"clientEndTime":1700000060000}},
            {"type":2,"text":"","toolFormerData":{"name":"edit_file","toolCallId":"t-1","status":"completed",
            "rawArgs":"{\\"target_file\\":\\"/s/a.py\\",\\"code_edit\\":\\"c\\"}","result":"{}"}},
            7, {"type":1,"text":"thanks"}]}
            """)
        let store = try Store.inMemory()
        let summary = try Intake(store: store).run(folder.histories)
        #expect((summary.strangers, summary.unknownLines) == ([], 1))
        #expect((summary.added.turns, summary.added.generations, summary.added.edits) == (2, 1, 1))
        let generation = try StoreDump(store).rows["generation"]?.first
        #expect(generation?.contains("started_at=1700000050000") == true)
        #expect(try Intake(store: store).run(folder.histories).filesRead == 0)
        try foreign.queue.close()
    }

    @Test func `A store without conversations is no stranger`() throws {
        let folder = try TemporaryFolder()
        let foreign = try ForeignHistory.cursor(folder.path + "/state.vscdb")
        let summary = try Intake(store: try Store.inMemory()).run(folder.histories)
        #expect(summary.strangers == [])
        try foreign.queue.close()
    }
}
