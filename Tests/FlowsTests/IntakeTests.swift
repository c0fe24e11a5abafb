import Flows
import Foundation
import Ingest
import Provenance
import Redaction
import Store
import TestSupport
import Testing

/// What an ingest reads, and what it leaves in the store.
struct IntakeTests {
    private let history = ClaudeHistory()

    private func filled(_ folder: TemporaryFolder, _ store: Store) throws -> IntakeSummary {
        try Intake(store: store).run(folder.histories)
    }

    @Test(arguments: Conversation.allCases)
    func `Reading twice changes nothing and reads nothing`(conversation: Conversation) throws {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        try folder.write("h.jsonl", conversation.lines.asLines)
        let first = try filled(folder, store)
        #expect(first.filesRead == 1)
        #expect(first.skippedLines == 1)
        #expect(first.unknownLines == 1)
        let before = try StoreDump(store)
        let second = try filled(folder, store)
        #expect((second.filesRead, second.filesSeen, second.bytes) == (0, 1, 0))
        #expect(second.added == Tally())
        #expect(try StoreDump(store) == before)
    }

    @Test func `Of a history that has grown only the end is read`() throws {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        let old = (1..<200).flatMap { [history.user($0 * 2, "go"), history.answer($0 * 2 + 1, "msg_\($0)", "{}")] }
        try folder.write("h.jsonl", old.asLines)
        _ = try filled(folder, store)
        let new = [history.user(1000, "one more"), history.answer(1001, "msg_x", ClaudeHistory.text("yes"))]
        try folder.append("h.jsonl", new.asLines)
        let summary = try filled(folder, store)
        #expect((summary.added.turns, summary.added.generations) == (1, 1))
        // The last answer was still open and is read again, nothing before it.
        #expect(summary.bytes == Int64(new.asLines.utf8.count + (old.last ?? "").utf8.count + 1))
    }

    @Test func `The same session from two copies is stored once`() throws {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        try folder.write("a/h.jsonl", Conversation.claude.lines.asLines)
        _ = try filled(folder, store)
        let before = try StoreDump(store)
        try folder.write("b/h.jsonl", Conversation.claude.lines.asLines)
        let summary = try filled(folder, store)
        #expect(summary.filesRead == 1)
        #expect(summary.added == Tally())
        #expect(try StoreDump(store) == before)
    }

    @Test func `Copies that end at different places say together what the longest says, in every order`() throws {
        let lines = Conversation.claude.lines
        let parts = [Array(lines[..<12]), Array(lines[..<25]), lines]
        let whole = try dump(of: [lines])
        for order in orders(of: parts) {
            let dump = try dump(of: order)
            #expect(dump == whole, "\(order.map(\.count)):\n\(dump.difference(from: whole))")
        }
    }

    @Test func `A fork and its origin are stored alike in every order`() throws {
        let origin = [
            history.user(1, "go"), history.call(2, "msg_1", "toolu_1", "Write", #"{"file_path":"/a","content":"x"}"#),
            history.result(3, of: "toolu_1"), history.user(4, "on"),
            history.answer(5, "msg_2", ClaudeHistory.text("Done.")),
        ]
        var fork = ClaudeHistory(session: "5e551011-0000-4000-8000-00000000000f")
        fork.forkedFrom = history.session
        let copied = [
            fork.user(1, "go"), fork.call(2, "msg_1", "toolu_1", "Write", #"{"file_path":"/a","content":"x"}"#),
            fork.result(3, of: "toolu_1"),
        ]
        fork.forkedFrom = nil
        let own = [fork.user(14, "another way"), fork.answer(15, "msg_f", ClaudeHistory.text("So."))]
        let one = try dump(of: [origin, copied + own])
        let other = try dump(of: [copied + own, origin])
        #expect(one == other, "\(one.difference(from: other))")
        #expect(one.rows["turn"]?.count == 3)
        #expect(one.rows["generation"]?.count == 3)
        #expect(one.rows["edit"]?.count == 1)
        #expect(one.rows["session"]?.count == 2)
    }

    @Test func `A resumed history that repeats lines under a new session doubles nothing, in every order`() throws {
        var resumed = history
        resumed.session = "5e551011-0000-4000-8000-00000000000e"
        func lines(_ history: ClaudeHistory) -> [String] {
            [
                history.user(1, "go"),
                history.call(2, "msg_1", "toolu_1", "Write", #"{"file_path":"/a","content":"x"}"#),
                history.result(3, of: "toolu_1"),
            ]
        }
        let later = [resumed.user(4, "on"), resumed.answer(5, "msg_2", ClaudeHistory.text("Done."))]
        for order in [[lines(history), lines(resumed) + later], [lines(resumed) + later, lines(history)]] {
            let dump = try dump(of: order)
            #expect(dump.rows["turn"]?.count == 2)
            #expect(dump.rows["generation"]?.count == 2)
            #expect(dump.rows["edit"]?.count == 1)
            #expect(dump.rows["segment"]?.count == 3)
        }
    }

    @Test func `A fork of Codex doubles nothing, in every order`() throws {
        let origin = CodexHistory()
        let fork = CodexHistory(session: "019b0000-0000-7000-8000-00000000000f")
        let shared = [
            origin.asked(2, "go"), origin.said(2, "user", "go"),
            origin.patch(3, "call_1", "*** Begin Patch\n*** Add File: a\n+x"),
            origin.output(4, "call_1", "Success."), origin.tokens(4, total: 10, input: 10, cached: 0, output: 5),
        ]
        let first = [origin.meta(1)] + shared + [origin.asked(8, "on")]
        let second =
            [fork.meta(9, more: #","forked_from_id":"\#(origin.session)""#), origin.meta(1)] + shared
            + [fork.asked(10, "another way"), fork.said(11, "assistant", "So.")]
        for order in [[first, second], [second, first]] {
            let dump = try dump(of: order)
            #expect(dump.rows["session"]?.count == 2)
            #expect(dump.rows["turn"]?.count == 3)
            #expect(dump.rows["generation"]?.count == 2)
            #expect(dump.rows["edit"]?.count == 1)
        }
    }

    @Test func `Lines that cannot be read are skipped, counted and told with their place`() throws {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        let path = try folder.write(
            "h.jsonl",
            [
                history.user(1, "one"), "{\"type\":", "", "  ", "[1]", #"{"type":"user","uuid":"u"}"#,
                history.user(2, "two"), #"{"type":"user","mess"#,
            ].joined(separator: "\n"))
        let summary = try filled(folder, store)
        #expect(summary.skippedLines == 4)
        #expect(summary.skips.map(\.line) == [2, 5, 6, 8])
        #expect(summary.skips.allSatisfy { $0.file == path && !$0.reason.isEmpty })
        #expect(summary.skips.last?.reason.contains("cut off") == true)
        #expect(summary.added.turns == 2)
    }

    @Test(arguments: [1, 40, 200])
    func `A last line that is cut off is read once it is whole`(missing: Int) throws {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        let line = Array(history.user(2, "the second prompt").utf8)
        try folder.write(
            "h.jsonl", [history.user(1, "one")].asLines + String(decoding: line.dropLast(missing), as: UTF8.self))
        #expect(try filled(folder, store).added.turns == 1)
        try folder.append("h.jsonl", String(decoding: line.suffix(missing), as: UTF8.self) + "\n")
        let summary = try filled(folder, store)
        #expect(summary.added.turns == 1)
        #expect(summary.skippedLines == 0)
        #expect(try store.sources().map(\.skipped) == [0])
    }

    @Test func `A whole last line without its newline is read, and the numbers of the lines behind it are right`()
        throws
    {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        try folder.write("h.jsonl", [history.user(1, "one")].asLines + history.user(2, "two"))
        #expect(try filled(folder, store).added.turns == 2)
        try folder.append("h.jsonl", "\n{broken\n" + history.user(4, "four") + "\n")
        let summary = try filled(folder, store)
        #expect(summary.added.turns == 1)
        #expect(summary.skips.map(\.line) == [3])
    }

    @Test func `Another file under the same name is read from its beginning`() throws {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        try folder.write("h.jsonl", Conversation.claude.lines.asLines)
        _ = try filled(folder, store)
        var other = ClaudeHistory(session: "5e551011-0000-4000-8000-00000000000d")
        other.directory = "/home/ada/other"
        try folder.write("h.jsonl", (500..<600).map { other.user($0, "prompt \($0)") }.asLines)
        #expect(try filled(folder, store).added.turns == 100)
        // Shorter than what was read of it, with the same beginning.
        try folder.write("h.jsonl", [other.user(500, "prompt 500"), other.user(900, "instead")].asLines)
        #expect(try filled(folder, store).added.turns == 1)
    }

    @Test func `An empty file, a folder without histories and a stranger's file are no error`() throws {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        #expect(try filled(folder, store) == IntakeSummary())
        try folder.write("empty.jsonl", "")
        let empty = try filled(folder, store)
        #expect((empty.filesSeen, empty.filesRead, empty.strangers) == (1, 0, []))
        try folder.write("notes.jsonl", "{\"a\":1}\n{\"b\":2}\n")
        try folder.write("photo.jsonl", Data((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) }))
        try folder.write("readme.md", "# not even looked at")
        let summary = try filled(folder, store)
        #expect(summary.strangers.count == 2)
        #expect(summary.strangers.contains { $0.contains("notes.jsonl") && $0.contains("no history") })
        #expect((summary.filesRead, summary.skippedLines) == (0, 0))
        #expect(try StoreDump(store).rows["session"] == [])
    }

    @Test func `An empty file that fills up is read`() throws {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        try folder.write("h.jsonl", "")
        _ = try filled(folder, store)
        try folder.append("h.jsonl", [history.user(1, "one")].asLines)
        #expect(try filled(folder, store).added.turns == 1)
    }

    @Test func `A line with a huge text is kept, its text cut`() throws {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        let huge = String(repeating: "lorem ipsum ", count: 800_000)
        try folder.write(
            "h.jsonl",
            [
                history.user(1, "go"), history.call(2, "msg_1", "toolu_1", "Read", #"{"file_path":"/a.txt"}"#),
                history.result(
                    3, of: "toolu_1", "see file",
                    #"{"file":{"filePath":"/a.txt","content":\#(quoted(huge)),"startLine":1,"numLines":1}}"#),
                history.user(4, "and now?"),
            ].asLines)
        let summary = try filled(folder, store)
        #expect(summary.shortenedTexts == 1)
        #expect(summary.skippedLines == 0)
        #expect(summary.added.turns == 2)
        #expect(summary.added.segments == 3)
    }

    @Test func `A text with a NUL in it is stored to its end`() throws {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        try folder.write("h.jsonl", [history.user(1, "before\0after")].asLines)
        _ = try filled(folder, store)
        #expect(try StoreDump(store).rows["prompt"]?.first?.contains("after") == true)
    }

    @Test func `A sub-agent's work counts for the turn it was done for, whichever file is read first`() throws {
        var agent = history
        agent.agent = "a1b2"
        let parent = [
            history.user(1, "go"), history.call(2, "msg_1", "toolu_1", "Task", "{}"),
            history.result(20, of: "toolu_1"), history.user(30, "next"),
            history.answer(31, "msg_2", ClaudeHistory.text("Done.")),
        ]
        let child = [
            agent.user(3, "look"), agent.call(4, "msg_a", "toolu_a", "Write", #"{"file_path":"/a","content":"x"}"#),
            agent.result(5, of: "toolu_a"),
        ]
        let one = try dump(of: [parent, child])
        let other = try dump(of: [child, parent])
        #expect(one == other, "\(one.difference(from: other))")
        #expect(one.rows["turn"]?.count == 2)
        #expect(one.rows["turn"]?.contains { $0.contains("title=\"go\"") && $0.contains("edits=1") } == true)
    }

    /// The store after these files were read one after another.
    private func dump(of files: [[String]]) throws -> StoreDump {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        for (index, lines) in files.enumerated() {
            try folder.write("\(index).jsonl", lines.asLines)
            _ = try filled(folder, store)
        }
        return try StoreDump(store)
    }

    private func orders<Element>(of elements: [Element]) -> [[Element]] {
        guard elements.count > 1 else { return [elements] }
        return elements.indices.flatMap { index in
            var rest = elements
            let first = rest.remove(at: index)
            return orders(of: rest).map { [first] + $0 }
        }
    }
}
