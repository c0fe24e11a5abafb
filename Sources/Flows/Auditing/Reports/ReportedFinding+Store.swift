import Provenance
package import Store
import Text

extension ReportedFinding {
    /// A finding of the store, where it stands today; `nil` for one whose file or line is not known.
    ///
    /// - Parameters:
    ///   - path: as the report is to name its file.
    ///   - text: the file of today, for the columns and what GitHub knows the line by; `nil` where it is not at hand.
    package init?(_ finding: AuditedFinding, path: String, text: String?) {
        guard let line = finding.line else { return nil }
        let rule = ReportedRule(
            id: finding.rule, title: finding.title, description: finding.title, remedy: finding.remedy,
            severity: finding.severity, confidence: finding.confidence, isSecurity: finding.kind != "hygiene",
            cwes: finding.cwe.flatMap { Int($0.drop { !$0.isNumber }) }.map { [$0] } ?? [], owasp: finding.owasp)
        let last = line + max(0, (finding.lastLine ?? line) - (finding.firstLine ?? line))
        var start = TextPlaces.Place(line: line, column: finding.firstColumn ?? 1)
        var end = TextPlaces.Place(line: last, column: finding.lastColumn ?? start.column + 1)
        var hash: String?
        if let text {
            let places = TextPlaces(text)
            hash = LineHashes(text).hash(ofLine: line)
            // The columns are those of the day it was written: today's line may be indented otherwise, or shorter.
            func length(_ line: Int) -> Int {
                places.range(ofLine: line).map { places.place(of: $0.upperBound).column } ?? 1
            }
            if finding.firstColumn == nil || start.column > length(line) || end.column > length(last) {
                (start.column, end.column) = (1, max(1, length(last)))
            }
        }
        self.init(
            rule: rule, message: finding.message, severity: finding.severity,
            place: Place(path: path, start: start, end: end))
        confidence = finding.confidence
        lineHash = hash
        fingerprint = finding.fingerprint
        uid = finding.uid.isEmpty ? nil : finding.uid
        generation = finding.generation
        edit = finding.edit
        if let uid = finding.prompt, let words = finding.words { prompt = Prompt(uid: uid, text: words) }
        witnesses = finding.auditors
        if witnesses.isEmpty, let auditor = finding.auditor { witnesses = [auditor] }
        let reason = finding.judgement.flatMap { $0.reason.isEmpty ? nil : $0.reason }
        switch finding.status {
        case "accepted": status = .accepted(reason)
        case "false": status = .falsePositive(reason)
        case "fixed": status = .fixed
        case "gone": status = .gone
        default: status = .open
        }
    }
}
