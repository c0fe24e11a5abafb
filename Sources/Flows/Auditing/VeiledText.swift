import Redaction

/// A text with one word in the place of every secret, whatever it was: so that what was redacted before it was stored is
/// found again where the secret itself stands.
struct VeiledText {
    let text: String
    /// Where lines of the original are missing in the text: behind so many of its lines, so many.
    private var gaps: [(line: Int, missing: Int)] = []

    /// No longer than the shortest marker, and no word that anybody writes.
    private static let word = Array("colophonsecret".utf8)

    /// `nil` where nothing was redacted.
    init?(markersOf text: String) {
        // Most texts hold none, and that is told faster than by looking for one.
        guard text.utf8.contains(0xE2) else { return nil }
        let markers = Redaction.markers(in: text)
        guard !markers.isEmpty else { return nil }
        self.text = Self.veiled(text, markers.map(\.range))
    }

    /// - Parameter text: of a file, with its secrets.
    init?(secretsOf text: String) {
        guard let redacted = Redactor().redact(text) else { return nil }
        self.text = Self.veiled(redacted.text, redacted.redactions.map(\.markerRange))
        let (bytes, short) = (Array(text.utf8), Array(redacted.text.utf8))
        var (place, line) = (0, 0)
        for redaction in redacted.redactions {
            line += short[place..<redaction.markerRange.lowerBound].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
            place = redaction.markerRange.lowerBound
            let missing = bytes[redaction.range].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
            if missing > 0 { gaps.append((line, missing)) }
        }
    }

    /// The same length, so that places in the text stay: the word, then blanks.
    private static func veiled(_ text: String, _ ranges: [Range<Int>]) -> String {
        var bytes = Array(text.utf8)
        for range in ranges {
            for (place, offset) in zip(range, 0...) { bytes[place] = offset < word.count ? word[offset] : 0x20 }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The line of the original, from 1, that a line of the text is.
    func line(_ line: Int) -> Int {
        line + gaps.reduce(0) { $0 + ($1.line < line - 1 ? $1.missing : 0) }
    }
}
