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
        let isMixed = hasControl && after.merged(.generated).count > 0 && after.merged(.control).count > 0
        let hasOthers = hasControl && after.hasOtherCode
        for metric in metrics {
            add(metric, before, after, .all)
            if given.contains(metric) { rows[rows.count - 1].comparison = nil }
            if (isMixed && metric.isOfChanges) || (hasOthers && metric.isOfLines) {
                add(metric, before, after, .control)
            }
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

    private mutating func add(
        _ metric: PipelineMetric, _ before: PipelineFacts?, _ after: PipelineFacts, _ selection: ChangeSelection
    ) {
        let isControl = selection == .control
        // Before the first generated change all were without; of those of which nobody looked there is no control.
        let first = before?.figure(metric, of: selection)
        let second = after.figure(metric, of: selection)
        rows.append(
            ScoreRow(
                name: metric.rawValue + (isControl ? "/control" : ""), title: metric.title, unit: metric.unit.name,
                isShare: metric.isShare, isControl: isControl, before: first, after: second,
                comparison: first.map { Figure.compare($0, second) }))
    }

    private mutating func judge() {
        let places = rows.indices.filter { rows[$0].comparison != nil }
        var comparisons = places.compactMap { rows[$0].comparison }
        comparisons.judge()
        for (place, comparison) in zip(places, comparisons) { rows[place].comparison = comparison }
    }
}
