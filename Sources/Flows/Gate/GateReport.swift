package import Audit
package import Provenance

/// What a gate came to.
package struct GateReport: Sendable {
    package enum Outcome: String, Sendable {
        case allowed, approved, waiting, blocked, rejected, unknown
    }

    package var policy: GatePolicy
    package var judgement: GateJudgement
    package var change: GeneratedChange
    /// The pull or merge request that it is, `owner/name#number`, where that is known.
    package var request: String?
    /// Of all that was judged, but for reviews.
    package var digest: String
    /// The word of a person on just this.
    package var review: Review?
    /// Uid; `nil` where it could not be kept.
    package var decision: String?

    package var risk: ChangeRisk { change.risk }
    package var counts: GeneratedChange.Counts { change.counts }
    package var base: String { change.base }
    package var tip: String? { change.tip }
    /// Why it could not be told, each a sentence; empty where it could.
    package var doubts: [String] { change.doubts }

    package var outcome: Outcome {
        if review?.verdict == .rejected { return .rejected }
        let isApproved = review?.verdict == .approved
        switch judgement.verdict {
        case .block where !isApproved: return .blocked
        case .review where !isApproved: return .waiting
        case .allow where doubts.isEmpty: return .allowed
        default: return doubts.isEmpty || isApproved && isAnswerable ? .approved : .unknown
        }
    }

    /// A person's word answers every doubt: what they read is all that there is.
    package var isAnswerable: Bool { doubts.allSatisfy(change.answerable.contains) }

    /// 0: may pass; 1: may not; 2: could not tell.
    package var exitCode: Int32 {
        switch outcome {
        case .allowed, .approved: 0
        case .waiting, .blocked, .rejected: 1
        case .unknown: 2
        }
    }
}
