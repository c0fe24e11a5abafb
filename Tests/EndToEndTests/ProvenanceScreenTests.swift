import TestSupport
import Testing

/// The graph walked in the real program, on the demo's store.
@Suite struct ProvenanceScreenTests {
    @Test func `five keys are five hops, from a finding to its repository, and b leads all the way back`() throws {
        let workplace = try Workplace()
        let folder = workplace.folder + "/demo"
        #expect(try workplace.run("demo", "--generations", "60", "--output", folder).status == 0)
        let terminal = try PseudoTerminal(
            BuiltProgram.path("colophon"), arguments: ["--store", folder + "/store.sqlite"],
            environment: workplace.environment(), rows: 40, columns: 120)
        try terminal.wait { $0.contains(" DEMO ") && $0.contains("Show what a customer") }
        terminal.send("2")
        try terminal.wait { $0.contains("Findings") && $0.contains("sql-from-input") }
        terminal.send("3")
        try terminal.wait { $0.contains("CAUSES") && $0.contains("found in 1") && $0.contains("found by") }
        // All at once: those that come before the neighbours are read wait for them.
        terminal.send("hhhhh")
        try terminal.wait { $0.row(2).contains("◂ repository") && $0.contains("nothing is known") }
        terminal.send("T")
        try terminal.wait { $0.contains("▸ tree") && $0.contains("has session") }
        terminal.send("bS")
        try terminal.wait { $0.contains("## Repository") && $0.contains("What it became") }
        terminal.send("bbbbbb")
        try terminal.wait { $0.contains("found in 1") && !$0.contains("◂") }
        terminal.send("b")
        try terminal.wait { $0.contains("sql-from-input") && !$0.contains("CAUSES") }
        terminal.send("Q")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.screen.isReset && terminal.lineModesAreCooked)
    }

    @Test func `the colours of code tell where tokens come from, in a turn that a model of one's own wrote`() throws {
        let workplace = try Workplace()
        let folder = workplace.folder + "/demo"
        #expect(try workplace.run("demo", "--generations", "60", "--output", folder).status == 0)
        let terminal = try PseudoTerminal(
            BuiltProgram.path("colophon"), arguments: ["--store", folder + "/store.sqlite"],
            environment: workplace.environment(), rows: 40, columns: 120)
        try terminal.wait { $0.contains(" DEMO ") && $0.contains("Show what a customer") }
        terminal.send("1\r")
        try terminal.wait { $0.contains("edit 1 of") }
        terminal.send("m")
        try terminal.wait { $0.contains("confidence  ") && $0.contains("not recorded") }
        terminal.send("l")
        try terminal.wait { $0.contains("  origin ") && $0.contains("  fate ") }
        terminal.send("Q")
        #expect(try terminal.waitForEnd() == .exited(0))
    }
}
