/// A tool that saw a finding, in its own words.
package struct FindingWitness: Equatable, Sendable {
    package var auditor: String
    package var rule: String
    package var message: String
    package var version: String?
    package var severity: String?
    /// What the tool knows the finding by.
    package var fingerprint: String?
    package var at: Int64

    package init(auditor: String, rule: String, message: String, at: Int64) {
        self.auditor = auditor
        self.rule = rule
        self.message = message
        self.at = at
    }
}
