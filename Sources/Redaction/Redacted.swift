/// A text without its secrets, and what was taken out.
package struct Redacted: Sendable, Equatable {
    package let text: String
    /// In the order of the text, not overlapping, never empty.
    package let redactions: [Redaction]

    package init(text: String, redactions: [Redaction]) {
        self.text = text
        self.redactions = redactions
    }

    /// Copies `bytes`, with a marker in place of each finding. Findings are in order and do not overlap.
    init(_ bytes: Bytes, without findings: [Finding]) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + findings.count * 24)
        var redactions: [Redaction] = []
        var copied = 0
        for finding in findings {
            text.append(contentsOf: bytes.slice(copied..<finding.range.lowerBound))
            let start = text.count
            text.append(contentsOf: Redaction.marker(finding.kind).utf8)
            redactions.append(Redaction(kind: finding.kind, range: finding.range, markerRange: start..<text.count))
            copied = finding.range.upperBound
        }
        text.append(contentsOf: bytes.slice(copied..<bytes.count))
        self.init(text: String(decoding: text, as: UTF8.self), redactions: redactions)
    }
}
