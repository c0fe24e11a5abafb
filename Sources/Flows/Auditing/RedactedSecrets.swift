import Audit
import Provenance
import Redaction

/// Secrets that redaction took out before anything else saw the text: what stands in their place is a finding.
enum RedactedSecrets {
    static let rule: Rule = {
        var rule = Rule(id: "secret.redacted", title: "A secret stood in the code", severity: .high)
        rule.cwe = "CWE-798"
        rule.owasp = OWASP.categories(of: 798).joined(separator: " ")
        rule.remedy =
            "Read it from the environment or a secret store, and replace the secret: it has been in a conversation."
        rule.kind = AuditClass.security.name
        rule.confidence = AuditConfidence.high.name
        rule.auditor = Finding.ownAuditor
        return rule
    }()

    /// A marker in the text, and what is to be said of it.
    struct Found {
        var range: Range<Int>
        var message: String
        var confidence: AuditConfidence
    }

    static func find(in text: String) -> [Found] {
        // Most texts hold none, and that is told faster than by looking for one.
        guard text.utf8.contains(0xE2) else { return [] }
        return Redaction.markers(in: text).map { marker in
            Found(
                range: marker.range,
                message: "\(name(marker.kind)) stood in the code; it was taken out before it was stored.",
                confidence: marker.kind.isByShape ? .high : .medium)
        }
    }

    private static func name(_ kind: SecretKind) -> String {
        let words = kind.rawValue.split(separator: "-").joined(separator: " ")
        let isVowel = words.first.map { "aeiou".contains($0) } ?? false
        return "\(isVowel ? "An" : "A") \(words)"
    }
}

extension SecretKind {
    /// Known by how it is written, not by the name it is assigned to.
    fileprivate var isByShape: Bool {
        switch self {
        case .urlPassword, .authorization, .cookie, .password, .secret, .token, .apiKey, .secretKey, .credential,
            .environmentValue:
            false
        default: true
        }
    }
}
