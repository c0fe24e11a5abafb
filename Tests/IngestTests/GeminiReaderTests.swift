import Ingest
import Provenance
import TestSupport
import Testing
import Text

/// Gemini CLI's chats: messages that come again, patches, and what is taken back.
struct GeminiReaderTests {
    private let history = GeminiHistory()
    private let edit = #"{"file_path":"/home/ada/shop/a.py","old_string":"b","new_string":"B\nC"}"#

    private func told(_ lines: String...) -> Told { Told(GeminiReader.self, [history.header()] + lines) }

    @Test func `A chat is one session, its questions turns and its answers counted`() throws {
        let told = told(
            history.user(1, "u-1", "make it faster"),
            history.answer(
                2, "g-1", "Done.", tokens: GeminiHistory.tokens(input: 100, cached: 60, output: 9, thoughts: 4, tool: 3)
            ))
        #expect(told.sessions.map(\.makerID) == [history.session])
        #expect(told.words == ["make it faster"])
        let answer = try #require(told.generations.first)
        #expect(answer.model == "gemini-test-1")
        #expect(answer.output.text == "Done.")
        #expect(answer.prompt == told.prompts.first?.uid)
        #expect(answer.context == 1...1)
        #expect(answer.tokens == TokenCounts(input: 43, cacheRead: 60, output: 13, reasoning: 4))
    }

    @Test func `A message that is appended again is the same one, as it stood last`() {
        let call = GeminiHistory.call("replace-1", "replace", edit)
        let done = GeminiHistory.call("replace-1", "replace", edit, status: "success", result: "Replaced.")
        let told = told(
            history.user(1, "u-1", "go"), history.answer(2, "g-1", "I will."),
            history.answer(2, "g-1", "I will.", calls: call),
            history.answer(
                2, "g-1", "I will.", calls: done, tokens: GeminiHistory.tokens(input: 10, output: 2)),
            history.answer(3, "g-2", "Done."))
        #expect(told.generations.map(\.output.text) == ["I will.", "Done."])
        #expect(told.generations.map(\.tokens.output) == [2, nil])
        #expect(told.edits.count == 1)
        #expect(told.outcomes.map(\.status) == [.applied])
        #expect(told.generations.map(\.context) == [1...1, 1...2])
    }

    @Test func `An edit shows its place in the file where the tool's own diff does`() throws {
        let diff = "--- a.py\\n+++ a.py\\n@@ -3,3 +3,4 @@\\n a\\n-b\\n+B\\n+C\\n d\\n"
        let told = told(
            history.user(1, "u-1", "go"),
            history.answer(
                2, "g-1", "",
                calls: GeminiHistory.call(
                    "replace-1", "replace", edit, status: "success", display: #"{"fileDiff":"\#(diff)"}"#)))
        #expect(told.edits.map(\.before?.text) == ["b"])
        #expect(told.edits.map(\.after?.text) == ["B\nC"])
        let outcome = try #require(told.outcomes.first)
        #expect(outcome.call == told.edits.first?.call)
        #expect((outcome.added, outcome.removed, outcome.firstLine) == (2, 1, 4))
    }

    @Test func `What the person changed, refused or saw fail is said of the edit`() {
        func status(_ status: String, _ display: String? = nil) -> [Edit.Status] {
            told(
                history.user(1, "u-1", "go"),
                history.answer(
                    2, "g-1", "", calls: GeminiHistory.call("r", "replace", edit, status: status, display: display))
            ).outcomes.map(\.status)
        }
        #expect(status("success") == [.applied])
        #expect(status("success", #"{"fileDiff":"","diffStat":{"user_added_lines":1}}"#) == [.changed])
        #expect(status("error") == [.failed])
        #expect(status("cancelled") == [.rejected])
        #expect(status("executing") == [])
    }

    @Test func `A file that is written over was there before`() throws {
        let told = told(
            history.user(1, "u-1", "go"),
            history.answer(
                2, "g-1", "",
                calls: GeminiHistory.call(
                    "w", "write_file", #"{"file_path":"/home/ada/shop/a.py","content":"new\n"}"#, status: "success",
                    display: #"{"fileDiff":"","originalContent":"old\n","newContent":"new\n"}"#)))
        #expect(told.edits.map(\.kind) == [.create])
        let outcome = try #require(told.outcomes.first)
        #expect((outcome.kind, outcome.before?.text) == (.update, "old\n"))
    }

    @Test func `The project's folder is found from its hash, and a folder of another hash is not it`() {
        let call = GeminiHistory.call("r", "replace", edit)
        let found = told(history.user(1, "u-1", "go"), history.answer(2, "g-1", "", calls: call))
        #expect(found.sessions.map(\.directory) == ["/home/ada/shop"])
        var elsewhere = history
        elsewhere.directory = "/srv/other"
        let other = Told(
            GeminiReader.self,
            [elsewhere.header(), history.user(1, "u-1", "go"), history.answer(2, "g-1", "", calls: call)])
        #expect(other.sessions.map(\.directory) == [nil])
    }

    @Test func `After something was taken back no range is made up, and after a summary there is one again`() {
        let told = told(
            history.user(1, "u-1", "one"), history.answer(2, "g-1", "a"), history.user(3, "u-2", "two"),
            history.answer(4, "g-2", "b"), #"{"$rewindTo":"u-2"}"#, history.user(5, "u-3", "three"),
            history.answer(6, "g-3", "c"),
            #"{"$set":{"messages":[\#(history.user(7, "s-1", "so far"))]}}"#, history.answer(8, "g-4", "d"))
        #expect(told.words == ["one", "two", "three", "so far"])
        #expect(told.generations.map(\.context) == [1...1, 1...2, nil, 4...4])
    }

    @Test func `A chat taken back to its start begins anew`() {
        let told = told(
            history.user(1, "u-1", "one"), history.answer(2, "g-1", "a"), #"{"$rewindTo":"u-1"}"#,
            history.user(5, "u-3", "three"), history.answer(6, "g-3", "c"))
        #expect(told.generations.map(\.context) == [1...1, 2...2])
    }

    @Test func `The person's words stand apart from files, contexts and commands`() {
        let told = told(
            history.user(
                1, "u-1",
                "fix @a.py\n--- Content from referenced files ---\nContent from @a.py:\nx = 1\n--- End of content ---"),
            history.user(2, "u-2", "/stats model"), history.user(3, "u-3", "/home/ada/shop is slow"),
            history.user(4, "u-4", "<session_context>today</session_context>"),
            history.message(5, "u-5", "user", #""content":[{"text":"two "},{"text":"parts"}]"#),
            history.message(6, "u-6", "user", #""content":[{"inlineData":{"data":"…"}}]"#))
        #expect(told.words == ["fix @a.py", "/home/ada/shop is slow", "two parts", "[image]"])
        #expect(told.segments(.file) == ["x = 1"])
        #expect(told.segments.first { $0.origin == .file }?.path == "a.py")
        #expect(told.segments(.system) == ["<session_context>today</session_context>"])
    }

    @Test func `An older chat, one object, says the same as its messages line by line`() {
        let messages = [
            history.user(1, "u-1", "go"), history.message(2, "i-1", "info", #""content":"…""#),
            history.answer(
                3, "g-1", "Done.", calls: GeminiHistory.call("r", "replace", edit, status: "success"),
                tokens: GeminiHistory.tokens(input: 10, output: 2)),
        ]
        let lines = Told(GeminiReader.self, [history.header()] + messages)
        let document = Told(GeminiReader.self, [history.document(messages)])
        #expect(document.generations == lines.generations)
        #expect(document.prompts == lines.prompts)
        #expect(document.segments == lines.segments)
        #expect(document.edits == lines.edits)
        #expect(document.verdicts == [.read])
        let broken = Told(GeminiReader.self, [history.document(messages + [#"{"type":"user","content":"x"}"#])])
        #expect(broken.generations == lines.generations)
        #expect(broken.verdicts == [.broken("message 4: the message has no id")])
    }

    @Test func `Where the first line is missing the first message names the session`() {
        let told = Told(GeminiReader.self, [history.user(1, "u-1", "go"), history.answer(2, "g-1", "Done.")])
        #expect(told.sessions.map(\.makerID) == ["u-1"])
        #expect(told.generations.count == 1)
    }
}
