import Flows
import GRDB
import Ingest
import Testing
import Text

@testable import Store

/// aider's chat history, a Markdown file.
struct AiderTests {
    private let chat = """

        # aider chat started at 2026-01-31 18:05:00

        > aider v0.80.0
        > Main model: test-1 with diff edit format
        > Git repo: .git with 3 files

        #### make it faster  
        #### and shorter

        I will change it.

        src/a.py
        ```python
        <<<<<<< SEARCH
        old
        =======
        new
        newer
        >>>>>>> REPLACE
        ```

        > Tokens: 5.4k sent, 1.1k received.
        > Applied edit to src/a.py
        > Commit c0ffee1 feat: faster

        #### /add src/b.py
        > Added src/b.py to the chat

        #### /ask why?

        Because.

        > Tokens: 900 sent, 2k cache hit, 12 received.

        """

    private func read(_ text: String) throws -> (StoreDump, IntakeSummary) {
        let folder = try TemporaryFolder()
        try folder.write(".aider.chat.history.md", text)
        let store = try Store.inMemory()
        let summary = try Intake(store: store).run(folder.histories)
        return (try StoreDump(store), summary)
    }

    @Test func `Questions, answers, blocks and what became of them are read`() throws {
        let (dump, summary) = try read(chat)
        #expect(summary.strangers == [])
        #expect(
            (summary.added.sessions, summary.added.turns, summary.added.generations, summary.added.edits) == (
                1, 2, 2, 1
            ))
        #expect(dump.rows["turn"]?.contains { $0.contains("make it faster") } == true)
        #expect(dump.rows["turn"]?.contains { $0.contains("title=\"why?\"") } == true)
        let edit = try #require(dump.rows["edit"]?.first)
        #expect(edit.contains("path=\"src/a.py\"") && edit.contains("status=\"applied\""))
        #expect(edit.contains("added=2 removed=1"))
        #expect(
            dump.rows["generation"]?.contains { $0.contains("input_tokens=5400") && $0.contains("output_tokens=1100") }
                == true)
        #expect(dump.rows["generation"]?.allSatisfy { $0.contains("model=\"test-1\"") } == true)
    }

    @Test func `A time in the file is this machine's own`() throws {
        let folder = try TemporaryFolder()
        try folder.write(".aider.chat.history.md", chat)
        let store = try Store.inMemory()
        _ = try Intake(store: store).run(folder.histories)
        let at = try store.read { try Int64.fetchOne($0, sql: "SELECT started_at FROM session") ?? 0 }
        #expect(TimeZoneClock.local.parts(of: Timestamp(milliseconds: at)).clock == "18:05:00")
    }

    @Test func `A history that grew brings what is new, wherever it was cut`() throws {
        let more = chat + "\n# aider chat started at 2026-02-01 09:00:00\n\n#### go on\n\nYes.\n"
        let (whole, _) = try read(more)
        let bytes = Array(more.utf8)
        for cut in stride(from: 60, to: bytes.count, by: 97) {
            let folder = try TemporaryFolder()
            let store = try Store.inMemory()
            try folder.write(".aider.chat.history.md", String(decoding: bytes[..<cut], as: UTF8.self))
            _ = try Intake(store: store).run(folder.histories)
            try folder.write(".aider.chat.history.md", more)
            _ = try Intake(store: store).run(folder.histories)
            let dump = try StoreDump(store)
            #expect(dump.rows["edit"]?.count == 1, "cut at \(cut)")
            #expect(dump.rows["session"]?.count ?? 0 >= whole.rows["session"]?.count ?? 0)
        }
    }

    @Test func `Damaged text never stops the reading`() throws {
        var random: UInt64 = 5
        func roll(_ bound: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((random >> 33) % UInt64(bound))
        }
        for _ in 0..<200 {
            var bytes = Array(chat.utf8)
            for _ in 0..<8 {
                let start = roll(bytes.count)
                switch roll(3) {
                case 0: bytes[start] = UInt8(roll(256))
                case 1: bytes.removeSubrange(start..<min(bytes.count, start + roll(40)))
                default:
                    bytes.insert(contentsOf: bytes[start..<min(bytes.count, start + roll(40))], at: roll(bytes.count))
                }
            }
            _ = try read(String(decoding: bytes, as: UTF8.self))
        }
    }
}
