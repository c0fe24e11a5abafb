/// What a person said of a decision of the policy.
package struct Review: Equatable, Sendable {
    package enum Verdict: String, CaseIterable, Sendable {
        case approved, rejected
    }

    package var decision: UID
    package var verdict: Verdict
    package var reviewer: String
    package var reason: String
    /// When it ends; `nil` where it does not.
    package var until: Int64?
    package var at: Int64

    package init(decision: UID, verdict: Verdict, reviewer: String, reason: String, at: Int64) {
        self.decision = decision
        self.verdict = verdict
        self.reviewer = reviewer
        self.reason = reason
        self.at = at
    }
}
