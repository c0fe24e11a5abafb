import Audit
import Provenance
import Redaction
import Store

/// What was found in an edit before, with its text.
struct EditFindings {
    let all: [PlacedFinding]
    let text: String
    private let lines: [Substring]
    /// Where its text begins in the file, where that is known.
    private let start: Int?

    init(all: [PlacedFinding], edit: EditSource?) {
        self.all = all
        text = edit?.writtenText ?? ""
        lines = edit?.after?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        start = edit?.startOfText
    }

    /// - Parameter number: of the file as the edit left it, from 1.
    func line(_ number: Int) -> String? {
        guard let start, lines.indices.contains(number - start) else { return nil }
        return String(lines[number - start])
    }

    /// Whether secrets were taken out of its text before it was stored.
    var isRedacted: Bool { text.utf8.contains(0xE2) && !Redaction.markers(in: text).isEmpty }

    /// What was told before of the same defect: by the same rule of the same code, or of the secret that stood there.
    ///
    /// - Parameters:
    ///   - code: the piece of the file, without blanks.
    ///   - file: without its secrets, where the edit's text is without them.
    func same(as found: AuditFinding, code: String, in file: RedactedFile?) -> [PlacedFinding] {
        let piece = file.map { WrittenLines.plain($0.piece(found.range)) }
        let isSecret = WeaknessFamily.isOne(found.cwe, 798)
        let secret = isSecret ? file?.line(ofSecretIn: found.range).map { WrittenLines.plain($0[...]) } : nil
        return all.filter { finding in
            guard let range = finding.range else { return false }
            if finding.rule == found.rule {
                let known = WrittenLines.plain(WrittenLines.piece(of: text, range))
                return known == code || known == piece
            }
            // The marker tells what kind of secret it was, so the same line of it held such a one.
            return finding.rule == RedactedSecrets.rule.id
                && WrittenLines.plain(WrittenLines.line(of: text, range.lowerBound)[...]) == secret
        }
    }
}
