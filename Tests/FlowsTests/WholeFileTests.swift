import Flows
import Ingest
import Store
import TestSupport
import Testing

/// Histories that are one value and written anew whenever something is added.
struct WholeFileTests {
    private let history = GeminiHistory()

    private func chat(_ turns: Int) -> String {
        history.document(
            (0..<turns).flatMap { turn in
                [
                    history.user(turn * 2, "u-\(turn)", "question \(turn)"),
                    history.answer(
                        turn * 2 + 1, "g-\(turn)", "answer \(turn)",
                        calls: GeminiHistory.call(
                            "w", "write_file", #"{"file_path":"/home/ada/shop/\#(turn).py","content":"x = 1\n"}"#,
                            status: "success", result: "Written."),
                        tokens: GeminiHistory.tokens(input: 10, output: 1)),
                ]
            })
    }

    @Test func `A file that grew by being written anew brings what is new and doubles nothing`() throws {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        let intake = Intake(store: store)
        try folder.write("chats/session-a.json", chat(2))
        #expect(try intake.run(folder.histories).added.turns == 2)
        #expect(try intake.run(folder.histories).filesRead == 0)
        try folder.write("chats/session-a.json", chat(3))
        let more = try intake.run(folder.histories)
        #expect((more.added.turns, more.added.generations, more.added.edits) == (1, 1, 1))
        let whole = try Store.inMemory()
        _ = try Intake(store: whole).run(folder.histories)
        #expect(try StoreDump(store) == StoreDump(whole))
    }

    @Test func `A file that was caught half written is told, and read once it is whole`() throws {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        let path = try folder.write("chats/session-a.json", String(chat(2).dropLast(40)))
        let summary = try Intake(store: store).run(folder.histories)
        #expect(summary.added.turns == 0)
        #expect(summary.strangers.count == 1)
        #expect(summary.strangers.first?.hasPrefix("'\(path)' cannot be read: ") == true)
        try folder.write("chats/session-a.json", chat(2))
        #expect(try Intake(store: store).run(folder.histories).added.turns == 2)
    }

    @Test func `A large file comes in many short transactions`() throws {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        let words = String(repeating: "many words ", count: 2000)
        let messages = (0..<200).map { history.user($0, "u-\($0)", "\($0) \(words)") }
        try folder.write("chats/session-a.json", history.document(messages))
        var transactions = 0
        let summary = try Intake(store: store).run(folder.histories) { _ in transactions += 1 }
        #expect(summary.added.turns == 200)
        #expect(transactions > 4)
    }

    @Test func `In a folder only files that begin as a chat are taken for one`() throws {
        let folder = try TemporaryFolder()
        try folder.write("package.json", #"{"name":"shop","sessionId":"x"}"#)
        try folder.write("data.json", #"["projectHash"]"#)
        try folder.write("chats/session-a.json", chat(1))
        #expect(folder.histories.map(\.path) == [folder.path + "/chats/session-a.json"])
    }
}
