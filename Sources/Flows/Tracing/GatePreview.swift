import Audit
import Provenance
import Store

/// What a gate with the built-in policy would have said of the code that failed, before it was merged.
struct GatePreview {
    /// The end of a sentence about the gate.
    let words: String

    /// `nil` where no edit is known, so that there is nothing a gate could have judged.
    init?(_ suspect: Suspect) {
        guard let edit = suspect.edit else { return nil }
        let findings = suspect.findings.map { row in
            GateFinding(
                rule: row.rule, severity: Severity(rawValue: row.severity) ?? .info,
                confidence: AuditConfidence.allCases.first { $0.name == row.confidence },
                isSecurity: row.kind != AuditClass.hygiene.name, path: row.path ?? edit.path, line: row.firstLine ?? 1,
                message: row.message, generation: edit.generation)
        }
        let policy = GatePolicy()
        let blocking = findings.filter { policy.judge([$0], []).verdict == .block }.map(\.rule)
        let names = Set(blocking).sorted().prefix(3).map(StoryWords.plain).joined(separator: ", ")
        if !names.isEmpty {
            words = "`colophon gate` would have blocked it, by \(names)."
        } else if findings.isEmpty {
            words =
                "nothing would have caught it: no rule speaks of this code. `colophon rules draft` makes one of the line."
        } else {
            words = "`colophon gate` would have let it pass: its policy blocks at high severity alone."
        }
    }
}
