import Audit
import Provenance
import Store
import Text

/// Something found in the text around a piece, before it is known whose it is.
struct PieceFinding: Comparable {
    var rule: String
    /// Bytes of the context.
    var range: Range<Int>
    /// Bytes of all that rules said of the same defect.
    private(set) var extent: Range<Int>
    private(set) var cwe: String?
    private var message: String
    private var severity: Severity
    private var confidence: AuditConfidence
    private var kind: AuditClass

    /// - Parameter lead: bytes before the context in the text that was audited.
    init(_ finding: AuditFinding, after lead: Int) {
        rule = finding.rule
        range = max(0, finding.range.lowerBound - lead)..<max(0, finding.range.upperBound - lead)
        extent = range
        message = finding.message
        severity = finding.severity
        confidence = finding.confidence
        kind = finding.kind
        cwe = "CWE-\(finding.cwe)"
    }

    init(_ secret: RedactedSecrets.Found) {
        rule = RedactedSecrets.rule.id
        range = secret.range
        extent = range
        message = secret.message
        severity = RedactedSecrets.rule.severity
        confidence = secret.confidence
        kind = .security
        cwe = RedactedSecrets.rule.cwe
    }

    static func < (one: Self, other: Self) -> Bool {
        (one.range.lowerBound, one.range.upperBound, one.rule, one.message)
            < (other.range.lowerBound, other.range.upperBound, other.rule, other.message)
    }

    /// What several rules say of one place with one weakness is one defect: the gravest speaks for all, of equally grave
    /// ones the surest.
    static func defects(among found: [PieceFinding]) -> [PieceFinding] {
        var last: [String: Int] = [:]
        var defects: [PieceFinding] = []
        for entry in found.sorted() {
            let key = entry.cwe ?? entry.rule
            guard let place = last[key], defects[place].extent.overlaps(entry.range) else {
                last[key] = defects.count
                defects.append(entry)
                continue
            }
            let extent = defects[place].extent
            if entry.weight > defects[place].weight { defects[place] = entry }
            defects[place].extent =
                min(extent.lowerBound, entry.range.lowerBound)..<max(extent.upperBound, entry.range.upperBound)
        }
        return defects
    }

    private var weight: (Int, UInt8) {
        (-(Severity.allCases.firstIndex(of: severity) ?? 0), confidence.rawValue)
    }

    /// The finding as it is stored: its place in the edit's text, and in the file as far as that is known.
    func finding(_ fingerprint: String, in piece: AuditedPiece, of edit: EditSource) -> Finding {
        let uid = UID(
            of: .finding,
            makerID: [Finding.ownAuditor, edit.origin.session, edit.origin.path, fingerprint]
                .joined(separator: "\u{0}"))
        var finding = Finding(uid: uid, rule: rule, severity: severity, message: message, at: edit.origin.at)
        let inner = piece.offset..<piece.offset + piece.text.utf8.count
        let cut = range.clamped(to: inner)
        finding.edit = UID(text: edit.origin.uid)
        let shift = piece.start - piece.offset
        finding.range = cut.lowerBound + shift..<cut.upperBound + shift
        finding.fingerprint = fingerprint
        finding.kind = kind.name
        finding.confidence = confidence.name
        finding.cwe = cwe
        finding.auditor = Finding.ownAuditor
        let place = TextPlace(of: range, in: piece.context)
        if let first = piece.firstLine {
            finding.firstLine = place.lines.lowerBound + first - 1
            finding.lastLine = place.lines.upperBound + first - 1
        }
        finding.firstColumn = place.firstColumn
        finding.lastColumn = place.lastColumn
        return finding
    }
}
