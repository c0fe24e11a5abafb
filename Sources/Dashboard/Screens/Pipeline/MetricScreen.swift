package import Flows
import Metrics
import Store
package import Terminal
import Text

/// One figure: its values, its course, what it means.
package struct MetricScreen: Screen {
    private let tile: PipelineAccount.Tile
    private let account: PipelineAccount

    package init(_ tile: PipelineAccount.Tile, of account: PipelineAccount) {
        self.tile = tile
        self.account = account
    }

    package var name: String { Visible.text(tile.title) }
    package var tally: String { "n \(tile.counts)" }
    package var actions: [Action] { [.open, .define, .close, .out] }

    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        switch action {
        case .close, .out: context.leave()
        case .define: if let metric = tile.metric { context.open(DefinitionScreen(metric)) }
        case .open: open(&context)
        default: break
        }
    }

    /// Figures of what was generated in the period, whenever it was merged; others' code is in no list.
    private static let written: Set<PipelineMetric> = [.keptEdits, .acceptedLines, .mergedEdits, .crossEntropy]

    /// The list behind the number.
    private func open(_ context: inout ScreenContext) {
        let days = max((account.to - account.split) / 86_400_000, 1)
        let hours = max((account.to - account.split) / 3_600_000, 1)
        let age = days > 1 ? "age:<\(days)d" : "age:<\(hours)h"
        switch tile.metric {
        case .generations, .answerTime, .tokenRate, .firstToken, .failedAnswers:
            context.open(ListScreen(place: ListPlace(.generations, filter: age)))
        case let metric? where Self.written.contains(metric) && !tile.isControl:
            context.open(ListScreen(place: ListPlace(.code, filter: age)))
        case .findings: context.open(ListScreen(place: ListPlace(.findings, filter: age)))
        case .alertToPrompt: context.open(ListScreen(place: ListPlace(.alerts, filter: age)))
        case let metric? where metric.isOfChanges || metric == .generatedChanges || metric == .promptToMerge:
            context.open(ChangesScreen(from: account.split, to: account.to))
        default:
            context.say("No list is kept of what this figure counts: 'colophon stats --format json' has all of it.")
        }
    }

    package func view(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        var row = 0
        for line in lines(size.columns - 3) where row < size.rows {
            frame.put(line, row: row, column: 2, width: size.columns - 3)
            row += 1
        }
        let words = meaning(size.columns - 3)
        let room = size.rows - row - words.count - 2
        if room >= 5 {
            let chart = CourseChart(tile: tile, account: account, clock: context.clock, now: context.now)
            frame.put(chart.frame(Size(columns: size.columns - 1, rows: room)), row: row + 1, column: 0)
            row += room + 1
        }
        row += 1
        for line in words where row < size.rows {
            frame.put(line, row: row, column: 2, width: size.columns - 3, style: .muted)
            row += 1
        }
        return frame
    }

    private func lines(_ columns: Int) -> [[Span]] {
        var lines: [[Span]] = [
            [
                Span("before ", .muted), Span(tile.before), Span("   after ", .muted), Span(tile.after),
                Span("   change ", .muted), Span(tile.change),
            ],
            [
                Span("95 % ", .muted), Span(tile.interval), Span("   n ", .muted), Span(tile.counts), Span("   "),
                Span(FigureWords.verdict(tile.verdict), PipelineView.style(of: tile.verdict)),
            ],
        ]
        if tile.censored > 0 || tile.missing > 0 {
            lines.append([
                Span("not over yet ", .muted), Span("\(tile.censored.grouped) of \(tile.count.grouped)"),
                Span("   not known, left out ", .muted), Span(tile.missing.grouped),
            ])
        }
        if let outlook = tile.outlook {
            lines += Wrapping.lines(ofText: outlook, columns: max(columns, 10)).map { [Span($0, .muted)] }
        }
        return lines
    }

    private func meaning(_ columns: Int) -> [String] {
        guard let definition = tile.metric?.definition else { return [] }
        return Wrapping.lines(ofText: definition.meaning, columns: max(columns, 10))
            + Wrapping.lines(ofText: "Source: \(definition.source).", columns: max(columns, 10))
    }
}
