import Ingest
import Provenance
import TestSupport
import Testing
import Text

/// Answers of the model: one message over several lines, its usage, and what belongs to no model.
struct ClaudeCodeReaderTests {
    private let history = ClaudeHistory()

    @Test func `An answer over several lines is one generation with the highest count of each token`() throws {
        let told = Told.claude(
            history.user(1, "add a test"),
            history.answer(
                2, "msg_1", #"{"type":"thinking","thinking":"hm","signature":"x"}"#,
                usage: ClaudeHistory.usage(input: 3, read: 100, write: 20, output: 10)),
            history.answer(3, "msg_1", ClaudeHistory.text("First."), usage: ClaudeHistory.usage(output: 10)),
            history.answer(
                4, "msg_1", ClaudeHistory.text("Second."),
                usage: ClaudeHistory.usage(input: 3, read: 100, write: 20, output: 211), stop: "end_turn"))
        #expect(told.generations.count == 1)
        let generation = try #require(told.generations.first)
        #expect(generation.uid == UID(of: .generation, makerID: "msg_1"))
        #expect(generation.tokens == TokenCounts(input: 3, cacheRead: 100, cacheWrite: 20, output: 211))
        #expect(generation.output.text == "First.\nSecond.")
        #expect(generation.model == "claude-test-1")
        #expect(generation.stopReason == "end_turn")
        #expect(generation.endedAt - generation.startedAt == 2000)
        #expect(generation.prompt == told.prompts.first?.uid)
        #expect(told.verdicts.allSatisfy { $0 == .read })
    }

    @Test func `Usage that was not recorded is nothing, not zero`() throws {
        let told = Told.claude(
            history.user(1, "go"), history.answer(2, "msg_1", ClaudeHistory.text("a"), usage: #"{"output_tokens":5}"#))
        #expect(told.generations.map(\.tokens) == [TokenCounts(output: 5)])
    }

    @Test func `A count beyond all reason is taken for none`() {
        let told = Told.claude(
            history.user(1, "go"),
            history.answer(
                2, "msg_1", ClaudeHistory.text("a"),
                usage: #"{"output_tokens":9223372036854775807,"input_tokens":-4,"cache_read_input_tokens":1e300}"#))
        #expect(told.generations.map(\.tokens) == [TokenCounts()])
    }

    @Test func `What the program says in the model's place is no generation`() {
        let told = Told.claude(
            history.user(1, "go"),
            history.answer(2, "msg_x", ClaudeHistory.text("API Error: 529"), model: "<synthetic>"))
        #expect(told.generations.isEmpty)
        #expect(told.words == ["go"])
    }

    @Test func `An answer without an id of its own is known by its request, else by its line`() {
        func line(_ id: Int, _ more: String) -> String {
            history.line("assistant", id, message: #"{"model":"m","content":[\#(ClaudeHistory.text("x"))]}"#, more)
        }
        let told = Told.claude(line(1, #","requestId":"req_7""#), line(2, ""))
        #expect(
            told.generations.map(\.uid) == [
                UID(of: .generation, makerID: "req_7"), UID(of: .generation, makerID: ClaudeHistory.uuid(2)),
            ])
    }

    @Test func `Lines that a resumed history holds twice add nothing to the answer`() {
        let line = history.answer(2, "msg_1", ClaudeHistory.text("Once."))
        let told = Told.claude(history.user(1, "go"), line, line)
        #expect(told.generations.map(\.output.text) == ["Once."])
    }

    @Test func `The session knows its folder, branch, version and beginning`() throws {
        let told = Told.claude(history.user(5, "go"), history.user(3, "earlier"))
        let session = try #require(told.sessions.first)
        #expect(told.sessions.count == 1)
        #expect(session.makerID == history.session)
        #expect(session.agent == "claude-code")
        #expect(session.directory == "/home/ada/shop")
        #expect(session.branch == "main")
        #expect(session.agentVersion == "2.1.0")
        #expect(session.startedAt == Timestamp(iso: ClaudeHistory.time(3))?.milliseconds)
    }

    @Test func `Titles name the session, wherever they stand`() {
        let title = #"{"type":"custom-title","customTitle":"Refunds","sessionId":"\#(history.session)"}"#
        #expect(Told.claude(history.user(1, "go"), title).sessions.map(\.title) == ["Refunds"])
        #expect(Told.claude(title, history.user(1, "go")).sessions.map(\.title) == ["Refunds"])
        let generated = #"{"type":"ai-title","aiTitle":"Made up","sessionId":"\#(history.session)"}"#
        #expect(Told.claude(history.user(1, "go"), title, generated).sessions.map(\.title) == ["Refunds"])
    }

    @Test func `A pull-request link ties the session to the change`() throws {
        let told = Told.claude(
            history.user(1, "go"),
            """
            {"type":"pr-link","sessionId":"\(history.session)","prNumber":12,"prUrl":"https://example.com/o/r/pull/12",\
            "prRepository":"o/r","timestamp":"\(ClaudeHistory.time(9))"}
            """)
        let change = try #require(told.changes.first)
        #expect(change.number == 12)
        #expect(change.repository == "o/r")
        #expect(change.session == told.sessions.first?.uid)
    }

    @Test func `Kinds and members of later versions are kept out of the way`() {
        let told = Told.claude(
            #"{"type":"hologram","sessionId":"x","uuid":"y"}"#,
            history.user(1, "go", more: #","newMember":{"deep":[1,2,{"x":null}]}"#),
            history.answer(2, "msg_1", #"{"type":"server_tool_use","id":"s","name":"web","input":{}}"#),
            #"{"type":"file-history-snapshot","messageId":"m","snapshot":{"trackedFileBackups":{}}}"#,
            #"{"type":"summary","summary":"Of another session","leafUuid":"l"}"#)
        #expect(told.verdicts == [.unknown, .read, .read, .read, .read])
        #expect(told.words == ["go"])
        #expect(told.sessions.map(\.title) == [nil])
    }

    @Test func `A message without its uuid, session or time is broken, and says so`() {
        let told = Told.claude(
            #"{"type":"user","message":{"content":"a"},"sessionId":"s","timestamp":"2026-01-01T00:00:00Z"}"#,
            #"{"type":"user","message":{"content":"a"},"uuid":"u","timestamp":"2026-01-01T00:00:00Z"}"#,
            #"{"type":"user","message":{"content":"a"},"uuid":"u","sessionId":"s","timestamp":"yesterday"}"#,
            #"{"sessionId":"s"}"#)
        #expect(
            told.verdicts.allSatisfy {
                guard case .broken(let reason) = $0 else { return false }
                return reason.contains("lacks") || reason.contains("no type")
            })
        #expect(told.prompts.isEmpty)
    }
}
