import Flows
import Metrics
import Text

/// The figures of a scoreboard as they are written to a file.
enum PipelineRows {
    static let columns = [
        "metric", "title", "unit", "of", "before", "after", "change", "interval", "n", "not_over", "missing", "verdict",
    ].map { OutputColumn($0) }

    static func values(of tile: PipelineAccount.Tile) -> [OutputValue] {
        [
            .text(tile.name), .text(tile.title), .text(tile.unit),
            .text(tile.isControl ? "without generated code" : "all"), .text(tile.before), .text(tile.after),
            .text(tile.change), .text(tile.interval), .text(tile.counts), .integer(Int64(tile.censored)),
            .integer(Int64(tile.missing)), .text(tile.verdict.rawValue),
        ]
    }
}
