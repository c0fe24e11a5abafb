package import Audit
package import Provenance

/// What a gate came to.
package struct GateReport: Sendable {
    package struct Counts: Equatable, Sendable {
        /// Files that the change adds lines to.
        package var files = 0
        package var checked = 0
        /// Added lines with code in them.
        package var lines = 0
        /// Of these: edits of the store wrote them.
        package var generated = 0
        /// Generated lines in files of languages without rules.
        package var unchecked = 0
        /// Findings in generated lines that a person lets stand.
        package var waived = 0
        /// Findings in added lines that no edit of the store wrote, and in lines that were there before.
        package var ofPeople = 0
        package var ofOld = 0

        package init() {}
    }

    /// How many lines of a file an answer wrote.
    package struct Written: Equatable, Sendable {
        /// The uid.
        package var generation: String
        /// From the top of the repository.
        package var path: String
        package var lines: Int
    }

    package enum Outcome: String, Sendable {
        case allowed, approved, waiting, blocked, rejected, unknown
    }

    package var policy: GatePolicy
    package var judgement: GateJudgement
    /// Of the answers that wrote lines of the change, the riskiest first.
    package var accounts: [RiskAccount]
    package var counts: Counts
    /// In generated lines, whatever the policy makes of them.
    package var findings: [GateFinding] = []
    package var written: [Written] = []
    /// Of all that was judged, but for reviews.
    package var digest: String
    package var base: String
    package var tip: String?
    /// Why it could not be told, each a sentence; empty where it could.
    package var doubts: [String]
    /// The word of a person on just this.
    package var review: Review?
    /// Uid; `nil` where it could not be kept.
    package var decision: String?

    package var outcome: Outcome {
        if review?.verdict == .rejected { return .rejected }
        let isApproved = review?.verdict == .approved
        switch judgement.verdict {
        case .block where !isApproved: return .blocked
        case .review where !isApproved: return .waiting
        case .allow where doubts.isEmpty: return .allowed
        default: return doubts.isEmpty ? .approved : .unknown
        }
    }

    /// 0: may pass; 1: may not; 2: could not tell.
    package var exitCode: Int32 {
        switch outcome {
        case .allowed, .approved: 0
        case .waiting, .blocked, .rejected: 1
        case .unknown: 2
        }
    }
}
