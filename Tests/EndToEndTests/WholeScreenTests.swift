import Foundation
import TestSupport
import Testing

/// Whole screens of the real program, as files in `Screens`. `RECORD=1 swift test --filter WholeScreenTests` writes them
/// anew; read the difference.
@Suite struct WholeScreenTests {
    static let sizes = [[80, 24], [120, 40]]

    @Test(arguments: sizes) func `from the list to an edit and back`(size: [Int]) throws {
        let workplace = try Workplace()
        try workplace.addTurn(
            1, asked: "Refunds must be idempotent; add the endpoint and cover retries.", path: "src/refund.py",
            code: "def refund(request):\n    \"\"\"Once for each key.\"\"\"\n    return once(request.key, 42)\n")
        try workplace.addTurn(
            2, asked: "退款: the same in TypeScript", path: "web/refund.ts",
            code: "export const refund = async (id: string) => {\n  return `refund ${id}`; // once\n};\n")
        let terminal = try PseudoTerminal(
            BuiltProgram.path("colophon"), environment: workplace.environment(), rows: size[1], columns: size[0])
        try terminal.wait { $0.contains("read 1 of 1 file") && $0.contains("2 with code") && $0.contains("▸") }
        try terminal.wait { $0.contains("idempotent") && $0.contains("退款") }
        // The overview counts the last 30 days, whichever those are.
        terminal.send("1")
        try terminal.wait { $0.contains("▸ Generations") && $0.contains("1 of 2") }
        try expect(terminal, "list", size)
        terminal.send("jl")
        try terminal.wait { $0.contains("src/refund.py +3") }
        try expect(terminal, "opened", size)
        terminal.send("\r}")
        try terminal.wait { $0.contains("edit 1 of 1") && $0.contains("def refund") }
        try expect(terminal, "turn", size)
        terminal.send("b/file:~web")
        try terminal.wait { $0.contains("/ file:~web") && $0.contains("with code") }
        terminal.send("\r")
        try terminal.wait { $0.contains("1 with code") && !$0.contains("searching") }
        try expect(terminal, "filtered", size)
        terminal.send("Q")
        #expect(try terminal.waitForEnd() == .exited(0))
    }

    /// Waits until the whole screen is the one in the file.
    private func expect(_ terminal: PseudoTerminal, _ name: String, _ size: [Int]) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
        let path = "\(folder)/Screens/\(name)-\(size[0])x\(size[1]).txt"
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            // Whatever is still to come has come after that.
            try? terminal.wait(timeoutMilliseconds: 700) { _ in false }
            return try text(of: terminal.screen).write(toFile: path, atomically: true, encoding: .utf8)
        }
        let expected = try String(contentsOfFile: path, encoding: .utf8)
        do {
            try terminal.wait { text(of: $0) == expected }
        } catch {
            Issue.record("the screen is not that of \(path): \(error)")
        }
    }

    /// When the store was written is now; all else on the screen is of the history.
    private func text(of screen: Screen) -> String {
        screen.text().replacing(/\d\d:\d\d last write/, with: "00:00 last write") + "\n"
    }
}
