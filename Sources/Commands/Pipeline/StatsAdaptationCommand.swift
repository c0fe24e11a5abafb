import ArgumentParser
import Flows
import Foundation
import Git
import Metrics
import Store
import Text

struct StatsAdaptationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adaptation",
        abstract: "Whether generated code comes nearer to the codebase: three series, each of one model.",
        discussion: """
            One value a session. 'style distance' is how many bits a token its code has above what others brought in the 90 \
            days before, by a model of three tokens that was trained on the main line strictly before it; 'acceptance' and \
            'edit to merge' hold it against what was merged. The slope is the median of those between all pairs of sessions \
            (Theil and Sen), with Kendall's interval; below 8 sessions none is told, and none goes across a switch of model. \
            The weights of a model do not change: what adapts is context, instructions and people.
            """)

    @Option(help: "table, csv, json or markdown.")
    var format: OutputFormat = .table

    @Option(help: ArgumentHelp("The repository (default: the one you stand in).", valueName: "owner/name"))
    var repository: String?

    @OptionGroup var options: StoreOptions

    private static let columns = [
        OutputColumn("agent", minimumWidth: 8, rank: 1), OutputColumn("model", minimumWidth: 10, isFlexible: true),
        OutputColumn("series", minimumWidth: 14), OutputColumn("sessions", alignment: .trailing),
        OutputColumn("first", title: "first third", alignment: .trailing, rank: 2),
        OutputColumn("last", title: "last third", alignment: .trailing, rank: 2),
        OutputColumn("slope", title: "in 30 days", alignment: .trailing),
        OutputColumn("low", title: "95 % from", alignment: .trailing),
        OutputColumn("high", title: "to", alignment: .trailing),
        OutputColumn("verdict", minimumWidth: 9),
    ]

    func run() throws {
        let now = Timestamp.now.milliseconds
        let place = try StatsPlace.open(options, repository: repository, all: false, now: now)
        let scope = PipelineScope(repository: place.repository, from: 0, to: now)
        let adaptation = Adaptation(
            texts: try place.store.mergedTexts(in: scope), styles: try place.store.styles(in: scope))
        var bytes: [UInt8] = []
        let columns = format == .table ? Console.columns.map { Self.columns.fitting($0) } : nil
        var writer = format.writer(width: Console.columns)
        writer.begin(columns.map { $0.map { Self.columns[$0] } } ?? Self.columns, to: &bytes)
        for line in adaptation.lines {
            let row = row(line)
            writer.row(columns.map { $0.map { row[$0] } } ?? row, to: &bytes)
        }
        writer.end(to: &bytes)
        if format == .table {
            if adaptation.lines.isEmpty {
                bytes = Array(
                    "Nothing generated came to the main line here that could be held against what was merged.\n".utf8)
            }
            for note in place.notes { bytes += Array((note + "\n").utf8) }
        }
        Console.write(bytes)
    }

    private func row(_ line: Adaptation.Line) -> [OutputValue] {
        let isShown = format == .table || format == .markdown
        func number(_ value: Double?) -> OutputValue {
            guard let value, value.isFinite else { return isShown ? .text("–") : .null }
            return isShown ? .text(FigureWords.number(value)) : .number(value)
        }
        return [
            .text(line.agent), .text(line.model.isEmpty ? "not recorded" : line.model), .text(line.series.rawValue),
            .integer(Int64(line.points.count)), number(line.first), number(line.last), number(line.trend?.slope),
            number(line.trend?.interval.lower), number(line.trend?.interval.upper), .text(line.verdict),
        ]
    }
}
