import Foundation
import TestSupport
import Testing

/// The commands as a user types them, each a process of its own.
@Suite struct CommandTests {
    @Test(arguments: [
        "dashboard", "open", "ask", "ingest", "list", "view", "show", "record", "merge", "bundle", "export", "forget",
        "retain",
        "demo",
        "doctor", "theme",
    ])
    func `every command has help`(command: String) throws {
        let result = try Workplace().run(command, "--help")
        #expect(result.status == 0)
        #expect(result.output.contains("USAGE: colophon \(command)"))
    }

    @Test func `a bundle is made under a name that is free, and what stands there stays`() throws {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "one", path: "a.py", code: "a = 1\n")
        #expect(try workplace.run("ingest").status == 0)
        let file = workplace.folder + "/notes.txt"
        try "mine".write(toFile: file, atomically: true, encoding: .utf8)
        let result = try workplace.run("bundle", "-o", file)
        #expect(result.status == 1)
        #expect(result.errors.split(separator: "\n").count == 1 && result.errors.contains(file))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
        #expect(try workplace.run("bundle", "-o", file + ".sqlite").status == 0)
        #expect(try workplace.run("bundle", "-o", file + ".sqlite").errors.contains("There is a file"))
    }

    @Test func `an ingest sums up, a second one finds nothing new`() throws {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "one", path: "a.py", code: "a = 1\n")
        let first = try workplace.run("ingest")
        #expect(first.status == 0)
        #expect(
            first.output.hasPrefix(
                "read 1 of 1 file: new are 1 session, 1 turn, 1 generation, 1 edit, 12 tokens in, 34 out"))
        #expect(first.errors.isEmpty)
        let second = try workplace.run("ingest")
        #expect(second.output.hasPrefix("read 0 of 1 file: new are 0 sessions, 0 turns"))
    }

    @Test func `a list is plain in a pipe and data where asked`() throws {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "the \u{1B}[31mred\u{1B}[0m one", path: "src/a.py", code: "a = 1\n")
        _ = try workplace.run("ingest")
        let table = try workplace.run("list", "turns")
        #expect(!table.output.contains("\u{1B}"))
        #expect(table.output.contains("the ␛[31mred␛[0m one"))
        let rows = try JSONSerialization.jsonObject(
            with: Data(try workplace.run("list", "edits", "--format", "json").output.utf8))
        let edits = try #require(rows as? [[String: Any]])
        #expect(edits.map { $0["path"] as? String } == ["src/a.py"])
        #expect(try workplace.run("list", "turns", "--format", "csv").output.hasPrefix("at,id,agent,"))
        #expect(try workplace.run("list", "turns", "--format", "markdown").output.contains("|"))
        #expect(try workplace.run("list", "turns", "--filter", "file:~none").output.split(separator: "\n").count == 1)
    }

    @Test func `show gives the code alone, byte for byte`() throws {
        let workplace = try Workplace()
        let code = "def refund():\n\treturn '退款'\n"
        try workplace.addTurn(1, asked: "write it", path: "src/a.py", code: code)
        _ = try workplace.run("ingest")
        let listed = try workplace.run("list", "edits", "--format", "json").output
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(listed.utf8)) as? [[String: Any]])
        let id = try #require(rows.first?["id"] as? String)
        #expect(try workplace.run("show", "edit:\(id)", "--format", "code").output == code)
        let patch = try workplace.run("show", "edit:\(id)", "--format", "patch").output
        #expect(patch == "--- /dev/null\n+++ b/src/a.py\n@@ -0,0 +1,2 @@\n+def refund():\n+\treturn '退款'\n")
        #expect(try workplace.run("show", id).output.contains("src/a.py"))
    }

    @Test(arguments: [
        (["list", "turns", "--filter", "modle:x"], "^^^^^"), (["show", "turn:zz"], "no link"),
        (["show", "turn:00"], "holds no turn"), (["ingest", "/no/such/place"], "/no/such/place"),
        (["ingest", "--no-redact"], "--yes"), (["list", "turns", "--store", "/proc/none/x"], "/proc/none/x"),
    ])
    func `a mistake is one clear sentence and a failure`(arguments: [String], says: String) throws {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "one", path: "a.py", code: "a = 1\n")
        _ = try workplace.run("ingest")
        let result = try workplace.run(arguments)
        #expect(result.status != 0)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(says))
        #expect(!result.errors.contains("Error: Error"))
    }

    @Test func `doctor tells what it sees and where`() throws {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "one", path: "a.py", code: "a = 1\n")
        _ = try workplace.run("ingest")
        let page = try workplace.run("doctor").output
        #expect(page.contains(workplace.store))
        #expect(page.contains("1 sessions, 1 turns, 1 generations, 1 edits"))
        #expect(page.contains("deletes them after 30 days"))
        #expect(page.contains("not a terminal"))
    }

    @Test func `doctor says what keeps a terminal from its true colours`() throws {
        let workplace = try Workplace()
        let page = try workplace.run(["doctor"], with: ["TERM": "nowhere-256color", "COLORTERM": "truecolor"]).output
        #expect(page.contains("the nearest of 256: terminfo has no 'nowhere-direct' here"))
        let other = try workplace.run(["doctor"], with: ["TERM": "nowhere-256color"]).output
        #expect(!other.contains("nearest of 256"))
    }

    @Test(arguments: [60, 80, 120, 200], ["turns", "generations", "edits", "sessions"])
    func `a table keeps to the width of the terminal`(columns: Int, subject: String) throws {
        let workplace = try Workplace()
        try workplace.addTurn(
            1, asked: "a question that is long enough for every line of a table, 退款必须是幂等的 as well",
            path: "src/some/folder/deeper/refund_with_a_long_name.py", code: "a = 1\n")
        _ = try workplace.run("ingest")
        let terminal = try PseudoTerminal(
            BuiltProgram.path("colophon"), arguments: ["list", subject], environment: workplace.environment(),
            rows: 10, columns: columns)
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.textAfterwards.split { $0.isNewline }.count == 2)
        #expect(terminal.screen.row(2).trimmingCharacters(in: .whitespaces).isEmpty)
    }
}
