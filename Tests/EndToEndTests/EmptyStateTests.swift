import Foundation
import TestSupport
import Testing

/// What an empty pane tells the user to do fills that pane.
@Suite struct EmptyStateTests {
    private func open(_ workplace: Workplace) throws -> PseudoTerminal {
        try PseudoTerminal(
            BuiltProgram.path("colophon"), arguments: ["--store", workplace.store],
            environment: workplace.environment(), rows: 40, columns: 140)
    }

    /// The command in quotes of the first line that holds one: `'colophon record' takes them …`.
    private func command(on screen: Screen, naming word: String) throws -> [String] {
        let line = try #require(screen.text().split(separator: "\n").first { $0.contains("'colophon \(word)'") })
        let quoted = line.split(separator: "'").first { $0.hasPrefix("colophon \(word)") }
        return try #require(quoted).split(separator: " ").dropFirst().map(String.init)
    }

    @Test func `findings and alerts come by the command that their empty lists name`() throws {
        let workplace = try Workplace()
        try workplace.addTurn(1, asked: "Refunds must be idempotent", path: "src/refund.py", code: "x = 1\n")
        let terminal = try open(workplace)
        try terminal.wait { $0.contains("Refunds must be") && $0.contains("No open findings are recorded") }
        let record = try command(on: terminal.screen, naming: "record")
        terminal.send("5")
        try terminal.wait { $0.contains("No alerts are recorded") && $0.contains("'colophon record'") }
        let lines = [
            #"{"type":"alert","id":"a1","title":"checkout answers 500","severity":"critical","at":1763633400000}"#,
            #"{"type":"finding","id":"f1","edit":"toolu1","rule":"sql-from-input","severity":"high","message":"from outside","line":1,"at":1763633400000}"#,
        ]
        let run = try workplace.run(record, input: lines.joined(separator: "\n") + "\n")
        #expect(run.status == 0, "\(run.errors)")
        try terminal.wait { $0.contains("checkout answers 500") && $0.contains("1 alert") }
        terminal.send("2")
        try terminal.wait { $0.contains("sql-from-input") && $0.contains("src/refund.py:1") }
        terminal.send("Q")
        #expect(try terminal.waitForEnd() == .exited(0))
    }

    @Test func `turns come by the command that the empty list names`() throws {
        let workplace = try Workplace()
        let terminal = try open(workplace)
        try terminal.wait { $0.contains("No turns with code are recorded") && $0.contains("'colophon ingest'") }
        let ingest = try command(on: terminal.screen, naming: "ingest")
        try workplace.addTurn(1, asked: "Refunds must be idempotent", path: "src/refund.py", code: "x = 1\n")
        #expect(try workplace.run(ingest).status == 0)
        try terminal.wait { $0.contains("Refunds must be idempotent") && $0.contains("src/refund.py") }
        terminal.send("Q")
        #expect(try terminal.waitForEnd() == .exited(0))
    }
}
