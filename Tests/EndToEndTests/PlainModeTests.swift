import Foundation
import TestSupport
import Testing

/// The program as those meet it who hear the screen, and who have keys of their own.
@Suite struct PlainModeTests {
    private func open(_ workplace: Workplace, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24) throws
        -> PseudoTerminal
    {
        try PseudoTerminal(
            BuiltProgram.path("colophon"), arguments: arguments, environment: workplace.environment(), rows: rows,
            columns: columns)
    }

    private func configure(_ workplace: Workplace, _ text: String) throws {
        let folder = workplace.folder + "/home/.config/colophon"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try text.write(toFile: folder + "/config.toml", atomically: true, encoding: .utf8)
    }

    private func workplace() throws -> Workplace {
        let workplace = try Workplace()
        for number in 1...3 {
            try workplace.addTurn(number, asked: "question \(number)", path: "f\(number).py", code: "a = 1\n")
        }
        return workplace
    }

    @Test(arguments: [[80, 24], [40, 10]], [true, false])
    func `the terminal's cursor is on the row that is selected`(size: [Int], isOption: Bool) throws {
        let workplace = try workplace()
        if !isOption { try configure(workplace, "plain = true\n") }
        let terminal = try open(workplace, isOption ? ["--plain"] : [], columns: size[0], rows: size[1])
        func isOnSelected(_ screen: Screen, _ words: String) -> Bool {
            let row = screen.row(screen.cursorRow)
            return screen.cursorIsVisible && screen.cursorColumn == 0 && row.hasPrefix("selected ")
                && row.contains(words)
        }
        try terminal.wait { isOnSelected($0, "question 3") && $0.contains("question 1") }
        terminal.send("j")
        try terminal.wait { isOnSelected($0, "question 2") }
        terminal.send("G")
        try terminal.wait { isOnSelected($0, "question 1") }
        for sign in ["▸", "─", "│"] { #expect(!terminal.screen.contains(sign)) }
        terminal.send("q")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.screen.isReset)
    }

    @Test func `a key of one's own is obeyed and named, and what is wrong with the others is said`() throws {
        let workplace = try workplace()
        try configure(workplace, "[keys]\nhelp = \"W\"\nfollow = \"q\"\n")
        let terminal = try open(workplace, columns: 160)
        try terminal.wait { $0.contains("W help") && $0.contains("config.toml, line 3, column 1") }
        terminal.send("W")
        try terminal.wait { $0.contains("on this screen") }
        terminal.send("Q")
        #expect(try terminal.waitForEnd() == .exited(0))
    }

    @Test func `config names mistakes with line and column, and the places`() throws {
        let workplace = try workplace()
        #expect(try workplace.run("config", "check").status == 0)
        try configure(
            workplace, "theem = 1\n  plain = \"yes\"\n[keys]\nfolow = \"W\"\nfollow = \"q\"\nopen = \"Ctrl-z\"\n")
        let check = try workplace.run("config", "check")
        #expect(check.status == 1)
        for words in [
            "line 1, column 1, \"theem\": there is no such key; is \"theme\" meant?",
            "line 2, column 3, \"plain\": write true or false", "line 4, column 1, \"keys.folow\"",
            "is 'follow' meant?",
            "line 5, column 1, \"keys.follow\": q is a key of 'leave'", "line 6, column 1, \"keys.open\": Ctrl-Z",
        ] { #expect(check.output.contains(words), "\(words) is not in\n\(check.output)") }
        try configure(workplace, "plain = = 1\n")
        #expect(try workplace.run("config", "check").output.contains("line 1, column 9"))
        try configure(workplace, "plain = true\n[keys]\nfollow = [\"W\", \"F7\"]\n")
        let show = try workplace.run("config", "show").output
        #expect(show.contains("plain = true") && show.contains("follow = [\"W\", \"F7\"]"))
        let keys = try workplace.run("config", "keys", "--format", "csv").output
        #expect(keys.contains("follow,W F7,") && keys.contains("half-page-down,^D,"))
        let path = try workplace.run("config", "path", "--format", "csv").output
        #expect(path.contains("config.toml") && path.contains(workplace.store))
    }
}
