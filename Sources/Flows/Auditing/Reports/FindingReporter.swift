package import Audit
import Provenance
import Text

/// Turns what the auditor found in one text into what others are told.
package struct FindingReporter {
    private let path: String
    private let places: TextPlaces
    private let hashes: LineHashes
    private let rules: [String: AuditRule]

    /// - Parameters:
    ///   - path: as the report is to name it.
    ///   - rules: those that the findings are of.
    package init(text: String, path: String, rules: [AuditRule]) {
        self.path = path
        places = TextPlaces(text)
        hashes = LineHashes(text)
        self.rules = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func reported(_ finding: AuditFinding) -> ReportedFinding {
        let rule =
            rules[finding.rule].map { ReportedRule($0) }
            ?? ReportedRule(
                id: finding.rule, title: nil, severity: finding.severity, isSecurity: finding.kind == .security,
                cwes: [finding.cwe], owasp: finding.owasp)
        let place = place(finding.range)
        var reported = ReportedFinding(rule: rule, message: finding.message, severity: finding.severity, place: place)
        reported.confidence = finding.confidence.name
        reported.lineHash = hashes.hash(ofLine: place.start.line)
        if !finding.way.isEmpty {
            reported.flow = finding.way.map { station in
                var place = self.place(station.range)
                place.message = station.what.isEmpty ? "It goes through here." : "It comes from here: \(station.what)."
                return place
            }
            var sink = place
            sink.message = rule.title
            reported.flow.append(sink)
        }
        reported.witnesses = ["colophon"]
        return reported
    }

    private func place(_ range: Range<Int>) -> ReportedFinding.Place {
        let start = places.place(of: range.lowerBound)
        var end = places.place(of: range.upperBound)
        // A region that ends at the beginning of a line would seem to hold it.
        if end.line > start.line, end.column == 1, let line = places.range(ofLine: end.line - 1) {
            end = places.place(of: line.upperBound)
        }
        return ReportedFinding.Place(path: path, start: start, end: end)
    }
}
