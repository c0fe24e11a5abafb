import Flows
import Foundation
import Ingest
import Store
import TestSupport
import Testing

/// Telemetry beside the transcripts of the same sessions, and the files it comes in.
struct TelemetryTests {
    private typealias O = OTLPHistory
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func store(_ files: [String]) throws -> Store {
        let store = try Store.inMemory()
        for file in files {
            let summary = try Intake(store: store).run([try #require(HistoryFile(path: file))])
            #expect(summary.strangers == [])
        }
        return store
    }

    @Test func `Codex's patches are told once, whether rollout or telemetry is read first`() throws {
        let rollout = try folder.write("rollout.jsonl", Conversation.codex.lines.asLines)
        var history = OTLPHistory()
        history.service = "codex_cli_rs"
        let patch =
            "*** Begin Patch\n*** Update File: a.py\n@@ def f():\n-    b\n+    B\n*** Add File: n.py\n+x = 1\n*** End Patch"
        let telemetry = try folder.write(
            "telemetry.jsonl",
            history.logs(
                history.log(
                    "codex.tool_result", at: 9, O.attribute("conversation.id", CodexHistory().session),
                    O.attribute("tool_name", "apply_patch"), O.attribute("call_id", "call_3"),
                    O.attribute("arguments", patch), O.attribute("success", "true"))) + "\n")
        let alone = try StoreDump(store([rollout]))
        for files in [[rollout, telemetry], [telemetry, rollout]] {
            let both = try StoreDump(store(files))
            for table in ["turn", "generation", "edit", "prompt"] {
                #expect(both.rows[table] == alone.rows[table], "\(table): \(both.difference(from: alone))")
            }
        }
        let only = try StoreDump(store([telemetry]))
        #expect(only.rows["edit"]?.count == 2)
        #expect(only.rows["generation"]?.count == 1)
    }

    @Test func `Claude Code's prompt is one with its transcript's, whichever is read first`() throws {
        let claude = ClaudeHistory()
        let transcript = try folder.write(
            "t.jsonl", [claude.user(1, "go"), claude.answer(2, "msg_1", ClaudeHistory.text("Done."))].asLines)
        var history = OTLPHistory()
        history.service = "claude-code"
        let session = O.attribute("session.id", claude.session)
        let telemetry = try folder.write(
            "telemetry.jsonl",
            history.logs(
                history.log(
                    "user_prompt", at: 1, session, O.attribute("prompt", "go"),
                    O.attribute("message.uuid", ClaudeHistory.uuid(1))),
                history.log(
                    "tool_decision", at: 1, session, O.attribute("tool_use_id", "toolu_not_here"),
                    O.attribute("decision", "accept"), O.attribute("source", "config")),
                history.log("api_request", at: 2, session, O.attribute("request_id", "req_msg_1"))) + "\n")
        let alone = try StoreDump(store([transcript]))
        for files in [[transcript, telemetry], [telemetry, transcript]] {
            let both = try StoreDump(store(files))
            for table in ["turn", "generation", "prompt"] {
                #expect(both.rows[table] == alone.rows[table], "\(table): \(both.difference(from: alone))")
            }
        }
    }

    @Test func `A file that begins in the middle of a rotation is read from its second line`() throws {
        let lines = Conversation.otlp.lines
        let path = try folder.write(
            "traces.jsonl", String(lines[0].suffix(90)) + "\n" + lines[2...].map { $0 + "\n" }.joined())
        let summary = try Intake(store: try Store.inMemory()).run([try #require(HistoryFile(path: path))])
        #expect(summary.added.generations > 2)
        #expect(summary.strangers == [])
    }

    @Test func `Documents are found by how they begin: one object, or a list`() throws {
        let history = OTLPHistory()
        try folder.write("a/one.json", history.spans(history.chat(1, at: 1, response: "r-1")))
        try folder.write("a/list.json", "[\n" + history.spans(history.chat(2, at: 1, response: "r-2")) + "]")
        try folder.write("a/package.json", #"{"name":"shop","version":"1"}"#)
        #expect(folder.histories.count == 2)
        let store = try Store.inMemory()
        let summary = try Intake(store: store).run(folder.histories)
        #expect((summary.added.generations, summary.strangers) == (2, []))
    }

    @Test func `An SDK's objects spread over lines are read one after another`() throws {
        func object(_ name: String, _ more: String) -> String {
            """
            {
              "hrTime": [
                1767225601,
                0
              ],
              "resource": {
                "attributes": {
                  "service.name": "\(name)"
                }
              },
              "instrumentationScope": {
                "name": "t"
              },
              "_body": "x }\\n{",
              "attributes": {
                \(more)
              }
            }

            """
        }
        let gemini = object("gemini-cli", #""event.name": "gemini_cli.user_prompt", "session.id": "s-1""#)
        let own = object(
            "shop-agent",
            """
            "event.name": "gen_ai.client.inference.operation.details", "gen_ai.operation.name": "chat",
                "gen_ai.conversation.id": "c-1", "gen_ai.response.id": "r-1", "gen_ai.request.model": "m"
            """)
        let path = try folder.write(
            "telemetry.log", gemini + own + "{\n  \"hrTime\": [\n" + own + "{}\n" + gemini.prefix(30))
        let file = try #require(HistoryFile(path: path))
        let store = try Store.inMemory()
        let summary = try Intake(store: store).run([file])
        #expect(summary.strangers == [])
        #expect((summary.skippedLines, summary.unknownLines) == (1, 1))
        let dump = try StoreDump(store)
        #expect(dump.rows["session"]?.count == 2)
        #expect(dump.rows["generation"]?.count == 1)
        #expect(try Intake(store: store).run([file]).filesRead == 0)
    }
}
