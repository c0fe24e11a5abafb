import Foundation
import TestSupport
import Testing

/// On a terminal `forget` says what would go, and asks.
struct ForgetQuestionTests {
    @Test(arguments: [("y\n", true), ("\n", false), ("no\n", false)])
    func `nothing goes but at a clear yes`(answer: String, isForgotten: Bool) throws {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "the only question", path: "a.py", code: "a = 1\n")
        _ = try workplace.run("ingest")
        let terminal = try PseudoTerminal(
            BuiltProgram.path("colophon"), arguments: ["forget", "--filter", "only"],
            environment: workplace.environment(), rows: 10, columns: 100)
        try terminal.wait { $0.text().contains("Forget? [y/N]") }
        #expect(terminal.screen.text().contains("This forgets 1 session, 1 turn, 1 prompt, 1 generation, 1 edit"))
        terminal.send(answer)
        #expect(try terminal.waitForEnd() == .exited(0))
        let rows = try workplace.run("list", "turns", "--format", "csv").output.split(whereSeparator: \.isNewline)
        #expect(rows.count == (isForgotten ? 1 : 2))
    }
}
