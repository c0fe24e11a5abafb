import Redaction

/// A file as it reads once its secrets are taken out: so edits of the store have it.
struct RedactedFile {
    private let redacted: Redacted

    /// `nil` where nothing in it is a secret.
    init?(_ text: String) {
        guard let redacted = Redactor().redact(text) else { return nil }
        self.redacted = redacted
    }

    /// - Parameter range: bytes of the file with its secrets.
    func piece(_ range: Range<Int>) -> Substring {
        let start = place(range.lowerBound, \.lowerBound)
        return WrittenLines.piece(of: redacted.text, start..<max(start, place(range.upperBound, \.upperBound)))
    }

    /// The line, without it, of the first secret among these bytes of the file; `nil` where none is among them.
    func line(ofSecretIn range: Range<Int>) -> String? {
        redacted.redactions.first { $0.range.overlaps(range) }
            .map { WrittenLines.line(of: redacted.text, $0.markerRange.lowerBound) }
    }

    /// - Parameter end: of a marker, for what lies inside of a secret.
    private func place(_ byte: Int, _ end: KeyPath<Range<Int>, Int>) -> Int {
        var shift = 0
        for redaction in redacted.redactions {
            if byte <= redaction.range.lowerBound { break }
            if byte < redaction.range.upperBound { return redaction.markerRange[keyPath: end] }
            shift = redaction.markerRange.upperBound - redaction.range.upperBound
        }
        return byte + shift
    }
}
