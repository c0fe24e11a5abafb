import Ingest
import Provenance
import TestSupport
import Testing

/// Edits that Codex makes, wherever a version puts the patch, and what became of them.
struct CodexEditTests {
    private let history = CodexHistory()
    private let patch = """
        *** Begin Patch
        *** Update File: src/a.py
        @@ def add(a, b):
        -    return a - b
        +    return a + b
        *** Add File: new.py
        +x = 1
        +y = 2
        *** Delete File: old.py
        *** Update File: b.py
        *** Move to: c.py
        *** End Patch
        """

    private func told(_ lines: String...) -> Told {
        Told(CodexReader.self, [history.meta(1), history.asked(2, "go")] + lines)
    }

    private func check(_ told: Told) {
        #expect(
            told.edits.map(\.path) == [
                "/home/ada/shop/src/a.py", "/home/ada/shop/new.py", "/home/ada/shop/old.py", "/home/ada/shop/c.py",
            ])
        #expect(told.edits.map(\.kind) == [.update, .create, .delete, .move])
        #expect(told.edits.map(\.movedFrom) == [nil, nil, nil, "/home/ada/shop/b.py"])
        #expect(told.edits.allSatisfy { $0.means == .patch })
        #expect(told.edits.first?.before?.text == "    return a - b")
        #expect(told.edits.first?.after?.text == "    return a + b")
        #expect(told.edits.dropFirst().first?.after?.text == "x = 1\ny = 2\n")
        #expect(told.edits.map(\.added) == [1, 2, 0, 0])
        #expect(told.edits.map(\.removed) == [1, 0, 0, 0])
        #expect(Set(told.edits.map(\.uid)).count == 4)
        #expect(Set(told.edits.map(\.call)).count == 1)
    }

    @Test func `A patch is read as a tool's own input`() {
        check(told(history.patch(3, "call_1", patch)))
    }

    @Test func `A patch is read among a function's arguments`() {
        check(told(history.call(3, "call_1", "apply_patch", #"{"input":\#(quoted(patch))}"#)))
        check(told(history.call(3, "call_1", "apply_patch", #"{"patch":\#(quoted(patch))}"#)))
    }

    @Test func `A patch is read inside a shell command`() {
        let script = "apply_patch <<'EOF'\n\(patch)\nEOF\n"
        check(told(history.call(3, "call_1", "exec_command", #"{"cmd":\#(quoted(script))}"#)))
        check(told(history.call(3, "call_1", "shell", #"{"command":["bash","-lc",\#(quoted(script))]}"#)))
        check(told(history.call(3, "call_1", "shell", #"{"command":["apply_patch",\#(quoted(patch))]}"#)))
    }

    @Test func `Paths are inside the folder in which the command ran`() {
        let told = told(
            history.call(
                3, "call_1", "exec_command", #"{"cmd":"cat > a.txt <<'E'\nhi\nE\n","workdir":"/home/ada/other"}"#))
        #expect(told.edits.map(\.path) == ["/home/ada/other/a.txt"])
        #expect(told.edits.map(\.means) == [.command])
    }

    @Test func `The patch's end says what became of it, with the file's own lines`() throws {
        let diff = "@@ -7,3 +7,4 @@\n a\n-b\n+B\n+C\n d\n"
        let told = told(
            history.patch(3, "call_1", "*** Begin Patch\n*** Update File: a.py\n a\n-b\n+B\n+C\n d\n*** End Patch"),
            history.event(
                4,
                """
                {"type":"patch_apply_end","call_id":"call_1","stdout":"Success.","stderr":"","success":true,\
                "changes":{"/home/ada/shop/a.py":{"type":"update","unified_diff":\(quoted(diff)),"move_path":null}}}
                """),
            history.output(5, "call_1", "Success. Updated a.py", type: "custom_tool_call_output"))
        let outcome = try #require(told.outcomes.first)
        #expect(outcome.status == .applied)
        #expect((outcome.added, outcome.removed, outcome.firstLine) == (2, 1, 8))
        #expect(outcome.patch?.text == "@@ -7,3 +7,4 @@\n a\n-b\n+B\n+C\n d")
        #expect(told.outcomes.allSatisfy { $0.call == told.edits.first?.call })
    }

    @Test func `A patch that did not apply failed, a refused one is rejected`() {
        func status(_ answer: String) -> Edit.Status? {
            told(
                history.patch(3, "call_1", patch),
                history.output(4, "call_1", answer, type: "custom_tool_call_output")
            ).outcomes.first?.status
        }
        #expect(status("apply_patch verification failed: Failed to find expected lines") == .failed)
        #expect(status("patch rejected by user") == .rejected)
        #expect(
            status(#"{"output":"Success. Updated the following files:\nM a.py","metadata":{"exit_code":0}}"#)
                == .applied)
        #expect(status(#"{"output":"oops","metadata":{"exit_code":1}}"#) == .failed)
        #expect(status("Exit code: 0\nOutput:\nSuccess.") == .applied)
        #expect(status("Exit code: 99999999999999999999\nOutput:\nSuccess.") == .applied)
    }

    @Test func `A command that shows a file gives its lines as context`() throws {
        let told = told(
            history.call(3, "call_1", "exec_command", #"{"cmd":"sed -n '10,12p' a.py"}"#),
            history.output(4, "call_1", "x\ny\nz\n"))
        let segment = try #require(told.segments.first)
        #expect((segment.origin, segment.path) == (.file, "/home/ada/shop/a.py"))
        #expect((segment.firstLine, segment.lineCount) == (10, 3))
    }

    @Test(arguments: [
        "head -n -5 a.py", "head -n x a.py", "sed -n '0,4p' a.py", "sed -n '9,2p' a.py", "sed -n 'p' a.py",
    ])
    func `A command that shows lines nobody can number has no wrong number`(command: String) {
        let told = told(
            history.call(3, "call_1", "exec_command", #"{"cmd":\#(quoted(command))}"#),
            history.output(4, "call_1", "x\n"))
        #expect(told.segments.allSatisfy { ($0.lineCount ?? 0) >= 0 && ($0.firstLine ?? 1) > 0 })
    }
}
