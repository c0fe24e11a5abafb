import Flows
import Store
import Text

/// The words that end a recording.
struct RecordReport {
    let summary: RecordSummary

    /// `recorded 3 of 4 lines: new are 1 session, 1 turn, 1 generation, 1 finding; 1 bad line`
    var line: String {
        let added = summary.added
        let counts: [(Int, String)] = [
            (added.sessions, "session"), (added.turns, "turn"), (added.generations, "generation"),
            (added.tokenRuns, "token run"), (added.segments, "segment"), (added.edits, "edit"),
            (added.rules, "rule"), (added.findings, "finding"), (added.decisions, "decision"),
            (added.alerts, "alert"), (added.links, "link"), (added.redactions, "redaction"),
        ]
        let new = counts.filter { $0.0 > 0 }.map { IngestReport.count($0.0, $0.1) }.joined(separator: ", ")
        return
            "recorded \(summary.recorded.grouped) of \(IngestReport.count(summary.lines, "line")): "
            + (new.isEmpty ? "nothing new" : "new are \(new)")
            + (summary.bad > 0 ? "; \(IngestReport.count(summary.bad, "bad line"))" : "")
    }
}
