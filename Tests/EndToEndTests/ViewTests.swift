import Foundation
import TestSupport
import Testing

/// Lists under names, and the session that comes back, by the real program.
@Suite struct ViewTests {
    @Test func `a view is saved, named, listed and deleted, and its filter is the one of the command line`() throws {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "the first question", path: "a.py", code: "a = 1\n")
        try workplace.addTurn(2, asked: "the second question", path: "b.py", code: "b = 2\n")
        #expect(try workplace.run("ingest").status == 0)
        let filter = "file:a.py -model:gpt* (first or third)"
        #expect(try workplace.run("view", "save", "mine", "--filter", filter, "--of", "code").status == 0)
        let names = try workplace.run("view", "list", "--format", "csv")
        #expect(names.output.contains("mine,code,file:a.py -model:gpt* (first or third),time"))
        let listed = try workplace.run("list", "--view", "mine", "--format", "json")
        #expect(listed.output.contains("the first question") && !listed.output.contains("the second question"))
        #expect(try listed.output == workplace.run("list", "turns", "--filter", filter, "--format", "json").output)
        #expect(
            try workplace.run("list", "--view", "mine", "--filter", "second", "--format", "csv").output.split(
                separator: "\n"
            ).count == 1)
        #expect(try workplace.run("view", "delete", "mine").status == 0)
        let gone = try workplace.run("list", "--view", "mine")
        #expect(
            gone.status == 1 && gone.errors == "There is no view 'mine': 'colophon view list' names those there are.\n")
    }

    @Test func `what cannot be a view is refused with one sentence`() throws {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "a question", path: "a.py", code: "a = 1\n")
        #expect(try workplace.run("ingest").status == 0)
        let secret = ["ghp", "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8"].joined(separator: "_")
        for arguments in [["x", "--filter", secret], ["x", "--filter", "modle:a"], ["  "], ["x", "--sort", "mood"]] {
            let result = try workplace.run(["view", "save"] + arguments)
            #expect(result.status == 1 && result.output.isEmpty && result.errors.count > 10, "\(arguments)")
        }
        #expect(try workplace.run("view", "list", "--format", "csv").output.split(separator: "\n").count == 1)
        #expect(try workplace.run("list").status != 0)
    }

    @Test func `a bundle and a merge leave views alone`() throws {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "a question", path: "a.py", code: "a = 1\n")
        #expect(try workplace.run("ingest").status == 0)
        #expect(try workplace.run("view", "save", "mine").status == 0)
        let bundle = workplace.folder + "/bundle.sqlite"
        #expect(try workplace.run("bundle", "-o", bundle).status == 0)
        #expect(
            try workplace.run("view", "list", "--format", "csv", "--store", bundle).output.split(separator: "\n").count
                == 1)
        let other = workplace.folder + "/other.sqlite"
        #expect(try workplace.run("view", "save", "theirs", "--store", bundle).status == 0)
        try FileManager.default.copyItem(atPath: bundle, toPath: other)
        #expect(try workplace.run("merge", other).status == 0)
        #expect(try !workplace.run("view", "list").output.contains("theirs"))
    }

    @Test func `the dashboard comes back to where it was left, unless it is to begin afresh`() throws {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "the first question", path: "a.py", code: "a = 1\n")
        try workplace.addTurn(2, asked: "the second question", path: "b.py", code: "b = 2\n")
        let first = try open(workplace, [])
        try first.wait { $0.contains("the second question") }
        first.send(":filter first\r")
        try first.wait { !$0.contains("the second question") && $0.row(0).contains("first") }
        first.send(":save mine\r")
        try first.wait { $0.contains("saved as 'mine'") }
        first.send(":view mine\r")
        try first.wait { $0.row(0).contains("▸ mine") }
        first.send("Q")
        #expect(try first.waitForEnd() == .exited(0))

        let second = try open(workplace, [])
        try second.wait { $0.row(0).contains("▸ mine") && $0.contains("the first question") }
        #expect(!second.screen.contains("the second question"))
        second.send(":filter \u{1B}[B")
        try second.wait { $0.row(28) == ": filter" && $0.row(27) == " first" }
        second.send("\u{7}Q")
        #expect(try second.waitForEnd() == .exited(0))

        let third = try open(workplace, ["--fresh"])
        try third.wait { $0.contains("the second question") && !$0.row(0).contains("mine") }
        third.send("Q")
        #expect(try third.waitForEnd() == .exited(0))

        let folder = workplace.folder + "/home/.local/state/colophon"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(names.count == 1)
        for name in names { try Data("{".utf8).write(to: URL(filePath: folder + "/" + name)) }
        let fourth = try open(workplace, [])
        try fourth.wait { $0.contains("the second question") && $0.contains("It begins afresh") }
        fourth.send("Q")
        #expect(try fourth.waitForEnd() == .exited(0))
    }

    @Test func `a turn is forgotten from the dashboard, after a yes`() throws {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "the first question", path: "a.py", code: "a = 1\n")
        try workplace.addTurn(2, asked: "the second question", path: "b.py", code: "b = 2\n")
        let terminal = try open(workplace, [])
        try terminal.wait { $0.contains("the second question") }
        terminal.send(":forget\r")
        try terminal.wait { $0.contains("This forgets 1 turn") }
        terminal.send("y")
        try terminal.wait { $0.contains("forgot 1 turn") && !$0.contains("the second question") }
        terminal.send("Q")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(try !workplace.run("list", "turns").output.contains("the second question"))
    }

    private func open(_ workplace: Workplace, _ arguments: [String]) throws -> PseudoTerminal {
        try PseudoTerminal(
            BuiltProgram.path("colophon"), arguments: arguments, environment: workplace.environment(), rows: 30,
            columns: 100)
    }
}
