import Provenance
import Testing
import Text

@testable import Ingest

struct CommandEditsTests {
    private func read(_ command: String) -> [Edit] {
        CommandEdits.read(
            command, makerID: "call-1", generation: UID(of: .generation, makerID: "g"),
            session: UID(of: .session, makerID: "s"), directory: "/work", at: 1)
    }

    @Test func `What a command appends is new, whatever the file holds already`() {
        let edits = read("cat >> a_test.py <<'EOF'\ndef test_two():\n    assert two() == 2\nEOF")
        #expect(edits.map(\.path) == ["/work/a_test.py"])
        #expect(edits.map(\.kind) == [.update])
        #expect(edits.map(\.before?.text) == [""])
        #expect(edits.map(\.added) == [2])
    }

    @Test func `What a command writes anew may have stood there before`() {
        let edits = read("cat > a.py <<'EOF'\none = 1\nEOF")
        #expect(edits.map(\.kind) == [.create])
        #expect(edits.map(\.before?.text) == [nil])
    }
}
