package import Flows
package import Store

/// What the pipeline came to in a window, to be counted.
package struct PipelineRequest: Equatable, Sendable {
    package enum Question: Equatable, Sendable {
        case account(PipelineWindow)
        /// From a moment on beside as long before.
        case split(Int64)
        /// The changes behind the figures of a stretch of time.
        case changes(from: Int64, to: Int64)
    }

    /// A day that splits time lies ahead.
    struct Ahead: Error, CustomStringConvertible {
        var description: String { "That day is still to come: name one that has been." }
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
