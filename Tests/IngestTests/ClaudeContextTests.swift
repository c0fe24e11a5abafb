import Ingest
import Provenance
import TestSupport
import Testing

/// What went to the model with a prompt: segments, their numbers and the range each answer saw.
struct ClaudeContextTests {
    private let history = ClaudeHistory()

    @Test func `Segments are numbered in the order in which the model saw them`() {
        let told = Told.claude(
            history.user(1, "go"), history.call(2, "msg_1", "toolu_1", "Bash", #"{"command":"ls"}"#),
            history.result(3, of: "toolu_1", "a.py", #"{"stdout":"a.py","stderr":"","interrupted":false}"#),
            history.answer(4, "msg_2", ClaudeHistory.text("One file.")), history.user(5, "thanks"))
        #expect(told.segments.map(\.number) == [1, 2, 3])
        #expect(told.segments.map(\.origin) == [.user, .tool, .user])
        #expect(told.segments.map(\.tool) == [nil, "Bash", nil])
        #expect(told.generations.map(\.context) == [1...1, 1...2])
    }

    @Test func `After a compaction an answer has seen only the summary and what followed`() {
        let told = Told.claude(
            history.user(1, "go"), history.answer(2, "msg_1", ClaudeHistory.text("a")), history.user(3, "on"),
            history.line("system", 4, message: nil, #","subtype":"compact_boundary""#),
            history.user(5, "So far: …", more: #","isCompactSummary":true"#), history.user(6, "and now?"),
            history.answer(7, "msg_2", ClaudeHistory.text("b")))
        #expect(told.segments.map(\.origin) == [.user, .user, .summary, .user])
        #expect(told.generations.map(\.context) == [1...1, 3...4])
        #expect(told.words == ["go", "on", "and now?"])
    }

    @Test func `A file that was read is a segment with its path and lines`() throws {
        let told = Told.claude(
            history.user(1, "go"), history.call(2, "msg_1", "toolu_1", "Read", #"{"file_path":"/a.py","offset":10}"#),
            history.result(
                3, of: "toolu_1", "    10→x\n    11→y",
                """
                {"type":"text","file":{"filePath":"/a.py","content":"x\\ny","numLines":2,"startLine":10,\
                "totalLines":90}}
                """))
        let segment = try #require(told.segments.first { $0.origin == .file })
        #expect(segment.text.text == "x\ny")
        #expect(segment.path == "/a.py")
        #expect((segment.firstLine, segment.lineCount) == (10, 2))
        #expect(segment.tool == "Read")
        #expect(told.outcomes.isEmpty)
    }

    @Test func `A file told in numbered lines only is read back into its lines`() throws {
        for arrow in ["→", "\t"] {
            let told = Told.claude(
                history.user(1, "go"), history.call(2, "msg_1", "toolu_1", "Read", #"{"file_path":"/a.py"}"#),
                history.result(
                    3, of: "toolu_1", "    10\(arrow)x → 1\n    11\(arrow)\n    12\(arrow)    y\n\n<system-reminder>…"))
            let segment = try #require(told.segments.first { $0.origin == .file })
            #expect(segment.text.text == "x → 1\n\n    y")
            #expect((segment.firstLine, segment.lineCount, segment.path) == (10, 3, "/a.py"))
        }
    }

    @Test func `A file that could not be read is what the tool said`() {
        let told = Told.claude(
            history.user(1, "go"), history.call(2, "msg_1", "toolu_1", "Read", #"{"file_path":"/a.py"}"#),
            history.result(3, of: "toolu_1", "File does not exist.", isError: true, #""Error: File does not exist.""#))
        #expect(told.segments(.tool) == ["File does not exist."])
        #expect(told.segments(.file).isEmpty)
    }

    @Test func `Results of calls made at once each keep their tool, over several lines or in one`() {
        let calls = [
            history.user(1, "go"), history.call(2, "msg_1", "toolu_1", "Grep", #"{"pattern":"x"}"#),
            history.call(3, "msg_1", "toolu_2", "Bash", #"{"command":"ls"}"#),
        ]
        let one = history.user(
            4, blocks: ClaudeHistory.result("toolu_1", "hit"), ClaudeHistory.result("toolu_2", "list"))
        let two = [history.result(4, of: "toolu_1", "hit"), history.result(5, of: "toolu_2", "list")]
        for lines in [calls + [one], calls + two] {
            let told = Told(ClaudeCodeReader.self, lines)
            #expect(told.segments.map(\.tool) == [nil, "Grep", "Bash"])
            #expect(Set(told.segments.map(\.uid)).count == 3)
        }
    }
}
