package import Flows
package import Store

/// What the pipeline came to in a window, to be counted.
package struct PipelineRequest: Equatable, Sendable {
    package enum Question: Equatable, Sendable {
        case account(PipelineWindow)
        /// The changes behind the figures of a stretch of time.
        case changes(from: Int64, to: Int64)
    }

    package var ticket: Int
    package var question: Question
    /// Whether all repositories are meant.
    package var isWide: Bool
}

package enum PipelineAnswer: Equatable, Sendable {
    case account(PipelineAccount)
    case changes([ChangeRow])
}
