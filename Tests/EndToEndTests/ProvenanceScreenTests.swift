import Foundation
import TestSupport
import Testing

/// The graph walked in the real program, on a store of a few records of known times.
@Suite struct ProvenanceScreenTests {
    private struct Shop {
        let workplace: Workplace

        init() throws {
            workplace = try Workplace()
            let recorded = try workplace.run("record", input: Self.lines.joined(separator: "\n") + "\n")
            #expect(recorded.status == 0, "\(recorded.errors)")
        }

        private static let file = """
            def charge(order, amount):\\n    if order.total < amount:\\n        raise TooMuch(order.id, amount)\\n    \
            return bank.pay(order.account, amount, currency=EUR)\\n
            """

        private static let lines = [
            """
            {"type": "generation", "id": "g1", "agent": "acme", "model": "model-1", "session": "s1", \
            "at": "2026-01-02T10:00:00Z", "repository": "github.com/acme/shop", "prompt": "Make refunds idempotent", \
            "prompt_id": "p1", "segments": [{"origin": "user", "text": "Make refunds idempotent"}, \
            {"origin": "file", "path": "pay/charge.py", "first_line": 40, "text": "\(file)"}], \
            "tokens": [{"text": "def refund(order, amount):\\n", "logprob": -0.5}, \
            {"text": "    if order.total < amount:\\n", "logprob": -0.01}, \
            {"text": "        raise TooMuch(order.id, amount)\\n", "logprob": -1.2}], \
            "edits": [{"id": "e1", "path": "pay/refund.py", "kind": "create", "status": "applied", \
            "at": "2026-01-02T10:00:05Z", "after": "def refund(order, amount):\\n    if order.total < amount:\\n        \
            raise TooMuch(order.id, amount)\\n"}]}
            """,
            """
            {"type": "finding", "id": "f1", "edit": "e1", "rule": "left-over", "severity": "high", "line": 3, \
            "message": "The rest of the refund is lost.", "auditor": "acme-lint", "at": "2026-01-02T10:01:00Z"}
            """,
        ]

        func uid(_ subject: String) throws -> String {
            let output = try workplace.run("list", subject, "--format", "json").output
            let rows = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]])
            return try #require(rows.compactMap { $0["id"] as? String }.first, "\(output)")
        }

        func open(_ arguments: String...) throws -> PseudoTerminal {
            try PseudoTerminal(
                BuiltProgram.path("colophon"), arguments: arguments, environment: workplace.environment(), rows: 40,
                columns: 120)
        }
    }

    private func quit(_ terminal: PseudoTerminal) throws {
        terminal.send("Q")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.screen.isReset && terminal.lineModesAreCooked)
    }

    @Test func `five keys are five hops, from a finding to its repository, and b leads all the way back`() throws {
        let shop = try Shop()
        let terminal = try shop.open()
        try terminal.wait { $0.contains("Make refunds idempotent") }
        terminal.send("2")
        try terminal.wait { $0.row(0).contains("▸ Findings") && $0.contains("left-over") }
        terminal.send("3")
        try terminal.wait { $0.contains("CAUSES") && $0.contains("found in 1") && $0.contains("found by") }
        for crumb in ["edit refund.py", "generation model-1", "turn \"Make refunds", "session", "repository"] {
            terminal.send("h")
            try terminal.wait { $0.contains("◂ \(crumb)") }
        }
        try terminal.wait { $0.contains("nothing is known") }
        terminal.send("T")
        try terminal.wait { $0.contains("▸ tree") && $0.contains("has session") }
        terminal.send("bS")
        try terminal.wait { $0.contains("## Repository") && $0.contains("What it became") }
        terminal.send("bbbbbb")
        try terminal.wait { $0.contains("found in 1") && !$0.contains("◂") }
        // All at once: those that come before the neighbours are read wait for them.
        terminal.send("hhhhh")
        try terminal.wait { $0.contains("◂ repository") }
        terminal.send("bbbbbb")
        try terminal.wait { $0.row(0).contains("▸ Findings") && $0.contains("left-over") && !$0.contains("CAUSES") }
        try quit(terminal)
    }

    @Test func `from a token one goes to the line it was copied from, and the graph has the edge`() throws {
        let shop = try Shop()
        let edit = try shop.uid("edits")
        let told = try shop.workplace.run("tokens", "edit:\(edit)").output
        #expect(told.contains("pay/charge.py:41") && told.contains("-0.5"))
        let terminal = try shop.open("open", "edit:\(edit)")
        try terminal.wait { $0.contains("def refund(order, amount):") }
        terminal.send("m")
        try terminal.wait { $0.contains("no token here") }
        terminal.send("l")
        try terminal.wait { $0.contains("confidence p .61 (log -0.5)") }
        terminal.send("l")
        try terminal.wait { $0.contains("confidence p .99") && $0.contains("origin pay/charge.py:41") }
        terminal.send("\r")
        try terminal.wait { $0.contains("return bank.pay(order.account") }
        terminal.send("b3h")
        try terminal.wait { $0.contains("◂ generation model-1") && $0.contains("copied from 1") }
        try quit(terminal)
    }
}
