import Metrics
import Store
import Text

/// Figures of one period by groups, each with its own interval. Groups are not ranked: they stand in the order of their
/// names, and persons are none.
struct StatsGroups {
    let facts: PipelineFacts
    let metrics: [PipelineMetric]
    let zone: NamedZone
    let format: OutputFormat
    /// What persons call repositories that have no host.
    var names: [String: String] = [:]
    /// What was generated on each branch.
    var branches: [(name: String, usage: UsageFact)] = []

    private static let columns = [
        OutputColumn("group", minimumWidth: 12, isFlexible: true), OutputColumn("metric", minimumWidth: 12),
        OutputColumn("value", alignment: .trailing), OutputColumn("low", title: "95 % from", alignment: .trailing),
        OutputColumn("high", title: "to", alignment: .trailing), OutputColumn("unit", rank: 1),
        OutputColumn("n", alignment: .trailing), OutputColumn("missing", alignment: .trailing, rank: 2),
    ]

    func bytes(by grouping: StatsShowCommand.Grouping) -> [UInt8] {
        var bytes: [UInt8] = []
        var writer = format.writer(width: Console.columns, clock: zone.clock)
        writer.begin(Self.columns, to: &bytes)
        for (name, facts, selection) in groups(grouping) {
            for metric in wanted(grouping) {
                let figure = facts.figure(metric, of: selection)
                guard figure.count > 0 else { continue }
                writer.row(row(name, metric, figure), to: &bytes)
            }
        }
        writer.end(to: &bytes)
        return bytes
    }

    private func row(_ name: String, _ metric: PipelineMetric, _ figure: Figure) -> [OutputValue] {
        let scale: Double = metric.isShare ? 100 : 1
        func number(_ value: Double?) -> OutputValue {
            guard let value, value.isFinite else { return .null }
            return format == .table || format == .markdown
                ? .text(FigureWords.number(value * scale)) : .number(value * scale)
        }
        let few = figure.count < Comparison.fewest && metric.form != .rate
        return [
            .text(name), .text(metric.title), few ? .text("too few") : number(figure.value),
            number(figure.interval?.lower), number(figure.interval?.upper), .text(metric.unit.name),
            .integer(Int64(figure.count)), .integer(Int64(figure.missing)),
        ]
    }

    private func wanted(_ grouping: StatsShowCommand.Grouping) -> [PipelineMetric] {
        let fitting: [PipelineMetric] =
            switch grouping {
            case .model, .agent:
                [
                    .generations, .keptEdits, .acceptedLines, .acceptance, .acceptedEdits, .editToMerge, .mergedEdits,
                    .crossEntropy, .findings,
                ]
            case .branch: [.generations, .firstToken, .failedAnswers]
            default: PipelineMetric.allCases.filter(\.isOfChanges)
            }
        return metrics.isEmpty ? fitting : metrics.filter { fitting.contains($0) }
    }

    private func groups(_ grouping: StatsShowCommand.Grouping) -> [(String, PipelineFacts, ChangeSelection)] {
        /// By what answers and edits have: their model or agent.
        func usage(
            _ name: (UsageFact) -> String, _ text: (TextFact) -> String, _ arrival: (ArrivalFact) -> String,
            _ style: (StyleFact) -> String
        ) -> [(String, PipelineFacts, ChangeSelection)] {
            Set(facts.usage.map(name)).union(facts.texts.map(text)).sorted().map { group in
                var part = facts
                part.usage = facts.usage.filter { name($0) == group }
                part.texts = facts.texts.filter { text($0) == group }
                part.arrivals = facts.arrivals.filter { arrival($0) == group }
                part.styles = facts.styles.filter { $0.session != nil && style($0) == group }
                return (group.isEmpty ? "not recorded" : group, part, .all)
            }
        }
        switch grouping {
        case .model: return usage(\.model, \.model, \.model, \.model)
        case .agent: return usage(\.agent, \.agent, \.agent, \.agent)
        case .branch:
            return Set(branches.map(\.name)).sorted().map { name in
                var part = facts
                part.usage = branches.filter { $0.name == name }.map(\.usage)
                part.calls = facts.calls.filter { $0.branch == name }
                return (name.isEmpty ? "not recorded" : name, part, .all)
            }
        case .kind: return Set(facts.changes.compactMap(\.kind)).sorted().map { ($0, facts, .kind($0)) }
        case .repository:
            let places = Set(facts.changes.map(\.repository))
            return places.map { (name: names[$0] ?? $0, place: $0) }.sorted {
                ($0.name, $0.place) < ($1.name, $1.place)
            }.map {
                ($0.name, facts, .repository($0.place))
            }
        case .share:
            return [
                ("none generated", facts, .control), ("up to half", facts, .share(0.0000001...0.5)),
                ("more than half", facts, .share(0.5000001...1)),
            ]
        }
    }
}
