package import Audit
package import Git
package import Trace

/// Where a failure comes from: its frames in the repository, and who wrote their lines.
package struct TraceAnswer: Sendable {
    package var failure: Failure
    /// The repository that has most of its frames; `nil` where none has one.
    package var repository: String?
    package var checkout: Checkout?
    package var revision: TracedRevision?
    /// Root cause first, innermost first.
    package var frames: [TracedFrame]
    /// The likeliest first.
    package var suspects: [Suspect] = []
    /// Where no frame is ours: what came in with the release, the riskiest first.
    package var byRelease: [ReleasePrompt] = []
    /// What stood in the way, each a sentence.
    package var notes: [String] = []

    /// The work tree of the repository.
    package var root: String? { checkout?.root }

    /// Some frame lies in the repository.
    package var hasOwn: Bool { frames.contains(where: \.isOwn) }
}

/// A prompt whose lines came in between two deployments.
package struct ReleasePrompt: Sendable {
    package var turn: Int64
    package var uid: String
    package var prompt: String
    package var agent: String
    package var model: String?
    package var lines: Int
    package var commits: [String]
    /// Of the riskiest of its answers; `nil` where no answer is known.
    package var risk: RiskAccount?
}
