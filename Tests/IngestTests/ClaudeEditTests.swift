import Ingest
import Provenance
import TestSupport
import Testing
import Text

/// Edits that Claude Code's tools make, and what became of them.
struct ClaudeEditTests {
    private let history = ClaudeHistory()
    private let patch = """
        [{"oldStart":10,"oldLines":4,"newStart":10,"newLines":5,"lines":[" a"," b","-c","+C","+D"," e"]},\
        {"oldStart":40,"oldLines":2,"newStart":41,"newLines":1,"lines":[" x","-y"]}]
        """

    private func told(_ tool: String, _ input: String, _ result: String?, _ text: String = "ok", isError: Bool = false)
        -> Told
    {
        Told.claude(
            history.user(1, "go"), history.call(2, "msg_1", "toolu_1", tool, input),
            history.result(3, of: "toolu_1", text, isError: isError, result))
    }

    private let edit = #"{"file_path":"/home/ada/shop/a.py","old_string":"c\n","new_string":"C\nD\n"}"#

    @Test func `An edit is proposed by the call and applied by its result, with the file's own lines`() throws {
        let told = told("Edit", edit, #"{"filePath":"/home/ada/shop/a.py","structuredPatch":\#(patch)}"#)
        let edit = try #require(told.edits.first)
        #expect(told.edits.count == 1)
        #expect(edit.uid == UID(of: .edit, makerID: "toolu_1"))
        #expect(edit.generation == told.generations.first?.uid)
        #expect(edit.path == "/home/ada/shop/a.py")
        #expect((edit.kind, edit.means, edit.status) == (.update, .tool, .proposed))
        #expect(edit.before?.text == "c\n")
        #expect(edit.after?.text == "C\nD\n")
        #expect((edit.added, edit.removed) == (2, 1))
        let outcome = try #require(told.outcomes.first)
        #expect(outcome.call == edit.call)
        #expect(outcome.status == .applied)
        #expect((outcome.added, outcome.removed) == (2, 2))
        #expect(outcome.firstLine == 12)
        #expect(outcome.patch?.text == "@@ -10,4 +10,5 @@\n a\n b\n-c\n+C\n+D\n e\n@@ -40,2 +41,1 @@\n x\n-y")
    }

    @Test func `A new file has nothing before it, a rewritten one what stood there`() throws {
        let input = #"{"file_path":"/n.py","content":"one\ntwo\n"}"#
        let new = told(
            "Write", input, #"{"type":"create","filePath":"/n.py","structuredPatch":[],"originalFile":null}"#)
        #expect(new.edits.map(\.kind) == [.create])
        #expect(new.edits.map(\.added) == [2])
        #expect(new.outcomes.map(\.before) == [nil])
        #expect(new.outcomes.map(\.kind) == [nil])
        let rewritten = told(
            "Write", input,
            """
            {"type":"update","filePath":"/n.py","originalFile":"one\\n","structuredPatch":[{"oldStart":1,"newStart":1,\
            "lines":[" one","+two"]}]}
            """)
        let outcome = try #require(rewritten.outcomes.first)
        #expect(outcome.kind == .update)
        #expect(outcome.before?.text == "one\n")
        #expect((outcome.added, outcome.removed, outcome.firstLine) == (1, 0, 2))
    }

    @Test func `Several edits of one call are one edit of one file`() {
        let told = told(
            "MultiEdit",
            #"{"file_path":"/a.py","edits":[{"old_string":"a","new_string":"b"},{"old_string":"c","new_string":"d"}]}"#,
            #"{"filePath":"/a.py","originalFileContents":"a\nc\n","structuredPatch":\#(patch)}"#)
        #expect(told.edits.map(\.before?.text) == ["a\nc"])
        #expect(told.edits.map(\.after?.text) == ["b\nd"])
        #expect(told.outcomes.map(\.added) == [2])
    }

    @Test func `A cell of a notebook is known with what stood in it`() {
        let notebook = #"{"cells":[{"id":"c1","source":["x = 1\n","y"]},{"id":"c2","source":"z"}]}"#
        func cell(_ id: String) -> Told {
            told(
                "NotebookEdit", #"{"notebook_path":"/n.ipynb","cell_id":"\#(id)","new_source":"x = 2"}"#,
                #"{"original_file":\#(quoted(notebook)),"updated_file":"{}"}"#)
        }
        #expect(cell("c1").outcomes.map(\.before?.text) == ["x = 1\ny"])
        #expect(cell("c1").edits.map(\.path) == ["/n.ipynb"])
        #expect(cell("c2").outcomes.map(\.before?.text) == ["z"])
        #expect(cell("c9").outcomes.map(\.before?.text) == [nil])
    }

    @Test func `An edit the person refused is rejected, one that went wrong failed`() {
        let refusal = "The user doesn't want to proceed with this tool use. The tool use was rejected."
        #expect(told("Edit", edit, #""Error: …""#, refusal, isError: true).outcomes.map(\.status) == [.rejected])
        #expect(
            told("Edit", edit, #""Error""#, "[Request interrupted by user for tool use]", isError: true)
                .outcomes.map(\.status) == [.rejected])
        #expect(
            told("Edit", edit, #""Error: String to replace not found""#, "String to replace not found", isError: true)
                .outcomes.map(\.status) == [.failed])
    }

    @Test func `An edit the person changed first is theirs in part`() {
        let told = told(
            "Edit", edit, #"{"newString":"mine\n","userModified":true,"structuredPatch":\#(patch)}"#)
        #expect(told.outcomes.map(\.status) == [.changed])
        #expect(told.outcomes.map(\.after?.text) == ["mine\n"])
    }

    @Test func `A command that was interrupted failed`() {
        let told = told(
            "Bash", #"{"command":"echo x > /a.txt"}"#, #"{"stdout":"","stderr":"","interrupted":true,"isImage":false}"#)
        #expect(told.edits.map(\.path) == ["/a.txt"])
        #expect(told.outcomes.map(\.status) == [.failed])
    }

    @Test func `A here-document is an edit of the file it fills`() {
        let told = told(
            "Bash", #"{"command":"cd src && cat > b.py <<'EOF'\nx = 1\ny = 2\nEOF\nsed -i s/a/b/ c.py"}"#,
            #"{"stdout":"","stderr":"","interrupted":false}"#)
        #expect(told.edits.map(\.path) == ["/home/ada/shop/src/b.py", "/home/ada/shop/src/c.py"])
        #expect(told.edits.map(\.kind) == [.create, .touch])
        #expect(told.edits.map(\.means) == [.command, .command])
        #expect(told.edits.map(\.after?.text) == ["x = 1\ny = 2\n", nil])
        #expect(told.edits.map(\.added) == [2, nil])
        #expect(Set(told.edits.map(\.call)) == [UID(of: .edit, makerID: "toolu_1")])
    }

    @Test func `Reading and searching tools edit nothing`() {
        for tool in ["Read", "Grep", "Glob", "WebFetch", "Task", "mcp__x__y"] {
            #expect(told(tool, #"{"file_path":"/a.py","content":"x","new_string":"y"}"#, nil).edits.isEmpty)
        }
    }

    @Test(arguments: ["9223372036854775807", "-1", "1e99", "\"7\"", "null", "{}"])
    func `A line number beyond all reason is no line number`(number: String) {
        let told = told(
            "Edit", edit,
            #"{"structuredPatch":[{"oldStart":\#(number),"newStart":\#(number),"lines":[" a"," b","+c"]}]}"#)
        #expect(told.outcomes.map(\.firstLine) == [nil])
        #expect(told.outcomes.map(\.added) == [1])
    }

    @Test func `A tool that is given no file edits none`() {
        #expect(told("Write", #"{"file_path":"","content":"x"}"#, nil).edits.isEmpty)
        #expect(told("Edit", #"{"file_path":7,"new_string":"x"}"#, nil).edits.isEmpty)
    }
}
