import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The terminal is the user's again, whatever ends the program and wherever that meets it.
@Suite struct RestoringTests {
    /// What is on the screen when the end comes: the keys that lead there, and words that are painted last.
    static let places: [(keys: String, words: String)] = [
        ("", "1 of 1"), ("/file:x", "/ file:x"), ("\r", "line 1 of"), ("?", "b back"), ("y", "copy  y code"),
    ]

    private func open(_ workplace: Workplace, at place: (keys: String, words: String)) throws -> PseudoTerminal {
        try workplace.addTurn(1, asked: "Refunds must be idempotent", path: "src/refund.py", code: "a = 1\n")
        let terminal = try PseudoTerminal(
            BuiltProgram.path("colophon"), environment: workplace.environment(["SWIFT_BACKTRACE": "enable=no"]))
        // Nothing more comes by itself after that.
        try terminal.wait { $0.contains("Refunds must be idempotent") && $0.contains("read 1 of 1 file") }
        for key in place.keys { terminal.send(String(key)) }
        try terminal.wait { $0.contains(place.words) }
        return terminal
    }

    private func expectRestored(_ terminal: PseudoTerminal) {
        #expect(terminal.screen.isReset, "\(terminal.screen.modes)")
        #expect(terminal.lineModesAreCooked)
    }

    @Test(arguments: places.indices) func `a crash`(place: Int) throws {
        for signal in [SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE] {
            let terminal = try open(Workplace(), at: Self.places[place])
            terminal.signal(signal)
            #expect(try terminal.waitForEnd() == .killed(signal))
            expectRestored(terminal)
        }
    }

    @Test(arguments: places.indices) func `a request to end`(place: Int) throws {
        for signal in [SIGTERM, SIGHUP, SIGINT] {
            let terminal = try open(Workplace(), at: Self.places[place])
            terminal.signal(signal)
            #expect(try terminal.waitForEnd() == .exited(128 + signal))
            expectRestored(terminal)
        }
    }

    @Test(arguments: places.indices) func `suspension, and the same screen again afterwards`(place: Int) throws {
        let place = Self.places[place]
        let terminal = try open(Workplace(), at: place)
        terminal.send("\u{1A}")
        #expect(try terminal.waitForStop() == SIGTSTP)
        expectRestored(terminal)
        terminal.continueInForeground()
        try terminal.wait { $0.isAlternate && $0.contains(place.words) }
        terminal.signal(SIGTERM)
        #expect(try terminal.waitForEnd() == .exited(128 + SIGTERM))
        expectRestored(terminal)
    }
}
