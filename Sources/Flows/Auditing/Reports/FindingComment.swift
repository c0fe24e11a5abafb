import Provenance
import Text

/// Findings as a comment on a pull request.
enum FindingComment {
    /// "Body is too long (maximum is 65536 characters)."
    private static let most = 60_000

    static func write(_ findings: [ReportedFinding], notAnalysed: [String]) -> (bytes: [UInt8], notes: [String]) {
        let open = findings.open
        var bytes: [UInt8] = []
        if open.isEmpty {
            bytes += "No findings.\n".utf8
        } else {
            let counts = Severity.allCases.compactMap { severity in
                let count = open.count { $0.severity == severity }
                return count > 0 ? "\(count) \(severity.rawValue)" : nil
            }
            bytes +=
                "**\(open.count == 1 ? "1 finding" : "\(open.count) findings")**: \(counts.joined(separator: ", ")).\n\n"
                .utf8
        }
        let hasPrompts = open.contains { $0.prompt != nil }
        var shown = 0
        if !open.isEmpty {
            bytes += CommentText.head(["severity", "where", "finding", "rule"] + (hasPrompts ? ["prompt"] : []))
            for finding in open {
                var cells = [
                    finding.severity.rawValue, "\(finding.place.path):\(finding.place.start.line)",
                    CommentText.clipped(finding.message, 400), rule(finding),
                ]
                if hasPrompts { cells.append(finding.prompt.map { CommentText.clipped($0.text, 120) } ?? "") }
                let row = CommentText.row(cells)
                guard bytes.count + row.count <= most else { break }
                bytes += row
                shown += 1
            }
        }
        var after: [String] = []
        if shown < open.count { after.append("\(open.count - shown) more are left out: a comment holds no more.") }
        let waived = findings.count(where: \.status.stands) - open.count
        if waived > 0 { after.append("\(waived) accepted or false.") }
        after += notAnalysed
        if !after.isEmpty { bytes += ("\n" + after.map(CommentText.escaped).joined(separator: " ") + "\n").utf8 }
        return (bytes, [])
    }

    private static func rule(_ finding: ReportedFinding) -> String {
        let cwes = finding.rule.cwes.map { "CWE-\($0)" }.joined(separator: ", ")
        return cwes.isEmpty ? finding.rule.id : "\(finding.rule.id) (\(cwes))"
    }
}
