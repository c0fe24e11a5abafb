import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The real driver in a real program on a pseudo-terminal.
@Suite struct CursesTerminalTests {
    private let modes = [1000, 1002, 1004, 1006, 2004]

    @Test func `a normal end leaves the terminal as it was found`() throws {
        let terminal = try start()
        #expect(terminal.screen.isAlternate)
        #expect(terminal.screen.modes.isSuperset(of: modes))
        terminal.send("q")
        #expect(try terminal.waitForEnd() == .exited(0))
        try expectRestored(terminal)
        #expect(terminal.screen.contains("bye"))
        #expect(terminal.emulator.unknown.isEmpty)
    }

    @Test(
        arguments: [
            ("F", SIGILL), ("F", SIGTRAP), ("D", SIGSEGV), ("A", SIGABRT), ("G", SIGSEGV), ("O", SIGSEGV),
            ("\u{1C}", SIGQUIT),
        ] as [(String, Int32)]) func `a crash gives the terminal back, then goes its way`(
            _ key: String, _ signal: Int32
        ) throws
    {
        // A Swift trap is one signal or another by processor.
        #if arch(x86_64)
            if signal == SIGTRAP { return }
        #else
            if signal == SIGILL { return }
        #endif
        let terminal = try start()
        terminal.send(key)
        #expect(try terminal.waitForEnd() == .killed(signal))
        try expectRestored(terminal)
    }

    @Test func `what is printed to standard error waits until it can be read`() throws {
        let terminal = try start()
        terminal.send("Sx")
        try terminal.wait { $0.contains("character(\"x\")") }
        #expect(!terminal.screen.contains("warning"))
        terminal.send("F")
        _ = try terminal.waitForEnd()
        #expect(terminal.textAfterwards.contains("a library's warning"))
        #expect(terminal.textAfterwards.contains("Fatal error: asked to"))
        try expectRestored(terminal)
    }

    @Test func `exit from anywhere gives the terminal back`() throws {
        let terminal = try start()
        terminal.send("E")
        #expect(try terminal.waitForEnd() == .exited(3))
        try expectRestored(terminal)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT]) func `a signal to end ends the program in order`(_ signal: Int32) throws
    {
        let terminal = try start()
        terminal.signal(signal)
        #expect(try terminal.waitForEnd() == .exited(128 + signal))
        try expectRestored(terminal)
    }

    @Test func `a program that hangs ends at the second request, terminal restored`() throws {
        let terminal = try start()
        terminal.send("H")
        // The program takes the key at some time; from then on each signal is one request that it does not hear.
        while terminal.end == nil {
            terminal.signal(SIGTERM)
            do {
                try terminal.wait(timeoutMilliseconds: 50) { _ in terminal.end != nil }
            } catch is PseudoTerminalError where terminal.end == nil {
                continue
            }
        }
        try expectRestored(terminal)
    }

    @Test func `a closed window ends the program`() throws {
        let terminal = try start()
        terminal.hangUp()
        #expect(try terminal.waitForEnd() == .exited(128 + SIGHUP))
    }

    @Test func `Ctrl-Z suspends with the terminal restored, and fg brings the screen back`() throws {
        let terminal = try start()
        terminal.send("x")
        try terminal.wait { $0.contains("character(\"x\")") }
        terminal.send("\u{1A}")
        #expect(try terminal.waitForStop() == SIGTSTP)
        #expect(terminal.screen.isReset)
        #expect(!terminal.screen.contains("probe 80x24"))
        terminal.resize(rows: 30, columns: 90)
        terminal.continueInForeground()
        try terminal.wait { $0.contains("- resumed") && $0.contains("probe 90x30") && $0.contains("character(\"x\")") }
        #expect(terminal.screen.isAlternate)
        #expect(terminal.screen.modes.isSuperset(of: modes))
        terminal.send("q")
        #expect(try terminal.waitForEnd() == .exited(0))
        try expectRestored(terminal)
    }

    @Test func `a stop that cannot be caught is mended when the program goes on`() throws {
        let terminal = try start()
        terminal.signal(SIGSTOP)
        #expect(try terminal.waitForStop() == SIGSTOP)
        terminal.continueInForeground()
        try terminal.wait { $0.contains("- resumed") && $0.isAlternate }
        terminal.send("Z")
        #expect(try terminal.waitForStop() == SIGTSTP)
        terminal.continueInForeground()
        try terminal.wait { screen in (0..<24).filter { screen.row($0) == "- resumed" }.count == 2 }
    }

    @Test func `a storm of sizes ends with the last one on the screen`() throws {
        let terminal = try start()
        for step in 0..<60 { terminal.resize(rows: 14 + step % 17, columns: 40 + (step * 7) % 90) }
        terminal.resize(rows: 1, columns: 1)
        terminal.resize(rows: 20, columns: 61)
        try terminal.wait { $0.row(0) == "probe 61x20" && $0.row(19).hasSuffix("…") }
        #expect(terminal.screen.row(18) == "high      selected")
    }

    @Test func `the real size wins over LINES and COLUMNS`() throws {
        var environment = PseudoTerminal.environment
        environment["LINES"] = "10"
        environment["COLUMNS"] = "20"
        let terminal = try start(environment: environment, rows: 25, columns: 70)
        #expect(terminal.screen.row(0) == "probe 70x25")
        terminal.resize(rows: 26, columns: 71)
        try terminal.wait { $0.row(0) == "probe 71x26" }
    }

    @Test(arguments: ["no-such-terminal", "dumb", ""]) func `an unusable terminal type is one sentence and no mess`(
        _ type: String
    ) throws {
        var environment = PseudoTerminal.environment
        environment["TERM"] = type
        let terminal = try PseudoTerminal(BuiltProgram.path("terminal-probe"), environment: environment)
        #expect(try terminal.waitForEnd() == .exited(2))
        try expectRestored(terminal)
        #expect(terminal.screen.contains("TERM"))
        #expect(!terminal.output.contains(0x1B))
    }

    @Test func `without a terminal on the output it says so`() throws {
        let null = open("/dev/null", O_RDWR)
        defer { close(null) }
        let terminal = try PseudoTerminal(BuiltProgram.path("terminal-probe"), output: null)
        #expect(try terminal.waitForEnd() == .exited(2))
    }

    @Test func `with a pipe on the input keys come from the terminal`() throws {
        let null = open("/dev/null", O_RDWR)
        defer { close(null) }
        let terminal = try start(input: null)
        terminal.send("xq")
        #expect(try terminal.waitForEnd() == .exited(0))
        try expectRestored(terminal)
    }

    @Test func `a vt100 has no colours, and the selection still shows`() throws {
        var environment = PseudoTerminal.environment
        environment["TERM"] = "vt100"
        let terminal = try start(environment: environment)
        #expect(terminal.screen.look(row: 22, column: 12)?.reverse == true)
        #expect(terminal.screen.look(row: 22, column: 0)?.bold == true)
        #expect(terminal.screen.look(row: 22, column: 0)?.foreground == nil)
        terminal.send("q")
        #expect(try terminal.waitForEnd() == .exited(0))
    }

    @Test func `colours are the terminal's own, and none with NO_COLOR`() throws {
        let colored = try start()
        #expect(colored.screen.look(row: 22, column: 0)?.foreground == 1)
        #expect(colored.screen.look(row: 22, column: 12)?.reverse == true)
        var environment = PseudoTerminal.environment
        environment["NO_COLOR"] = "1"
        let plain = try start(environment: environment)
        #expect(
            plain.screen.cells.allSatisfy { $0.allSatisfy { $0.look.foreground == nil && $0.look.background == nil } })
        #expect(plain.screen.look(row: 22, column: 0)?.bold == true)
    }

    @Test func `a theme of 256 colours is told in 256, and in eight where there are but eight`() throws {
        let many = try start(arguments: ["dark"])
        #expect(many.screen.look(row: 22, column: 12)?.foreground == 217)
        #expect(many.screen.look(row: 22, column: 12)?.background == 18)
        var environment = PseudoTerminal.environment
        environment["TERM"] = "xterm"
        let few = try start(arguments: ["dark"], environment: environment)
        let look = few.screen.look(row: 22, column: 0)
        #expect(look?.foreground == 1)
        #expect(look?.bold == true)
    }

    @Test func `without LANG text is Unicode, with LANG=C it is ASCII`() throws {
        var environment = PseudoTerminal.environment
        environment["LANG"] = nil
        let unicode = try start(arguments: ["text"], environment: environment)
        #expect(unicode.screen.contains("héllo 世界 =10"))
        environment["LANG"] = "C"
        let ascii = try start(arguments: ["text"], environment: environment)
        #expect(ascii.screen.contains("h?llo ? ?  =10"))
        #expect(ascii.screen.contains("> ^ * -"))
        #expect(ascii.output.allSatisfy { $0 < 0x80 })
    }

    @Test func `wide and joined characters stand in their columns and nothing after them is shifted`() throws {
        let terminal = try start(arguments: ["text"])
        let rows = (1...8).map { terminal.screen.row($0) }
        #expect(rows[0] == "héllo 世界 =10")
        #expect(rows[1] == "e\u{301}a\u{308}\u{323} =2")
        for (row, column) in [(3, 2), (4, 2), (5, 2), (6, 2)] {
            #expect(terminal.screen.cells[row][column].text == "|")
        }
        #expect(terminal.screen.row(3) == "👩| =3")
        #expect(terminal.screen.row(5) == "❤ | =3")
        #expect(terminal.screen.contains("A<U+200B><U+202E>B"))
        #expect(terminal.emulator.unknown.isEmpty)
    }

    @Test func `an emoji goes when its row changes`() throws {
        let terminal = try start(arguments: ["text"])
        #expect(terminal.screen.row(10) == "🇯🇵👩x")
        terminal.send("x")
        try terminal.wait { $0.contains("character(\"x\")") && !$0.modes.contains(2026) }
        #expect(terminal.screen.row(10) == "ab  x")
        terminal.send("y")
        try terminal.wait { $0.contains("character(\"y\")") && !$0.modes.contains(2026) }
        #expect(terminal.screen.row(10) == "🇯🇵👩x")
        terminal.send("L")
        terminal.send("z")
        try terminal.wait { $0.contains("character(\"z\")") && !$0.modes.contains(2026) }
        #expect(terminal.screen.row(10) == "ab  x")
        #expect(terminal.screen.row(3) == "👩| =3")
    }

    @Test func `a terminal that thinks emoji narrow shows all else in its place`() throws {
        let terminal = try start(arguments: ["text"], emojiWidth: 1)
        #expect(terminal.screen.row(3) == "👩 | =3")
        #expect(terminal.screen.row(6).hasSuffix("| =3"))
    }

    @Test func `no control byte of what is shown reaches the terminal`() throws {
        let terminal = try start(arguments: ["bytes"])
        #expect(terminal.screen.row(1) == "[␀␁␂␃␄␅␆␇␈␉␊␋␌␍␎␏␐␑␒␓␔␕␖␗␘␙␚␛␜␝␞␟]")
        #expect(terminal.screen.row(2).hasPrefix("[␡<U+0080><U+0081><U+0082>"))
        #expect(terminal.screen.row(3) == "[" + String(repeating: "\u{FFFD}", count: 32) + "]")
        #expect(terminal.screen.bells == 0)
        #expect(terminal.emulator.unknown.isEmpty)
    }

    @Test func `keys, escape, paste, mouse and focus come as what they are`() throws {
        let terminal = try start(rows: 40, columns: 160)
        terminal.send("\u{1B}[A\u{3}\u{1B}[200~q\rE\u{1B}[201~\u{1B}[<0;5;6M\u{1B}[I")
        try terminal.wait { $0.contains("focus(true)") }
        let shown = (11..<40).map { terminal.screen.row($0) }.filter { $0.hasPrefix("- ") }
        #expect(shown[0] == "- key(Terminal.Key.up)")
        #expect(shown[1] == "- key(Terminal.Key.control(\"c\"))")
        #expect(shown[2] == "- paste(\"q\\nE\")")
        #expect(shown[3].contains("press") && shown[3].contains("row: 5, column: 4"))
        terminal.send("\u{1B}")
        try terminal.wait { $0.contains("escape") }
    }

    @Test func `the mouse can be released and taken again`() throws {
        let terminal = try start()
        terminal.send("M")
        try terminal.wait { $0.modes.isDisjoint(with: [1000, 1002, 1006]) }
        terminal.send("M")
        try terminal.wait { $0.modes.isSuperset(of: [1000, 1002, 1006]) }
    }

    @Test func `wakes, watched descriptors and time-outs reach the waiting thread`() throws {
        let terminal = try start()
        terminal.send("W")
        try terminal.wait { $0.contains("woken") }
        terminal.send("P")
        try terminal.wait { $0.contains("readable") }
        terminal.send("T")
        try terminal.wait { $0.contains("timeout") || $0.contains("woken") }
    }

    @Test func `another program gets the terminal as the shell would give it`() throws {
        let terminal = try start()
        terminal.send("R")
        try terminal.wait { $0.contains("released") }
        #expect(terminal.screen.isReset)
        terminal.send("words\r")
        try terminal.wait { $0.contains("- line words") }
        #expect(terminal.screen.isAlternate)
        #expect(terminal.screen.modes.isSuperset(of: modes))
        #expect(!terminal.screen.contains("released"))
    }

    @Test func `copied text goes to the clipboard through the terminal`() throws {
        let terminal = try start()
        terminal.send("C")
        try terminal.wait { $0.contains("copied true") }
        #expect(terminal.screen.clipboard == "d29yZHM=")
    }

    @Test func `a key costs few bytes, and one that changes nothing costs none`() throws {
        let terminal = try start()
        terminal.send("1")
        try terminal.wait { $0.contains("character(\"1\")") }
        let before = terminal.output.count
        terminal.send("2")
        try terminal.wait { $0.contains("character(\"2\")") && $0.modes.isDisjoint(with: [2026]) }
        #expect(terminal.output.count - before < 120)
    }

    // MARK: The program

    private func start(
        arguments: [String] = [], environment: [String: String] = PseudoTerminal.environment, rows: Int = 24,
        columns: Int = 80, input: Int32? = nil, emojiWidth: Int? = nil
    ) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            BuiltProgram.path("terminal-probe"), arguments: arguments, environment: environment, rows: rows,
            columns: columns,
            input: input, emojiWidth: emojiWidth)
        // Painted whole: the cursor comes last.
        try terminal.wait {
            $0.contains("probe \(columns)x\(rows)") && !$0.modes.contains(2026) && $0.cursorColumn == 2
        }
        return terminal
    }

    private func expectRestored(_ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation) throws {
        #expect(terminal.screen.isReset, "modes left: \(terminal.screen.modes)", sourceLocation: sourceLocation)
        #expect(terminal.screen.look(row: 0, column: 0) == Screen.Look(), sourceLocation: sourceLocation)
        #expect(terminal.lineModesAreCooked, sourceLocation: sourceLocation)
    }
}
