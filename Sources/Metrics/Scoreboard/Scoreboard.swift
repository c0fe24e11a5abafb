package import Store

/// Figures of two periods side by side; Holm holds the chance of a false "change" over all that are shown.
package struct Scoreboard: Sendable {
    package var before: PipelineScope?
    package var after: PipelineScope
    package private(set) var rows: [ScoreRow] = []
    /// What must be known to read it, each a sentence.
    package var notes: [String] = []

    /// - Parameters:
    ///   - before: `nil` where there is nothing to compare with.
    ///   - metrics: which, in this order.
    ///   - hasControl: tells those of changes without generated code beside each figure of changes.
    ///   - keepsEmpty: shows figures of which nothing is known too.
    ///   - given: figures that the choice of the periods itself decides: no change is told of them.
    package init(
        before: PipelineFacts?, after: PipelineFacts, metrics: [PipelineMetric] = PipelineMetric.allCases,
        hasControl: Bool = true, keepsEmpty: Bool = false, given: Set<PipelineMetric> = []
    ) {
        self.before = before?.scope
        self.after = after.scope
        let isMixed =
            hasControl && after.merged(.generated).contains { _ in true }
            && after.merged(.control).contains { _ in true }
        let hasOthers = hasControl && after.hasOtherCode
        var wanted: [(metric: PipelineMetric, selection: ChangeSelection)] = []
        for metric in metrics {
            wanted.append((metric, .all))
            if (isMixed && metric.isOfChanges) || (hasOthers && metric.isOfLines) { wanted.append((metric, .control)) }
        }
        rows = Self.rows(wanted, before, after)
        for (place, want) in wanted.enumerated() where want.selection == .all && given.contains(want.metric) {
            rows[place].comparison = nil
        }
        for other in after.others where metrics.count > 1 {
            let before = before?.figure(named: other.name)
            let figure = after.figure(named: other.name)
            rows.append(
                ScoreRow(
                    name: other.name, title: other.name, unit: other.unit ?? "", isShare: false, isControl: false,
                    before: before, after: figure, comparison: before.map { Figure.compare($0, figure) }))
        }
        if !keepsEmpty { rows.removeAll(where: \.isEmpty) }
        judge()
    }

    private static func rows(
        _ wanted: [(metric: PipelineMetric, selection: ChangeSelection)], _ before: PipelineFacts?,
        _ after: PipelineFacts
    ) -> [ScoreRow] {
        // Before the first generated change all were without; of those of which nobody looked there is no control.
        let figures = Shared.map(2 * wanted.count) { place in
            (place.isMultiple(of: 2) ? before : after)?.figure(
                wanted[place / 2].metric, of: wanted[place / 2].selection)
        }
        return Shared.map(wanted.count) { place in
            let (metric, isControl) = (wanted[place].metric, wanted[place].selection == .control)
            let first = figures[2 * place]
            let second = figures[2 * place + 1] ?? after.figure(metric, of: wanted[place].selection)
            return ScoreRow(
                name: metric.rawValue + (isControl ? "/control" : ""), title: metric.title, unit: metric.unit.name,
                isShare: metric.isShare, isControl: isControl, before: first, after: second,
                comparison: first.map { Figure.compare($0, second) })
        }
    }

    private mutating func judge() {
        let places = rows.indices.filter { rows[$0].comparison != nil }
        var comparisons = places.compactMap { rows[$0].comparison }
        comparisons.judge()
        for (place, comparison) in zip(places, comparisons) { rows[place].comparison = comparison }
    }
}
