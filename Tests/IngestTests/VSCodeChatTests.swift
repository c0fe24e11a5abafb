import Ingest
import Provenance
import TestSupport
import Testing
import Text

/// VS Code's chats with Copilot.
struct VSCodeChatTests {
    private let history = VSCodeHistory()

    private func told(_ requests: String...) -> Told {
        let parts = requests.joined(separator: ",")
        return Told(VSCodeChatReader.self, [history.chat(parts)])
    }

    @Test func `A request is a turn, and each round of it an answer`() throws {
        let told = told(
            history.request(
                1, "r-1", "make it faster",
                rounds: VSCodeHistory.round(
                    "round-1", "I will edit.",
                    calls: VSCodeHistory.call(
                        "c-1", "replace_string_in_file", #"{"filePath":"/s/a.py","oldString":"b","newString":"B\nC"}"#))
                    + "," + VSCodeHistory.round("round-2", "Done."),
                results: VSCodeHistory.result("c-1", "The following files were successfully edited:\na.py")))
        #expect(told.sessions.map(\.makerID) == [history.session])
        #expect(told.sessions.map(\.title) == ["A faster parser"])
        #expect(told.words == ["make it faster"])
        #expect(told.generations.map(\.output.text) == ["I will edit.", "Done."])
        #expect(told.generations.map(\.model) == ["copilot/test-1", "copilot/test-1"])
        #expect(told.generations.map(\.makerID) == ["round-1", "round-2"])
        #expect(told.generations.map { $0.endedAt - $0.startedAt } == [0, 2500])
        #expect(told.generations.map(\.tokens) == [TokenCounts(), TokenCounts()])
        let edit = try #require(told.edits.first)
        #expect((edit.path, edit.before?.text, edit.after?.text) == ("/s/a.py", "b", "B\nC"))
        #expect(told.outcomes.map(\.status) == [.applied])
        #expect(told.segments(.tool) == ["The following files were successfully edited:\na.py"])
    }

    @Test func `An answer without tools is put together from its pieces`() {
        let told = told(
            history.request(
                1, "r-1", "what is this?",
                response: """
                    [{"value":"It is "},{"kind":"inlineReference","inlineReference":{}},{"value":" a shop.",\
                    "baseUri":{"path":"/home/ada/shop/","scheme":"file"}},{"kind":"thinking","value":"hm"}]
                    """))
        #expect(told.generations.map(\.output.text) == ["It is  a shop."])
        #expect(told.sessions.map(\.directory) == ["/home/ada/shop"])
    }

    @Test func `One call that edits several files is an edit of each`() {
        let told = told(
            history.request(
                1, "r-1", "rename it",
                rounds: VSCodeHistory.round(
                    "round-1", "",
                    calls: VSCodeHistory.call(
                        "c-1", "multi_replace_string_in_file",
                        """
                        {"replacements":[{"filePath":"/s/a.py","oldString":"a","newString":"b"},\
                        {"filePath":"/s/b.py","oldString":"a","newString":"b"}]}
                        """),
                    VSCodeHistory.call("c-2", "create_file", #"{"filePath":"/s/c.py","content":"x\n"}"#))))
        #expect(told.edits.map(\.path) == ["/s/a.py", "/s/b.py", "/s/c.py"])
        #expect(Set(told.edits.map(\.uid)).count == 3)
        #expect(Set(told.edits.map(\.call)).count == 2)
    }

    @Test func `A request that lacks its id is told and the others are read`() {
        let told = told(history.request(1, "", "lost"), history.request(2, "r-2", "go"))
        #expect(told.words == ["go"])
        #expect(told.verdicts == [.broken("request 1: it has no id")])
    }

    @Test func `An answer does not end beyond all clocks`() {
        let late = history.request(1, "r-1", "go", response: #"[{"value":"Yes."}]"#)
            .replacing(#""timestamp":1767225601000"#, with: #""timestamp":253402300799999"#)
        #expect(told(late).generations.map(\.endedAt) == [253_402_300_799_999])
    }
}
