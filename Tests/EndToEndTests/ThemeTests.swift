import Foundation
import TestSupport
import Testing

/// Themes through the real program: where they come from, what a mistake does, what the terminal is asked.
@Suite struct ThemeEndToEndTests {
    private func workplace() throws -> Workplace {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "a question", path: "a.py", code: "a = 1\n")
        try FileManager.default.createDirectory(atPath: themes(workplace), withIntermediateDirectories: true)
        return workplace
    }

    private func themes(_ workplace: Workplace) -> String { workplace.folder + "/home/.config/colophon/themes" }

    private func save(_ name: String, _ text: String, _ workplace: Workplace) throws {
        try text.write(toFile: "\(themes(workplace))/\(name).toml", atomically: false, encoding: .utf8)
    }

    private func configure(_ text: String, _ workplace: Workplace) throws {
        let path = workplace.folder + "/home/.config/colophon/config.toml"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    private func open(
        _ workplace: Workplace, _ arguments: [String] = [], _ environment: [String: String] = [:],
        background: String? = nil
    ) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            BuiltProgram.path("colophon"), arguments: arguments, environment: workplace.environment(environment),
            columns: 160, background: background)
        try terminal.wait { $0.contains("a question") }
        return terminal
    }

    private func quit(_ terminal: PseudoTerminal) throws {
        terminal.send("Q")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.screen.isReset)
        #expect(terminal.lineModesAreCooked)
    }

    /// The colour of the breadcrumb.
    private func crumb(_ screen: Screen) -> Int? { screen.look(row: 0, column: 12)?.foreground }

    @Test func `a theme of one's own is worn, and worn anew when its file is saved`() throws {
        let workplace = try workplace()
        try save("night", "\"ui.breadcrumb\" = 99\n", workplace)
        let terminal = try open(workplace, ["--theme", "night"])
        // What was read is told last; nothing takes the second line by itself after that.
        try terminal.wait { self.crumb($0) == 99 && $0.contains("read 1 of 1 file") }
        try save("night", "\"ui.breadcrumb\" = 142\n", workplace)
        try terminal.wait { self.crumb($0) == 142 && $0.contains("theme 'night'") }
        // With a mistake the one before stays.
        try save("night", "\n\"ui.breadcrumb\" = \"blu\"\n", workplace)
        try terminal.wait { $0.contains("night.toml, line 2, \"ui.breadcrumb\": 'blu' is no colour") }
        #expect(crumb(terminal.screen) == 142)
        // Renamed into place, as other editors do; and an unknown key is no reason not to wear it.
        try save("draft", "\"ui.breadcrum\" = 3\n\"ui.breadcrumb\" = 203\n", workplace)
        #expect(rename(themes(workplace) + "/draft.toml", themes(workplace) + "/night.toml") == 0)
        try terminal.wait { self.crumb($0) == 203 && $0.contains("is \"ui.breadcrumb\" meant?") }
        try quit(terminal)
    }

    @Test func `the command line goes before the variable, and that before the configuration`() throws {
        let workplace = try workplace()
        for (name, color) in [("one", 101), ("two", 102), ("three", 103)] {
            try save(name, "\"ui.breadcrumb\" = \(color)\n", workplace)
        }
        try configure("theme = \"three\"\n", workplace)
        let third = try open(workplace)
        try third.wait { self.crumb($0) == 103 }
        let second = try open(workplace, [], ["COLOPHON_THEME": "two"])
        try second.wait { self.crumb($0) == 102 }
        let first = try open(workplace, ["--theme", "one"], ["COLOPHON_THEME": "two"])
        try first.wait { self.crumb($0) == 101 }
        // XDG_CONFIG_HOME is another home.
        let none = try open(workplace, [], ["XDG_CONFIG_HOME": workplace.folder])
        try none.wait { $0.contains("a question") && self.crumb($0) == nil }
        for terminal in [first, second, third, none] { try quit(terminal) }
    }

    @Test func `the configuration sets the colours, and a mistake in it is told and stops nothing`() throws {
        let workplace = try workplace()
        try configure("theme = \"dark\"\ncolor = 16\n", workplace)
        let few = try open(workplace)
        try few.wait { self.crumb($0) == 12 }
        try quit(few)
        try configure("theme = \"dark\"\ncolor = \"mono\"\n", workplace)
        let mono = try open(workplace)
        try mono.wait { $0.contains("a question") && $0.look(row: 0, column: 12)?.bold == true }
        #expect(crumb(mono.screen) == nil)
        try quit(mono)
        try configure("theme = \"dark\"\ncolour = 16\n", workplace)
        let wrong = try open(workplace)
        try wrong.wait {
            $0.contains("config.toml, line 2, column 1, \"colour\": there is no such key") && self.crumb($0) == 111
        }
        try quit(wrong)
        try configure("theme = { dark = 1 }\n", workplace)
        let worse = try open(workplace)
        try worse.wait { $0.contains("config.toml, line 1, column 1, \"theme\": write") }
        try quit(worse)
    }

    @Test func `a theme that is not there is refused on the command line, and told elsewhere`() throws {
        let workplace = try workplace()
        let refused = try workplace.run("--theme", "nobody")
        #expect(refused.status == 1)
        #expect(refused.errors.hasPrefix("There is no theme 'nobody'; there are default, dark, light"))
        let terminal = try open(workplace, [], ["COLOPHON_THEME": "nobody"])
        try terminal.wait { $0.contains("There is no theme 'nobody'") && $0.contains("a question") }
        try quit(terminal)
    }

    @Test(
        arguments: [
            ("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", 25), ("\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{7}", 111), (nil, 111),
        ] as [(String?, Int)])
    func `auto asks for the ground and wears what suits it`(answer: String?, color: Int) throws {
        let workplace = try workplace()
        let terminal = try open(workplace, ["--theme", "auto"], background: answer)
        try terminal.wait { self.crumb($0) == color }
        #expect(terminal.emulator.modesEverSet.contains(2031))
        // The first frame had not waited for it.
        let output = String(decoding: terminal.output, as: UTF8.self)
        let question = try #require(output.range(of: "\u{1B}]11;?"))
        #expect(output[..<question.lowerBound].contains("colophon"))
        terminal.send("\u{1B}[?997;2n")
        try terminal.wait { self.crumb($0) == 25 }
        terminal.send("\u{1B}[?997;1n")
        try terminal.wait { self.crumb($0) == 111 }
        terminal.send("\u{1A}")
        try terminal.waitForStop()
        #expect(terminal.screen.isReset)
        terminal.continueInForeground()
        try terminal.wait { $0.modes.contains(2031) && $0.contains("a question") }
        try quit(terminal)
    }

    @Test func `half an answer is no keys, and its rest neither, whenever it comes`() throws {
        let workplace = try workplace()
        let terminal = try open(workplace, ["--theme", "auto"], background: "\u{1B}]11;rgb:ffff/")
        // The keys after it are taken once it is given up.
        terminal.send("ffff/ffff\u{7}")
        try terminal.wait { self.crumb($0) == 25 || $0.contains("a question") }
        terminal.send("?")
        try terminal.wait { $0.contains("Help") || $0.contains("b back") }
        #expect(!terminal.screen.contains("/ ffff"))
        terminal.send("b")
        try quit(terminal)

        let lost = try open(workplace, ["--theme", "auto"], background: "\u{1B}]11;rgb:ff")
        try lost.wait { $0.contains("a question") }
        lost.send("?")
        try lost.wait { $0.contains("b back") }
        try quit(lost)
    }

    @Test func `COLORFGBG is the first guess, and a theme by name asks nothing`() throws {
        let workplace = try workplace()
        try configure("theme = { dark = \"dark\", light = \"light\" }\n", workplace)
        let light = try open(workplace, [], ["COLORFGBG": "0;15"])
        try light.wait { self.crumb($0) == 25 }
        try quit(light)
        let named = try open(workplace, ["--theme", "dark"])
        try named.wait { self.crumb($0) == 111 }
        #expect(!String(decoding: named.output, as: UTF8.self).contains("\u{1B}]11"))
        try quit(named)
    }

    @Test func `colours are told directly where the terminal takes them`() throws {
        guard let terminfo = try TerminfoFolder() else { return print("skipped: there is no tic") }
        let workplace = try workplace()
        let more = terminfo.environment.merging(["COLORTERM": "truecolor"]) { $1 }
        let terminal = try open(workplace, ["--theme", "dark"], more)
        try terminal.wait { self.crumb($0) == 0x18F_BCFF }
        #expect(String(decoding: terminal.output, as: UTF8.self).contains("38:2::143:188:255"))
        #expect(terminal.emulator.unknown.isEmpty)
        try quit(terminal)
        let none = try open(workplace, ["--theme", "dark"], more.merging(["NO_COLOR": "1"]) { $1 })
        try none.wait { $0.contains("a question") && self.crumb($0) == nil }
        try quit(none)
    }

    // MARK: Commands

    @Test func `list names them all, show gives every key, check finds what is wrong`() throws {
        let workplace = try workplace()
        try save("sea", "inherits = \"dark\"\n", workplace)
        let list = try workplace.run("theme", "list", "--format", "csv").output
        #expect(list.hasPrefix("name,appearance,origin,problem\r\n"))
        #expect(list.contains("light,light,colophon,") && list.contains("sea,dark,"))
        #expect(try workplace.run("theme", "check").status == 0)
        let shown = try workplace.run("theme", "show", "sea", "--format", "csv")
        #expect(shown.output.contains("ui.breadcrumb,#8fbcff,default,bold"))
        #expect(try !workplace.run("theme", "show", "dark").output.contains("\u{1B}"))

        try save("bad", "\"ui.text\" = \"blu\"\nappearance = \"dusk\"\n", workplace)
        try save("dim", "appearance = \"dark\"\n\"ui.text\" = \"#555555\"\n\"ui.txet\" = 1\n", workplace)
        let checked = try workplace.run("theme", "check")
        #expect(checked.status == 1)
        for words in [
            "bad.toml, line 1, \"ui.text\": 'blu' is no colour", "bad.toml, line 2, \"appearance\": 'dusk'",
            "dim.toml, line 3, \"ui.txet\": there is no such key; is \"ui.text\" meant?",
            "dim.toml, \"ui.text\": ", ":1 where 4.5:1 is asked",
        ] {
            #expect(checked.output.contains(words), "\(words)")
        }
        #expect(try workplace.run("theme", "check", themes(workplace) + "/sea.toml").status == 0)
        #expect(try workplace.run("theme", "check", "/no/such/file").output.contains("/no/such/file: cannot be read"))
        #expect(try workplace.run("theme", "show", "bad").errors.contains("line 1"))
    }

    @Test func `show shows each key in its look on a terminal`() throws {
        let workplace = try workplace()
        let terminal = try PseudoTerminal(
            BuiltProgram.path("colophon"), arguments: ["theme", "show", "dark"],
            environment: workplace.environment(["COLORTERM": "truecolor"]), rows: 60, columns: 100)
        #expect(try terminal.waitForEnd() == .exited(0))
        let row = try #require((0..<60).first { terminal.screen.row($0).contains("ui.breadcrumb") })
        #expect(terminal.screen.look(row: row, column: 3)?.foreground == 0x18F_BCFF)
        #expect(terminal.screen.look(row: row, column: 3)?.bold == true)
        #expect(terminal.emulator.unknown.isEmpty)
    }
}
