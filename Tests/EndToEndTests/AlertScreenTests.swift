import Foundation
import TestSupport
import Testing

/// From what production said to the prompt that wrote the line, in the demo's shop.
@Suite struct AlertScreenTests {
    /// A demo's folder, and the program in it.
    private struct Shop {
        let workplace: Workplace
        var folder: String { workplace.folder + "/demo" }
        var store: String { folder + "/store.sqlite" }
        var trace: String { get throws { try String(contentsOfFile: folder + "/alert.txt", encoding: .utf8) } }

        init() throws {
            workplace = try Workplace()
            #expect(try workplace.run("demo", "--generations", "60", "--output", folder).status == 0)
        }

        func open(_ arguments: String...) throws -> PseudoTerminal {
            try PseudoTerminal(
                BuiltProgram.path("colophon"), arguments: arguments + ["--store", store],
                environment: workplace.environment(), rows: 40, columns: 120)
        }

        /// The uids of the alerts, the newest first.
        func alerts() throws -> [String] {
            let output = try workplace.run("list", "alerts", "--format", "json", "--store", store).output
            let rows = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]])
            return rows.compactMap { $0["id"] as? String }
        }
    }

    private func quit(_ terminal: PseudoTerminal) throws {
        terminal.send("Q")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.screen.isReset)
        #expect(terminal.lineModesAreCooked)
    }

    /// The prompt of the demo's story that asked for refunds.
    private static let asked = "Refunds must be idempotent"

    private func namesThePrompt(_ screen: Screen) -> Bool {
        screen.contains("1 suspect") && screen.contains("refund.py:16") && screen.contains(Self.asked)
            && screen.contains("Evidence")
    }

    @Test func `a pasted trace names the prompt, is kept, and opens again from the list and by its link`() throws {
        let shop = try Shop()
        let terminal = try shop.open()
        try terminal.wait { $0.contains(" DEMO ") && $0.contains("Show what a customer") }
        terminal.send("\u{1B}[200~" + (try shop.trace) + "\u{1B}[201~")
        try terminal.wait { namesThePrompt($0) }
        terminal.send("S")
        try terminal.wait { $0.contains("### Suspect") && $0.contains("## sqlite3.OperationalError") }
        terminal.send("b")
        try terminal.wait { !$0.contains("### Suspect") }
        terminal.send("\r")
        try terminal.wait { $0.contains("edit 1 of") }
        terminal.send("b")
        try terminal.wait { namesThePrompt($0) }
        terminal.send("5")
        try terminal.wait { $0.contains("near \"neill\": syntax error") && !$0.contains("Evidence") }
        terminal.send("\r")
        try terminal.wait { namesThePrompt($0) }
        try quit(terminal)

        let kept = try #require(try shop.alerts().first)
        let again = try shop.open("open", "alert:\(kept)")
        try again.wait { namesThePrompt($0) }
        again.send("t")
        try again.wait { namesThePrompt($0) && !$0.contains("searching") }
        try quit(again)
        let shown = try shop.workplace.run("show", "alert:\(kept)", "--store", shop.store)
        #expect(shown.status == 0 && shown.output.contains(Self.asked))
    }

    @Test func `what comes by a pipe opens with keys from the terminal, and the terminal is given back`() throws {
        let shop = try Shop()
        let program = BuiltProgram.path("colophon")
        let terminal = try PseudoTerminal(
            "/bin/sh",
            arguments: ["-c", "cat '\(shop.folder)/alert.txt' | '\(program)' trace -i --store '\(shop.store)'"],
            environment: shop.workplace.environment(), rows: 40, columns: 120)
        try terminal.wait { namesThePrompt($0) }
        terminal.send("j")
        try terminal.wait { $0.contains("frame 2 of") }
        try quit(terminal)
        let result = try shop.workplace.run(
            ["trace", "-i", "--store", shop.store, "--repo", shop.folder + "/shop"], input: try shop.trace)
        #expect(result.output.contains(Self.asked) && result.errors.contains("no terminal"))
    }

    @Test func `an alert that a program recorded is traced from its text, and stays the one it is`() throws {
        let shop = try Shop()
        let line = try JSONSerialization.data(withJSONObject: [
            "type": "alert", "id": "pager-1", "title": "checkout-500", "text": try shop.trace,
        ])
        let recorded = try shop.workplace.run(
            ["record", "--store", shop.store], input: String(decoding: line, as: UTF8.self) + "\n")
        #expect(recorded.status == 0, "\(recorded.errors)")
        let alerts = try shop.alerts()
        let terminal = try shop.open()
        try terminal.wait { $0.contains("Show what a customer") }
        terminal.send("5")
        try terminal.wait { $0.contains("checkout-500") }
        terminal.send("\r")
        try terminal.wait { namesThePrompt($0) && $0.row(0).contains("checkout-500") }
        // What was found leads from the prompt back to the alert.
        terminal.send("\r")
        try terminal.wait { $0.contains("edit 1 of") }
        terminal.send("t")
        try terminal.wait { namesThePrompt($0) }
        try quit(terminal)
        #expect(try shop.alerts() == alerts)
    }
}
