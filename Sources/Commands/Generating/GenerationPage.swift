import Engines
import Flows
import Provenance
import Store
import Text

/// What is said of a generation when it is over.
enum GenerationPage {
    static func lines(of report: CodeGeneration.Report) -> [String] {
        let answer = report.outcome.answer
        var lines = report.outcome.notes
        if answer.remoteHost != nil {
            lines.append("It was answered by \(answer.remoteHost ?? ""), not by this machine.")
        }
        if answer.isPromptCut { lines.append("The engine left out a part of the prompt: it did not fit.") }
        for finding in report.kept.findings.prefix(20) {
            let place = finding.firstLine.map { "line \($0): " } ?? ""
            lines.append("\(finding.severity)  \(place)\(finding.message)  finding:\(finding.uid.prefix(12))")
        }
        if let reason = report.reason { lines.append(reason) }
        lines.append("\(tokens(answer)) in \(seconds(report.outcome)); generation:\(report.kept.generation.prefix(12))")
        return lines
    }

    /// `'pytest -q' ended with exit code 1: 2 passed, 1 failed`
    static func line(of trial: Trial) -> String {
        let counts = [(trial.passed, "passed"), (trial.failed, "failed"), (trial.skipped, "skipped")]
            .compactMap { count, word in count.map { "\($0.grouped) \(word)" } }
        return Visible.text("'\(trial.command)' ended with exit code \(trial.exitCode)")
            + (counts.isEmpty ? "" : ": " + counts.joined(separator: ", "))
    }

    /// `42 tokens (40 recorded, with ids)`
    private static func tokens(_ answer: EngineAnswer) -> String {
        let seen = answer.observedTokens
        let known = answer.reportedTokens.map { IngestReport.count($0, "token") } ?? "tokens not counted"
        switch answer.fidelity {
        case .ids: return "\(known), each recorded by its id"
        case .pieces: return "\(known), \(seen.grouped) recorded as the engine sent them"
        case .text: return "\(known), recorded as text only"
        }
    }

    private static func seconds(_ outcome: EngineClient.Outcome) -> String {
        let tenths = (outcome.endedAt - outcome.startedAt) / 100
        return "\(tenths / 10).\(tenths % 10) s"
    }
}
