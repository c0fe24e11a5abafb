import Provenance

/// Of findings about one weakness at one place that of the surest and gravest rule: a defect is told once.
struct SurestFindings {
    private(set) var findings: [AuditFinding] = []

    /// - Parameter all: in the order of the text.
    init(of all: [AuditFinding], by rules: RuleSet) {
        guard all.count > 1 else {
            findings = all
            return
        }
        let own = Set(rules.rules.lazy.filter(\.isOwn).map(\.id))
        // The places of what is kept, by weakness, that may still reach to the next.
        var open: [Int: [Int]] = [:]
        for finding in all {
            guard !own.contains(finding.rule) else {
                findings.append(finding)
                continue
            }
            var near = (open[finding.cwe] ?? []).filter { findings[$0].range.upperBound > finding.range.lowerBound }
            if let place = near.first(where: { Self.isSame(findings[$0], finding) }) {
                if Self.weight(findings[place]) < Self.weight(finding) { findings[place] = finding }
            } else {
                near.append(findings.count)
                findings.append(finding)
            }
            open[finding.cwe] = near.suffix(16)
        }
        findings.sort {
            ($0.range.lowerBound, $0.range.upperBound, $0.rule) < ($1.range.lowerBound, $1.range.upperBound, $1.rule)
        }
    }

    /// On the same line, and over the same text.
    private static func isSame(_ one: AuditFinding, _ other: AuditFinding) -> Bool {
        one.kind == other.kind && one.lines.lowerBound == other.lines.lowerBound && one.range.overlaps(other.range)
    }

    private static func weight(_ finding: AuditFinding) -> Int {
        let severity = Severity.allCases.firstIndex(of: finding.severity) ?? 9
        return Int(finding.confidence.rawValue) * 16 - severity
    }
}
