import TestSupport
import Testing
import Text
import Themes

@testable import Terminal

@Suite struct ThemeLibraryTests {
    @Test func `a theme says what is different from the one it inherits, and its palette recolours that`() throws {
        let themes = try ThemeFiles([
            "sea": """
            inherits = "dark"
            "severity.high" = { fg = "bright-red", modifiers = ["bold", "underline"], ansi16 = "red", mono = "reverse" }
            [ui]
            breadcrumb = "aqua"
            "selection.inactive" = { bg = 236 }
            [palette]
            aqua = "#00aaff"
            green = 10
            """
        ])
        let theme = try ThemeLibrary(folder: themes.folder).load("sea").theme
        #expect(theme.name == "sea")
        #expect(theme.appearance == .dark)
        #expect(theme[.breadcrumb] == Face(.rgb(0, 0xAA, 0xFF)))
        #expect(theme[.severityHigh] == Face(.ansi(9), [.bold, .underline]))
        #expect(theme.suited(to: 16)[.severityHigh] == Face(.ansi(1), [.bold, .underline]))
        #expect(theme.suited(to: 0)[.severityHigh] == Face(.standard, .reverse))
        #expect(theme[.selectionInactive].background == .indexed(236))
        #expect(theme[.diffAdded].foreground == .ansi(10))
        #expect(theme[.title] == Theme.builtIn("dark")[.title])
    }

    @Test(
        arguments: [
            ("\"ui.text\" = \"blu\"", 1, "ui.text", "'blu' is no colour"),
            ("\n\"ui.text\" = 256", 2, "ui.text", "256 is no colour"),
            ("\"ui.text\" = \"#12345\"", 1, "ui.text", "no colour"),
            ("\"ui.text\" = \"#+12345\"", 1, "ui.text", "no colour"),
            ("\"ui.text\" = { fg = [1] }", 1, "ui.text.fg", "A list is no colour"),
            ("\"ui.text\" = { modifiers = \"blink\" }", 1, "ui.text.modifiers", "'blink' is no modifier"),
            ("appearance = \"dusk\"", 1, "appearance", "\"dark\" or \"light\""),
            ("inherits = 3", 1, "inherits", "in quotes"),
            ("inherits = \"nobody\"", 1, "inherits", "no theme 'nobody'"),
            ("inherits = \"../../etc/passwd\"", 1, "inherits", "no theme"),
            ("[palette]\na = \"b\"\nb = \"red\"", 2, "palette.a", "'b' is no colour"),
            ("palette = 3", 1, "palette", "[palette]"),
            ("\"ui.text\" = 1\n[ui]\ntext = 2", 3, "ui.text", "was said in line 1"),
            ("\"ui.text\" = ", 1, nil, "a value was expected"),
            ("ui.text = \"red\"\nui.text.muted = \"blue\"", 2, nil, "\"ui.text.muted\""),
        ] as [(String, Int, String?, String)])
    func `a mistake is told with file, line and key`(text: String, line: Int, key: String?, says: String) throws {
        let themes = try ThemeFiles(["mine": text])
        #expect(throws: ThemeLibrary.Failure.self) { try ThemeLibrary(folder: themes.folder).load("mine") }
        do {
            _ = try ThemeLibrary(folder: themes.folder).load("mine")
        } catch {
            #expect(error.problems.count == 1)
            let problem = try #require(error.problems.first)
            #expect(problem.line == line)
            #expect(problem.key == key)
            #expect(problem.sentence.contains(says), "\(problem)")
            #expect(problem.description.contains("mine.toml, line \(line)"))
        }
    }

    @Test func `keys may be tables, even where one begins with another`() throws {
        let themes = try ThemeFiles(["mine": "[ui.text]\nfg = 3\nmuted = 4\n[severity]\nhigh = { fg = 5 }"])
        let theme = try ThemeLibrary(folder: themes.folder).load("mine").theme
        #expect(theme[.text] == Face(.ansi(3)))
        #expect(theme[.muted] == Face(.ansi(4)))
        #expect(theme[.severityHigh] == Face(.ansi(5)))
    }

    @Test func `an unknown key is a warning, with the one that was meant`() throws {
        let themes = try ThemeFiles(["mine": "\"ui.txet\" = \"red\"\nspeed = 3\n\"ui.link\" = { fg = 1, blink = true }"]
        )
        let loaded = try ThemeLibrary(folder: themes.folder).load("mine")
        #expect(loaded.warnings.map(\.line) == [1, 2, 3])
        #expect(loaded.warnings.map(\.key) == ["ui.txet", "speed", "ui.link.blink"])
        #expect(loaded.warnings.first?.sentence.contains("is \"ui.text\" meant?") == true)
        #expect(loaded.theme[.link] == Face(.ansi(1)))
    }

    @Test func `themes that inherit from each other are told so, and end`() throws {
        let themes = try ThemeFiles(["a": "inherits = \"b\"", "b": "inherits = \"c\"", "c": "\n\ninherits = \"a\""])
        do {
            _ = try ThemeLibrary(folder: themes.folder).load("a")
            Issue.record("a circle was loaded")
        } catch {
            #expect(error.description.contains("c.toml, line 3, \"inherits\": this goes round in a circle: a, then b"))
        }
        let selfish = try ThemeFiles(["a": "inherits = \"a\""])
        #expect(throws: ThemeLibrary.Failure.self) { try ThemeLibrary(folder: selfish.folder).load("a") }
    }

    @Test func `the user's own comes before the program's of that name, and may inherit from it`() throws {
        let themes = try ThemeFiles(["dark": "inherits = \"dark\"\n\"ui.text\" = \"#ff0000\""])
        let theme = try ThemeLibrary(folder: themes.folder).load("dark").theme
        #expect(theme[.text] == Face(.rgb(255, 0, 0)))
        #expect(theme[.title] == Theme.builtIn("dark")[.title])
        #expect(ThemeLibrary(folder: themes.folder).entries.first { $0.name == "dark" }?.path != nil)
    }

    @Test func `what is no theme file is not read`() throws {
        let themes = try ThemeFiles(["big": String(repeating: "# nothing\n", count: 40_000)])
        try themes.makeFolder("folder.toml")
        try themes.makePipe("pipe.toml")
        for name in ["big", "folder", "pipe", "..", "../x", "", "none"] {
            #expect(throws: ThemeLibrary.Failure.self) { try ThemeLibrary(folder: themes.folder).load(name) }
        }
        #expect(ThemeLibrary(folder: themes.folder).entries.map(\.name) == Themes.names + ["big", "folder", "pipe"])
    }

    @Test func `no bytes crash it`() throws {
        let whole = try #require(Themes.file("dark"))
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            var bytes = whole
            for _ in 0..<3 where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: place)
                default: bytes.removeLast(min(bytes.count - 1, place))
                }
            }
            let file = ThemeFile(bytes, label: "mine")
            var reader = ThemeReader([file])
            _ = reader.theme("mine", [file])
            for problem in reader.problems { #expect(!problem.description.utf8.contains { $0 < 0x20 }) }
        }
    }
}
