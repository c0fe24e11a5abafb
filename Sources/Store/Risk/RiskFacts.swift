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

    package struct Written: Equatable, Sendable {
        package var path: String
        package var edit: String
    }

    package struct ToolAnswer: Equatable, Sendable {
        package var segment: String
        package var end: String
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
    /// Of these: wait for their audit; were looked at by other rules than today's; and were not looked at because of language, size, or text that is not recorded.
    package var waiting = 0
    package var stale = 0
    package var skipped: [EditAudit.Skip: Int] = [:]
    /// Files that the same turn wrote, by path and the edit's uid.
    package var wrote: [Written] = []
    /// What tools answered after it in its turn, the latest first: the uid of the segment and the end of its text.
    package var answers: [ToolAnswer] = []
    /// Uids of earlier answers to the same words whose code was turned down, taken back or mended.
    package var regretted: [String] = []
}
