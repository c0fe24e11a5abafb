package import Provenance

/// One place of a text that a rule speaks of.
package struct AuditFinding: Hashable, Sendable {
    /// `python.sql-injection`
    package var rule: String
    /// UTF-8 bytes of the text.
    package var range: Range<Int>
    /// From 1.
    package var lines: ClosedRange<Int>
    /// One or two sentences: what the rule says, and the way that the value took to this place. Never the value of a
    /// secret.
    package var message: String
    package var severity: Severity
    package var confidence: AuditConfidence
    package var kind: AuditClass
    package var cwe: Int
    /// `A03:2021`, `A05:2025`: where the official lists have the CWE, otherwise by the rule's own judgement.
    package var owasp: [String]
    /// The way of the value from its source, as far as it is known; empty for rules that follow none, and for secrets.
    package var way: [AuditStation] = []
}
