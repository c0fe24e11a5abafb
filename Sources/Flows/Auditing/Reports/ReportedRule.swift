package import Audit
package import Provenance

/// What is told of a rule beside its findings.
package struct ReportedRule: Equatable, Sendable {
    package var id: String
    package var title: String
    /// What is wrong with it.
    package var description: String
    package var remedy: String
    package var severity: Severity
    /// `low`, `medium`, `high`
    package var confidence: String?
    package var isSecurity: Bool
    package var cwes: [Int]
    /// `A03:2021`
    package var owasp: [String]

    /// What is empty is said by the rule's name: who reads reports refuses empty texts.
    package init(
        id: String, title: String?, description: String? = nil, remedy: String? = nil, severity: Severity,
        confidence: String? = nil, isSecurity: Bool = true, cwes: [Int] = [], owasp: [String] = []
    ) {
        func said(_ text: String?, _ other: String) -> String { text.flatMap { $0.isEmpty ? nil : $0 } ?? other }
        self.id = id
        self.title = said(title, id)
        self.description = said(description, self.title)
        self.remedy = said(remedy, self.description)
        self.severity = severity
        self.confidence = confidence
        self.isSecurity = isSecurity
        self.cwes = cwes
        self.owasp = owasp
    }

    package init(_ rule: AuditRule) {
        self.init(
            id: rule.id, title: rule.title, description: rule.message, remedy: rule.remedy, severity: rule.severity,
            confidence: rule.confidence.name, isSecurity: rule.kind == .security, cwes: rule.cwe > 0 ? [rule.cwe] : [],
            owasp: rule.owasp)
    }
}
