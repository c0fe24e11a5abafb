/// One check of an auditor: what its findings mean, and what to do about them.
package struct Rule: Equatable, Sendable {
    /// The auditor's own name of it, `python.eval`: what findings say in `rule`.
    package var id: String
    package var title: String
    package var severity: Severity
    /// `CWE-79`.
    package var cwe: String?
    /// `A03:2021`.
    package var owasp: String?
    package var remedy: String?
    /// `security` or `hygiene`.
    package var kind: String?
    /// `low`, `medium` or `high`.
    package var confidence: String?
    package var auditor: String?

    package init(id: String, title: String, severity: Severity) {
        self.id = id
        self.title = title
        self.severity = severity
    }
}
