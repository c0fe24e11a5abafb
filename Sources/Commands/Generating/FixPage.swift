import Flows
import Text

/// Shows a change for a finding, and asks whether it is taken.
enum FixPage {
    static func approve(_ code: String, _ fix: FindingFix) throws -> CodeGeneration.Approval {
        let proposal = try fix.proposal(code)
        guard !proposal.diff.isEmpty else {
            Console.note("The engine proposes no change.")
            return .leave
        }
        Console.write(Visible.text(proposal.diff, keeping: [.newline, .tab]))
        Console.note(
            proposal.mends
                ? "The auditor no longer speaks of it." : "The auditor still speaks of it, or cannot tell: look well.")
        for finding in proposal.newFindings.prefix(10) { Console.note(Visible.text("new: \(finding)")) }
        guard Console.canAsk else { return .leave }
        return Console.ask("Write it to \(fix.output.path)?") ? .write : .reject
    }
}
