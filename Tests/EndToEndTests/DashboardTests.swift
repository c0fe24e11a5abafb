import TestSupport
import Testing

/// The program on a pseudo-terminal, from its first paint to the terminal given back.
@Suite struct DashboardEndToEndTests {
    private func open(
        _ workplace: Workplace, columns: Int = 100, rows: Int = 30, environment: [String: String] = [:]
    ) throws -> PseudoTerminal {
        try PseudoTerminal(
            BuiltProgram.path("colophon"), environment: workplace.environment(environment), rows: rows,
            columns: columns)
    }

    private func quit(_ terminal: PseudoTerminal) throws {
        terminal.send("q")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.screen.isReset)
        #expect(terminal.lineModesAreCooked)
    }

    @Test func `one's own histories are on the screen without any other command`() throws {
        let workplace = try Workplace()
        try workplace.addTurn(
            1, asked: "Refunds must be idempotent", path: "src/refund.py", code: "def refund():\n    pass\n")
        let terminal = try open(workplace)
        try terminal.wait { $0.contains("Refunds must be idempotent") && $0.contains("refund.py") }
        terminal.send("\r")
        try terminal.wait { $0.contains("def refund():") && $0.contains("I write it now.") }
        terminal.send("q")
        try terminal.wait { !$0.contains("def refund():") && $0.contains("Refunds must be") }
        try quit(terminal)
    }

    @Test func `rows appear while one looks`() throws {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "the first question", path: "a.py", code: "a = 1\n")
        let terminal = try open(workplace)
        try terminal.wait { $0.contains("the first question") }
        try workplace.addTurn(2, asked: "the second question", path: "b.py", code: "b = 2\n")
        try terminal.wait { $0.contains("the second question") }
        // And what others write to the store.
        #expect(try workplace.run(["record"], input: Self.recorded).status == 0)
        try terminal.wait { $0.contains("a question of a script") }
        try quit(terminal)
    }

    @Test func `who comes back is told what happened meanwhile`() throws {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "the first question", path: "a.py", code: "a = 1\n")
        let first = try open(workplace)
        try first.wait { $0.contains("the first question") && !$0.contains("since") }
        try quit(first)
        #expect(try workplace.run(["record"], input: Self.recorded).status == 0)
        let second = try open(workplace)
        try second.wait { $0.row(1).hasPrefix(" since ") && $0.row(1).hasSuffix(": 1 turn") }
        try quit(second)
        let third = try open(workplace)
        try third.wait { $0.row(1).hasPrefix(" nothing new since ") }
        try quit(third)
    }

    private static let recorded = """
        {"type":"generation","id":"r1","agent":"script","prompt":"a question of a script","output":"yes",\
        "edits":[{"id":"re1","path":"c.py","kind":"create","after":"c = 3"}]}

        """

    @Test func `a filter narrows the list, and a wrong one is shown under the bad word`() throws {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "about refunds", path: "src/refund.py", code: "r = 1\n")
        try workplace.addTurn(2, asked: "about caches", path: "src/cache.py", code: "c = 1\n")
        let terminal = try open(workplace)
        try terminal.wait { $0.contains("about refunds") && $0.contains("about caches") }
        terminal.send("/fil:x")
        try terminal.wait { $0.contains("^^^") && $0.contains("file") }
        terminal.send("\u{15}file:~refund\r")
        try terminal.wait { $0.contains("about refunds") && !$0.contains("about caches") }
        terminal.send("\u{1B}")
        try terminal.wait { $0.contains("about caches") }
        try quit(terminal)
    }

    @Test func `wide characters stay whole and hostile ones stay visible when the window changes`() throws {
        let workplace = try Workplace()
        try workplace.addTurn(
            1, asked: "退款必须是幂等的 \u{1B}]0;title\u{07} \u{202E}drow", path: "src/退款.py", code: "x = '\u{1B}[2J'\n")
        let terminal = try open(workplace, columns: 120, rows: 40)
        try terminal.wait { $0.contains("退款必须是幂等的 ␛]0;title␇") }
        for (columns, rows) in [(80, 24), (41, 11), (20, 5), (200, 60), (100, 30)] {
            terminal.resize(rows: rows, columns: columns)
            try terminal.wait { $0.columns == columns && ($0.contains("退款") || $0.contains("40x10")) }
        }
        terminal.send("\r")
        try terminal.wait { $0.contains("x = '␛[2J'") }
        #expect(terminal.emulator.unknown.isEmpty)
        terminal.send("b")
        try terminal.wait { !$0.contains("x = '") }
        try quit(terminal)
    }

    @Test func `where no agent has worked a demo says that it is one`() throws {
        // Its folder goes with it.
        let workplace = try Workplace()
        defer { withExtendedLifetime(workplace) {} }
        let terminal = try open(workplace)
        try terminal.wait { $0.contains(" DEMO ") && $0.contains("Show what a customer") }
        try quit(terminal)
    }

    @Test func `a demo that is named says that it is one, and no history is read into it`() throws {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "a question of my own", path: "a.py", code: "a = 1\n")
        let folder = workplace.folder + "/demo"
        #expect(try workplace.run("demo", "--generations", "60", "--output", folder).status == 0)
        let terminal = try PseudoTerminal(
            BuiltProgram.path("colophon"), arguments: ["--store", folder + "/store.sqlite"],
            environment: workplace.environment(), rows: 30, columns: 100)
        try terminal.wait { $0.contains(" DEMO ") && $0.contains("Show what a customer") }
        try quit(terminal)
        #expect(
            try !workplace.run("list", "turns", "--store", folder + "/store.sqlite").output.contains("of my own"))
    }

    @Test(
        arguments: [
            ([], nil), (["--theme", "dark"], 111), (["--theme", "dark", "--color", "16"], 12),
            (["--theme", "dark", "--color", "never"], nil),
        ] as [([String], Int?)])
    func `the user chooses the theme, and how many colours`(arguments: [String], breadcrumb: Int?) throws {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "a question", path: "a.py", code: "a = 1\n")
        let terminal = try PseudoTerminal(
            BuiltProgram.path("colophon"), arguments: arguments, environment: workplace.environment())
        try terminal.wait { $0.contains("a question") }
        #expect(terminal.screen.look(row: 0, column: 12)?.foreground == breadcrumb)
        try quit(terminal)
    }

    @Test func `without a terminal the list is printed, with one sentence on standard error`() throws {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "a question", path: "a.py", code: "a = 1\n")
        #expect(try workplace.run("ingest").status == 0)
        let piped = try workplace.run([])
        #expect(piped.status == 0)
        #expect(piped.output.contains("a question"))
        #expect(piped.errors.split(separator: "\n").count == 1 && piped.errors.contains("terminal"))
    }

    @Test func `neither locale nor HOME's git config is needed`() throws {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "plain question", path: "a.py", code: "a = 1\n")
        let terminal = try open(workplace, environment: ["LANG": "", "LC_ALL": "C"])
        try terminal.wait { $0.contains("plain question") }
        try quit(terminal)
    }

    @Test func `a terminal that is not known gets the list and one sentence`() throws {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "a question", path: "a.py", code: "a = 1\n")
        #expect(try workplace.run("ingest").status == 0)
        let terminal = try open(workplace, environment: ["TERM": "no-such-terminal"])
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.screen.contains("no-such-terminal"))
        #expect(terminal.screen.contains("a question"))
    }
}
