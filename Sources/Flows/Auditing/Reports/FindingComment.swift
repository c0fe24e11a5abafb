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
            var columns = ["severity", "where", "finding", "rule"].map { OutputColumn($0) }
            if hasPrompts { columns.append(OutputColumn("prompt")) }
            var writer = MarkdownWriter()
            writer.begin(columns, to: &bytes)
            for finding in open {
                var row: [UInt8] = []
                var values: [OutputValue] = [
                    .text(finding.severity.rawValue), .text("\(finding.place.path):\(finding.place.start.line)"),
                    .text(clipped(finding.message, 400)), .text(rule(finding)),
                ]
                if hasPrompts { values.append(finding.prompt.map { .text(clipped($0.text, 120)) } ?? .null) }
                writer.row(values, to: &row)
                guard bytes.count + row.count <= most else { break }
                bytes += row
                shown += 1
            }
            writer.end(to: &bytes)
        }
        var after: [String] = []
        if shown < open.count { after.append("\(open.count - shown) more are left out: a comment holds no more.") }
        let waived = findings.count(where: \.status.stands) - open.count
        if waived > 0 { after.append("\(waived) accepted or false.") }
        after += notAnalysed
        if !after.isEmpty { bytes += ("\n" + after.map { Visible.text($0) }.joined(separator: " ") + "\n").utf8 }
        return (bytes, [])
    }

    private static func rule(_ finding: ReportedFinding) -> String {
        let cwes = finding.rule.cwes.map { "CWE-\($0)" }.joined(separator: ", ")
        return cwes.isEmpty ? finding.rule.id : "\(finding.rule.id) (\(cwes))"
    }

    private static func clipped(_ text: String, _ limit: Int) -> String {
        text.count > limit ? text.prefix(limit - 1) + "…" : text
    }
}
