import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a terminal does to a program, done to each of the larger screens.
@Suite struct MannersTests {
    private static let screens = [
        ("overview", "", "Generations"), ("findings", "2", "▸ Findings"), ("pipeline", "4", "▸ Pipeline"),
        ("session", "s", "turn 2 of 2"), ("turn", "\r", "prompt"),
    ]

    private func open(_ keys: String, _ words: String) throws -> (Workplace, PseudoTerminal) {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "the first question", path: "a.py", code: "a = 1\n")
        try workplace.addTurn(2, asked: "the second question", path: "b.py", code: "b = 2\n")
        let terminal = try PseudoTerminal(
            BuiltProgram.path("colophon"), environment: workplace.environment(), rows: 30, columns: 110)
        try terminal.wait { $0.contains("the second question") && $0.contains("read 1 of 1 file") }
        terminal.send(keys)
        try terminal.wait { $0.contains(words) }
        return (workplace, terminal)
    }

    @Test(arguments: screens) func `suspended and brought back`(name: String, keys: String, words: String) throws {
        let (workplace, terminal) = try open(keys, words)
        defer { withExtendedLifetime(workplace) {} }
        terminal.send("\u{1A}")
        try terminal.waitForStop()
        #expect(terminal.screen.isReset && terminal.lineModesAreCooked)
        terminal.continueInForeground()
        try terminal.wait { $0.isAlternate && $0.contains(words) }
        terminal.send("Q")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.screen.isReset)
    }

    @Test(arguments: screens) func `a storm of sizes while somebody types`(
        name: String, keys: String, words: String
    ) throws {
        let (workplace, terminal) = try open(keys, words)
        defer { withExtendedLifetime(workplace) {} }
        for number in 0..<300 {
            terminal.resize(rows: 8 + number % 50, columns: 30 + number * 7 % 170)
            terminal.send(number.isMultiple(of: 2) ? "j" : "k")
        }
        terminal.resize(rows: 30, columns: 110)
        terminal.send("G")
        // On the pipeline `?` tells what a figure means.
        try terminal.wait { screen in
            screen.contains(words) && screen.columns == 110
                && ["? help", "? definition"].contains { screen.row(29).contains($0) }
        }
        terminal.send("Q")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.emulator.unknown.isEmpty)
    }

    @Test(arguments: screens) func `a window that is closed ends it`(name: String, keys: String, words: String) throws {
        let (workplace, terminal) = try open(keys, words)
        defer { withExtendedLifetime(workplace) {} }
        terminal.hangUp()
        #expect([.exited(128 + SIGHUP), .killed(SIGHUP)].contains(try terminal.waitForEnd()))
    }

    @Test func `the mouse selects and turns, and M lets it go`() throws {
        let (workplace, terminal) = try open("", "Generations")
        defer { withExtendedLifetime(workplace) {} }
        try terminal.wait { $0.contains("the first question") }
        let row = try #require((0..<30).first { terminal.screen.row($0).contains("the first question") })
        terminal.send("\u{1B}[<0;10;\(row + 1)M\u{1B}[<0;10;\(row + 1)m")
        try terminal.wait { $0.row(row).hasPrefix("▸") }
        terminal.send("\u{1B}[<64;10;\(row + 1)M")
        try terminal.wait { !$0.row(row).hasPrefix("▸") }
        let before = terminal.screen.modes
        terminal.send("M")
        try terminal.wait { $0.modes != before && $0.contains("M takes it back") }
        terminal.send("Q")
        #expect(try terminal.waitForEnd() == .exited(0))
    }
}
