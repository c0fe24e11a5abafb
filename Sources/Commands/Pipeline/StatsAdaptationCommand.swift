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

    @Flag(name: .shortAndLong, help: "All repositories, each by itself.")
    var all = false

    @OptionGroup var options: StoreOptions

    func validate() throws {
        if all, repository != nil { throw ValidationError("--all and --repository leave each other out.") }
    }

    private var columns: [OutputColumn] {
        (all ? [OutputColumn("repository", minimumWidth: 10, isFlexible: true)] : []) + Self.columns
    }

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
        let place = try StatsPlace.open(options, repository: repository, all: all, now: now)
        // What one codebase is like says nothing of another.
        let repositories: [String?] = all ? try place.store.walkedRepositories() : [place.repository]
        let names = all ? place.names(of: Set(repositories.compactMap(\.self))) : [:]
        var rows: [[OutputValue]] = []
        for repository in repositories {
            let scope = PipelineScope(repository: repository, from: 0, to: now)
            let adaptation = Adaptation(
                texts: try place.store.mergedTexts(in: scope), styles: try place.store.styles(in: scope))
            let name = repository.map { names[$0] ?? $0 } ?? ""
            rows += adaptation.lines.map { (all ? [.text(name)] : []) + row($0) }
        }
        var bytes: [UInt8] = []
        let shown = format == .table ? Console.columns.map { columns.fitting($0) } : nil
        var writer = format.writer(width: Console.columns)
        writer.begin(shown.map { $0.map { columns[$0] } } ?? columns, to: &bytes)
        for row in rows { writer.row(shown.map { $0.map { row[$0] } } ?? row, to: &bytes) }
        writer.end(to: &bytes)
        if format == .table {
            if rows.isEmpty {
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
