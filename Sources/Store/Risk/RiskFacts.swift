/// What the store knows of an answer that its risk depends on.
package struct RiskFacts: Equatable, Sendable {
    /// A word of a person on it.
    package struct Word: Equatable, Sendable {
        package var isApproval: Bool
        package var who: String
        /// The uid of the decision.
        package var decision: String
        /// When it ends; `nil` where it does not.
        package var until: Int64?
    }

    /// The uid.
    package var generation: String
    /// Rows of open findings, by uid.
    package var findings: [Int64] = []
    package var trust: GenerationTrust?
    /// The latest word, whether or not it holds still.
    package var word: Word?
    /// Its edits, but for those that failed, were turned down or only took away.
    package var edits = 0
    /// Of these: wait for their audit; and were not looked at because of language, size, or text that is not recorded.
    package var waiting = 0
    package var skipped: [EditAudit.Skip: Int] = [:]
    /// Uids of earlier answers to the same words whose code was turned down, taken back or mended.
    package var regretted: [String] = []
}
