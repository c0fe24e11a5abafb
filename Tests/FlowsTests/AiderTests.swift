import Flows
import GRDB
import Ingest
import TestSupport
import Testing
import Text

@testable import Store

/// aider's chat history, a Markdown file.
struct AiderTests {
    private let chat = AiderHistory.chat

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
}
