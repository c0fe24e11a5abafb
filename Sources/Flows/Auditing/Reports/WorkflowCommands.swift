import Provenance
import Text

/// Findings as commands of a GitHub workflow: `::error file=a.py,line=3::…`.
enum WorkflowCommands {
    /// "10 warning annotations, 10 error annotations, and 10 notice annotations per step".
    private static let most = 10

    static func write(_ findings: [ReportedFinding]) -> (bytes: [UInt8], notes: [String]) {
        var bytes: [UInt8] = []
        var counts: [String: Int] = [:]
        for finding in findings.open {
            let command =
                switch finding.severity {
                case .critical, .high: "error"
                case .medium: "warning"
                case .low, .info: "notice"
                }
            counts[command, default: 0] += 1
            let place = finding.place
            var properties = [("file", place.path), ("line", "\(place.start.line)"), ("endLine", "\(place.end.line)")]
            // Columns are only taken of one line, and the last one belongs to it.
            if place.start.line == place.end.line {
                properties.append(("col", "\(place.start.column)"))
                properties.append(("endColumn", "\(max(place.start.column, place.end.column - 1))"))
            }
            properties.append(("title", "\(finding.severity.rawValue): \(finding.rule.title)"))
            let told = properties.map { "\($0)=\(escaped($1, isProperty: true))" }.joined(separator: ",")
            let cwes = finding.rule.cwes.map { "CWE-\($0)" }.joined(separator: ", ")
            var message = finding.message
            if finding.rule.remedy != finding.rule.description { message += "\n\(finding.rule.remedy)" }
            message += "\n\(finding.rule.id)\(cwes.isEmpty ? "" : ", \(cwes)")"
            if let prompt = finding.prompt { message += "\nprompt \(prompt.uid): \(prompt.text.prefix(200))" }
            bytes += "::\(command) \(told)::\(escaped(message, isProperty: false))\n".utf8
        }
        let hidden = counts.values.reduce(0) { $0 + max(0, $1 - most) }
        guard hidden > 0 else { return (bytes, []) }
        return (
            bytes,
            [
                "GitHub shows \(most) annotations of a kind for each step: \(hidden) more are in the log alone, or in SARIF."
            ]
        )
    }

    /// Of a message `%`, CR and LF; of a property `:` and `,` as well (actions/toolkit, `command.ts`).
    static func escaped(_ text: String, isProperty: Bool) -> String {
        var escaped = ""
        for scalar in Visible.text(text, keeping: .newline).unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            case ":" where isProperty: escaped += "%3A"
            case "," where isProperty: escaped += "%2C"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
