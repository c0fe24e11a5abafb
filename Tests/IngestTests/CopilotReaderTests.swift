import Ingest
import Provenance
import TestSupport
import Testing
import Text

/// Copilot CLI's events.
struct CopilotReaderTests {
    private let history = CopilotHistory()

    private func told(_ lines: String...) -> Told {
        Told(CopilotReader.self, [history.start(), history.model(1)] + lines)
    }

    @Test func `A session knows where it ran, and an answer its model and prompt`() throws {
        let told = told(history.user(2, "go"), history.answer(3, "msg-1", "Done.", more: #","outputTokens":12"#))
        let session = try #require(told.sessions.first)
        #expect(session.makerID == history.session)
        #expect((session.directory, session.branch, session.commit) == ("/home/ada/shop", "main", "c0ffee"))
        #expect(session.remote == "https://example.com/ada/shop")
        #expect(session.agentVersion == "1.0.45")
        let answer = try #require(told.generations.first)
        #expect((answer.makerID, answer.model, answer.output.text) == ("msg-1", "gpt-test-1", "Done."))
        #expect(answer.prompt == told.prompts.first?.uid)
        #expect(answer.tokens == TokenCounts(output: 12))
        #expect(told.words == ["go"])
    }

    @Test(arguments: [true, false])
    func `A call's arguments are read as an object and as JSON in a text`(isText: Bool) {
        let told = told(
            history.user(2, "go"),
            history.answer(
                3, "msg-1", "",
                requests: CopilotHistory.request(
                    "c-1", "create", #"{"path":"/home/ada/shop/n.py","file_text":"one\ntwo\n"}"#, isText: isText),
                CopilotHistory.request(
                    "c-2", "str_replace_editor",
                    #"{"command":"str_replace","path":"a.py","old_str":"b","new_str":"c"}"#, isText: isText),
                CopilotHistory.request(
                    "c-3", "str_replace_editor", #"{"command":"view","path":"a.py"}"#, isText: isText)))
        #expect(told.edits.map(\.path) == ["/home/ada/shop/n.py", "/home/ada/shop/a.py"])
        #expect(told.edits.map(\.kind) == [.create, .update])
        #expect(told.edits.map(\.added) == [2, 1])
        #expect(told.edits.first?.uid == UID(of: .edit, makerID: "c-1"))
    }

    @Test func `What became of an edit stands in the event that ends its call`() throws {
        let call = CopilotHistory.request("c-1", "edit", #"{"path":"/a.py","old_str":"b","new_str":"c"}"#)
        func status(_ data: String) -> EditOutcome? {
            told(
                history.user(2, "go"), history.answer(3, "m", "", requests: call),
                history.event(4, "tool.execution_complete", data)
            ).outcomes.first
        }
        let diff = "--- a.py\\n+++ a.py\\n@@ -4,1 +4,1 @@\\n-b\\n+c\\n"
        let applied = try #require(
            status(#"{"toolCallId":"c-1","success":true,"result":{"content":"ok","detailedContent":"\#(diff)"}}"#))
        #expect((applied.status, applied.added, applied.removed, applied.firstLine) == (.applied, 1, 1, 4))
        #expect(
            status(#"{"toolCallId":"c-1","result":{"result_type":"success","text_result_for_llm":"ok"}}"#)?.status
                == .applied)
        #expect(status(#"{"toolCallId":"c-1","success":false,"error":{"message":"x"}}"#)?.status == .failed)
        #expect(
            status(#"{"toolCallId":"c-1","success":false,"error":{"message":"x","code":"rejected"}}"#)?.status
                == .rejected)
    }

    @Test func `What a skill puts in the user's role is no word of the person's`() {
        let told = told(
            history.user(2, "Use the tests.", more: #","source":"skill-tests""#),
            history.user(3, "go", more: #","source":"user""#))
        #expect(told.words == ["go"])
        #expect(told.segments(.system) == ["Use the tests."])
    }

    @Test func `After a compaction an answer has seen the summary and what followed`() {
        let told = told(
            history.user(2, "one"), history.answer(3, "m-1", "a"),
            history.event(4, "session.compaction_complete", #"{"success":true,"summaryContent":"So far."}"#),
            history.user(5, "two"), history.answer(6, "m-2", "b"))
        #expect(told.generations.map(\.context) == [1...1, 2...3])
    }

    @Test func `A sub-agent's answers stand in a thread of their own`() {
        let told = told(
            history.user(2, "go"), history.answer(3, "m-1", "x", more: #","parentToolCallId":"c-9""#),
            history.answer(4, "m-2", "y"))
        #expect(told.generations.map(\.thread) == ["c-9", ""])
        #expect(told.generations.map(\.prompt) == [told.prompts[0].uid, told.prompts[0].uid])
    }

    @Test func `Events of later versions are kept out of the way, and those before the session are broken`() {
        let told = Told(
            CopilotReader.self,
            [
                history.user(1, "too early"), history.start(), history.event(2, "hologram.seen", "{}"),
                history.event(3, "hook.start", "{}"), #"{"type":"abort","data":{}}"#,
            ])
        #expect(told.words == [])
        #expect(
            told.verdicts == [
                .broken("it stands before the session's own record"), .read, .unknown, .read,
                .broken("the event has no id"),
            ])
    }
}
