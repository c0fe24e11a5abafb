import Flows
import Foundation
import GRDB
import Ingest
import Store
import TestSupport
import Testing

/// Files that are read as a whole and that nobody's program wrote.
struct HostileWholeFileTests {
    private static let chat = VSCodeHistory().chat(
        VSCodeHistory().request(
            1, "r-1", "make it faster",
            rounds: VSCodeHistory.round(
                "round-1", "I will.",
                calls: VSCodeHistory.call(
                    "c-1", "multi_replace_string_in_file",
                    #"{"replacements":[{"filePath":"/s/a.py","oldString":"b","newString":"c"}]}"#),
                VSCodeHistory.call("c-2", "run_in_terminal", #"{"command":"cat > x <<'E'\ny\nE\n"}"#)),
            results: VSCodeHistory.result("c-1", "done"), metadata: #","renderedUserMessage":[{"text":"<a>b</a>"}]"#),
        VSCodeHistory().request(2, "r-2", "why?", response: #"[{"value":"Because."}]"#))

    private static let older = GeminiHistory().document(
        Conversation.gemini.lines.filter { $0.hasPrefix(#"{"id""#) && $0.hasSuffix("}") })

    @Test(arguments: [chat, older])
    func `A damaged object is read or told, and never crashes`(document: String) throws {
        let folder = try TemporaryFolder()
        var mutations = LineMutations([document.replacing("\n", with: " ")], seed: 21)
        let files = try (0..<600).map { try folder.write("\($0).json", Data(mutations.next())) }
        let store = try Store.inMemory()
        let summary = try Intake(store: store).run(files.compactMap(HistoryFile.init(path:)))
        #expect(summary.filesSeen == 600)
        #expect(summary.added.turns > 0)
        #expect(!summary.strangers.isEmpty)
    }

    @Test func `Damaged records of a database are read or told, and never crash`() throws {
        let folder = try TemporaryFolder()
        let foreign = try ForeignHistory.openCode(folder.path + "/opencode.db")
        try foreign.session("s")
        var messages = LineMutations(
            [
                #"{"role":"user","time":{"created":1}}"#,
                #"{"role":"assistant","modelID":"m","summary":true,"tokens":{"input":1,"output":2,"cache":{"read":3}}}"#,
            ], seed: 31)
        var parts = LineMutations(
            [
                #"{"type":"text","text":"words","synthetic":false}"#,
                #"{"type":"step-finish","tokens":{"input":1,"output":2,"reasoning":0,"cache":{"read":0,"write":0}}}"#,
                """
                {"type":"tool","tool":"edit","callID":"c","state":{"status":"completed","input":{"filePath":"a.py",\
                "oldString":"b","newString":"c"},"output":"ok","metadata":{"diff":"@@ -1,1 +1,1 @@\\n-b\\n+c\\n"}}}
                """,
                #"{"type":"tool","tool":"bash","callID":"d","state":{"status":"error","input":{"command":"touch x"}}}"#,
            ], seed: 32)
        try foreign.queue.write { db in
            for number in 0..<1500 {
                let (message, part) = (String(decoding: messages.next(), as: UTF8.self), parts.next())
                try db.execute(
                    sql: "INSERT INTO message VALUES (?, 's', ?, ?, ?)",
                    arguments: ["m\(number)", number, number, message])
                try db.execute(
                    sql: "INSERT INTO part VALUES (?, ?, 's', 1, 1, ?)",
                    arguments: ["p\(number)", "m\(number)", String(decoding: part, as: UTF8.self)])
            }
            // What no column of theirs should hold.
            try db.execute(sql: "INSERT INTO message VALUES (NULL, 's', 'x', 1e300, x'00ff'), ('n', NULL, 1, 1, NULL)")
        }
        let summary = try Intake(store: try Store.inMemory()).run(folder.histories)
        #expect(summary.strangers == [])
        #expect(summary.skippedLines > 0)
        #expect(summary.added.generations > 0)
        try foreign.queue.close()
    }

    @Test func `Damaged bubbles are read or told, and never crash`() throws {
        let folder = try TemporaryFolder()
        let foreign = try ForeignHistory.cursor(folder.path + "/state.vscdb")
        var composers = LineMutations(
            [
                """
                {"createdAt":1,"lastUpdatedAt":2,"name":"n","fullConversationHeadersOnly":[{"bubbleId":"a"},\
                {"bubbleId":"b"},{"bubbleId":"c"}],"workspaceIdentifier":{"uri":{"fsPath":"/s"}}}
                """
            ], seed: 41)
        var bubbles = LineMutations(
            [
                #"{"type":1,"text":"words","createdAt":"2026-01-01T00:00:00Z"}"#,
                #"{"type":2,"text":"said","tokenCount":{"inputTokens":1,"outputTokens":2}}"#,
                """
                {"type":2,"toolFormerData":{"name":"edit_file","toolCallId":"t","status":"completed","rawArgs":\
                "{\\"target_file\\":\\"a\\",\\"code_edit\\":\\"b\\"}","result":"{}"}}
                """,
            ], seed: 42)
        for number in 0..<300 {
            try foreign.set("composerData:\(number)", String(decoding: composers.next(), as: UTF8.self))
            for id in ["a", "b", "c"] {
                try foreign.set("bubbleId:\(number):\(id)", String(decoding: bubbles.next(), as: UTF8.self))
            }
        }
        let summary = try Intake(store: try Store.inMemory()).run(folder.histories)
        #expect(summary.strangers == [])
        #expect(summary.skippedLines > 0)
        #expect(summary.added.generations > 0)
        try foreign.queue.close()
    }
}
