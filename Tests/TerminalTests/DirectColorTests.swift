import TestSupport
import Testing

@testable import Terminal

/// The real driver under an entry of direct colours.
@Suite struct DirectColorTests {
    private let terminfo: TerminfoFolder?

    init() throws { terminfo = try TerminfoFolder() }

    private func start(_ more: [String: String], arguments: [String] = ["dark", "text"]) throws -> PseudoTerminal? {
        guard let terminfo else { return nil }
        let environment = PseudoTerminal.environment.merging(terminfo.environment) { $1 }.merging(more) { $1 }
        let terminal = try PseudoTerminal(
            BuiltProgram.path("terminal-probe"), arguments: arguments, environment: environment)
        try terminal.wait { $0.contains("probe 80x24") && !$0.modes.contains(2026) && $0.cursorColumn == 2 }
        return terminal
    }

    private func direct(_ color: Color) -> Int? {
        color.components.map { 1 << 24 | $0.red << 16 | $0.green << 8 | $0.blue }
    }

    @Test(arguments: ["xterm-256color", "tmux-256color"])
    func `colours are told directly where COLORTERM says so`(_ term: String) throws {
        guard let terminal = try start(["TERM": term, "COLORTERM": "truecolor"]) else {
            return print("skipped: there is no tic to compile an entry with")
        }
        let dark = Theme.builtIn("dark")
        #expect(terminal.screen.look(row: 22, column: 0)?.foreground == direct(dark[.severityHigh].foreground))
        #expect(terminal.screen.look(row: 22, column: 12)?.background == direct(dark[.selection].background))
        let color = try #require(dark[.severityHigh].foreground.components)
        let bytes = "38:2::\(color.red):\(color.green):\(color.blue)"
        #expect(String(decoding: terminal.output, as: UTF8.self).contains(bytes))
        // What is written past ncurses, too.
        #expect(terminal.screen.row(3) == "👩| =3")
        #expect(terminal.screen.look(row: 3, column: 0)?.foreground == direct(dark[.text].foreground))
        #expect(terminal.emulator.unknown.isEmpty)
    }

    @Test func `keys, mouse and paste work as ever, and the terminal is given back`() throws {
        guard let terminal = try start(["COLORTERM": "24bit"], arguments: ["dark"]) else {
            return print("skipped: there is no tic to compile an entry with")
        }
        terminal.send("\u{1B}[A\u{1B}OP\u{1B}[200~q\u{1B}[201~\u{1B}[<0;5;6M")
        try terminal.wait { screen in
            ["key(Terminal.Key.up)", "function(1)", "paste(\"q\")", "press"].allSatisfy { screen.contains($0) }
        }
        terminal.send("\u{1A}")
        try terminal.waitForStop()
        #expect(terminal.screen.isReset)
        terminal.continueInForeground()
        try terminal.wait { $0.contains("- resumed") && $0.isAlternate }
        terminal.send("q")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.screen.isReset)
        #expect(terminal.lineModesAreCooked)
    }

    @Test func `a crash gives it back as well`() throws {
        guard let terminal = try start(["COLORTERM": "truecolor"]) else {
            return print("skipped: there is no tic to compile an entry with")
        }
        terminal.send("F")
        _ = try terminal.waitForEnd()
        #expect(terminal.screen.isReset)
        #expect(terminal.lineModesAreCooked)
    }

    @Test func `the terminal's own colours stay its own`() throws {
        guard let terminal = try start(["COLORTERM": "truecolor"], arguments: []) else {
            return print("skipped: there is no tic to compile an entry with")
        }
        #expect(terminal.screen.look(row: 22, column: 0)?.foreground == 1)
        #expect(terminal.screen.look(row: 0, column: 0)?.foreground == nil)
    }

    @Test func `without COLORTERM, with NO_COLOR or without such an entry nothing is direct`() throws {
        guard let plain = try start([:]) else {
            return print("skipped: there is no tic to compile an entry with")
        }
        let color = Theme.builtIn("dark")[.severityHigh].foreground
        #expect(plain.screen.look(row: 22, column: 0)?.foreground == Int(color.number(colors: 256)))
        let none = try start(["COLORTERM": "truecolor", "NO_COLOR": "1"])
        #expect(none?.screen.look(row: 22, column: 0)?.foreground == nil)
        let other = try start(["COLORTERM": "truecolor", "TERM": "xterm-16color"], arguments: ["dark"])
        #expect(other?.screen.look(row: 22, column: 0)?.foreground == direct(color))
        let vt = try start(["COLORTERM": "truecolor", "TERM": "vt100"], arguments: ["dark"])
        #expect(vt?.screen.look(row: 22, column: 0)?.foreground == nil)
    }
}
