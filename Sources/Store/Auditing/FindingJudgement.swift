package import Provenance

/// What a person said of a finding.
package struct FindingJudgement: Equatable, Sendable {
    package var status: Finding.Status
    package var who: String
    package var reason: String
    package var at: Int64
    /// The finding is open again from then on.
    package var until: Int64?

    package init(status: Finding.Status, who: String, reason: String, at: Int64, until: Int64? = nil) {
        self.status = status
        self.who = who
        self.reason = reason
        self.at = at
        self.until = until
    }
}
