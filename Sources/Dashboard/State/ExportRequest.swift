package import Flows
package import Store
package import Text

/// A list to be written to a file: exactly what is filtered, in the order in which it is shown.
package struct ExportRequest: Equatable, Sendable {
    package var subject: ListSubject
    package var filter: String
    package var order: RowOrder
    package var format: OutputFormat
    /// These rows alone, where any are marked.
    package var rows: [ListRow]
    /// The scoreboard in place of a list.
    package var pipeline: PipelineAccount?
}
