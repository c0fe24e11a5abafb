import Provenance
import Text

/// Findings in SonarQube's generic format of 10.3 and later, `sonar.externalIssuesReportPaths`.
enum SonarIssues {
    static func write(_ findings: [ReportedFinding]) -> (bytes: [UInt8], notes: [String]) {
        let open = findings.open
        var json = JSONWriter()
        json.object { object in
            object.array("rules") { rules in
                var seen: Set<String> = []
                for finding in open where seen.insert(finding.rule.id).inserted {
                    rules.object { write(finding.rule, to: &$0) }
                }
            }
            object.array("issues") { issues in
                for finding in open { issues.object { write(finding, to: &$0) } }
            }
        }
        let waived = findings.count { $0.status.stands } - open.count
        let notes = waived > 0 ? ["Left out: \(waived) accepted or false, which SonarQube has no word for here."] : []
        return (json.bytes + [0x0A], notes)
    }

    private static func write(_ rule: ReportedRule, to object: inout JSONObjectWriter) {
        object.set("id", rule.id)
        object.set("name", rule.title)
        object.set("description", "\(rule.description)\n\n\(rule.remedy)")
        object.set("engineId", "colophon")
        object.set("cleanCodeAttribute", rule.isSecurity ? "TRUSTWORTHY" : "LOGICAL")
        // Of servers that go by types instead of impacts.
        object.set("type", rule.isSecurity ? "VULNERABILITY" : "BUG")
        let severity =
            switch rule.severity {
            case .critical: ("BLOCKER", "HIGH")
            case .high: ("CRITICAL", "HIGH")
            case .medium: ("MAJOR", "MEDIUM")
            case .low: ("MINOR", "LOW")
            case .info: ("INFO", "LOW")
            }
        object.set("severity", severity.0)
        object.array("impacts") {
            $0.object {
                $0.set("softwareQuality", rule.isSecurity ? "SECURITY" : "RELIABILITY")
                // BLOCKER and INFO are refused before 10.8.
                $0.set("severity", severity.1)
            }
        }
    }

    private static func write(_ finding: ReportedFinding, to object: inout JSONObjectWriter) {
        object.set("ruleId", finding.rule.id)
        var place = finding.place
        place.message = finding.message
        object.object("primaryLocation") { write(place, to: &$0) }
        // The sink is the finding's own place.
        let others = finding.flow.dropLast()
        guard !others.isEmpty else { return }
        object.array("secondaryLocations") { locations in
            for place in others { locations.object { write(place, to: &$0) } }
        }
    }

    private static func write(_ place: ReportedFinding.Place, to object: inout JSONObjectWriter) {
        object.set("message", place.message ?? "")
        object.set("filePath", place.path)
        object.object("textRange") { range in
            range.set("startLine", place.start.line)
            // "Start pointer should be before end pointer": a place without an extent is its line. Columns count from 0.
            guard (place.start.line, place.start.column) < (place.end.line, place.end.column) else { return }
            range.set("endLine", place.end.line)
            range.set("startColumn", place.start.column - 1)
            range.set("endColumn", place.end.column - 1)
        }
    }
}
