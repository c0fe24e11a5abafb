import Ingest
import Provenance
import TestSupport
import Testing
import Text

/// Cursor's and Windsurf's transcripts, which have neither ids nor times.
struct NamelessHistoryTests {
    private func cursor(_ lines: String...) -> Told {
        Told(CursorTranscriptReader.self, lines.map { #"{"role":\#($0)]}}"# })
    }

    private func windsurf(_ lines: String...) -> Told { Told(WindsurfReader.self, lines) }

    @Test func `Cursor's words are the person's where it says so, and its redactions nobody's`() {
        let told = cursor(
            #""user","message":{"content":[{"type":"text","text":"<rules>be brief</rules>\n<user_query>\ngo\n</user_query>"}"#,
            #""assistant","message":{"content":[{"type":"text","text":"I will.\n\n[REDACTED]"}"#)
        #expect(told.words == ["go"])
        #expect(told.segments(.system) == ["<rules>be brief</rules>"])
        #expect(told.generations.map(\.output.text) == ["I will."])
        #expect(told.generations.map(\.makerID) == [nil])
        #expect(told.generations.map(\.tokens) == [TokenCounts()])
    }

    @Test func `Cursor's tools make edits, of which nothing more is heard`() {
        let told = cursor(
            #""user","message":{"content":[{"type":"text","text":"go"}"#,
            """
            "assistant","message":{"content":[{"type":"tool_use","name":"Write","input":{"path":"/s/n.py",\
            "contents":"x\\n"}},{"type":"tool_use","name":"StrReplace","input":{"path":"/s/a.py","old_string":"b",\
            "new_string":"c"}},{"type":"tool_use","name":"Delete","input":{"path":"/s/o.py"}},\
            {"type":"tool_use","name":"Read","input":{"path":"/s/a.py"}}
            """)
        #expect(told.edits.map(\.path) == ["/s/n.py", "/s/a.py", "/s/o.py"])
        #expect(told.edits.map(\.kind) == [.create, .update, .delete])
        #expect(told.edits.map(\.status) == [.proposed, .proposed, .proposed])
        #expect(told.outcomes == [])
    }

    @Test func `The same message twice is two, and the same file twice is one`() {
        let line = #""user","message":{"content":[{"type":"text","text":"go on"}"#
        let once = cursor(line, line)
        let again = cursor(line, line)
        #expect(once.prompts.count == 2)
        #expect(again.prompts.map(\.uid) == once.prompts.map(\.uid))
    }

    @Test func `What Windsurf writes is known with its place in the file`() throws {
        let told = windsurf(
            #"{"status":"done","type":"user_input","user_input":{"user_response":"go"}}"#,
            #"{"status":"done","type":"planner_response","planner_response":{"response":"I will."}}"#,
            """
            {"status":"done","type":"code_action","code_action":{"path":"file:///s/a%20b.py",\
            "original_content":"a\\nb\\nc\\n","new_content":"a\\nB\\nc\\n",\
            "acknowledgement_type":"ACKNOWLEDGEMENT_TYPE_ACCEPT"}}
            """)
        let edit = try #require(told.edits.first)
        #expect((edit.path, edit.kind) == ("/s/a b.py", .update))
        #expect((edit.added, edit.removed) == (1, 1))
        #expect(edit.generation == told.generations.first?.uid)
        let outcome = try #require(told.outcomes.first)
        #expect((outcome.status, outcome.firstLine) == (.applied, 2))
    }

    @Test func `Steps of Windsurf's that nothing was said before are an answer without words`() {
        let told = windsurf(
            #"{"status":"done","type":"user_input","user_input":{"user_response":"go"}}"#,
            #"{"status":"done","type":"find","find":{"output":"a.py"}}"#,
            #"{"status":"done","type":"find","find":{"output":"b.py"}}"#,
            #"{"status":"done","type":"planner_response","planner_response":{"response":"Two files."}}"#,
            #"{"status":"done","type":"user_input","user_input":{"user_response":"  "}}"#)
        #expect(told.generations.map(\.output.text) == ["", "Two files."])
        #expect(told.words == ["go"])
        #expect(told.segments(.tool) == ["a.py", "b.py"])
    }
}
