import Store
import Terminal
import Text

/// `▲ 4 ▁▂▅▃  ◆ 11 ▃▅  · 23 ▂▁  found a week, 12 weeks`: sums and weeks by severity, each on its own scale.
enum TrendLine {
    static func spans(_ trend: FindingTrend?, columns: Int, repository: String?) -> [Span] {
        guard let trend else { return [Span("counting the last weeks…", .muted)] }
        let counts = trend.counts
        func sum(_ one: [Int], _ other: [Int]) -> [Int] { zip(one, other).map { $0.adding($1) } }
        let groups: [(sign: Span, weeks: [Int])] =
            columns >= 118
            ? [
                (TurnColumns.risk(4), counts[0]), (TurnColumns.risk(3), counts[1]), (TurnColumns.risk(2), counts[2]),
                (TurnColumns.risk(1), sum(counts[3], counts[4])),
            ]
            : [
                (Span("▲", Style(.severityHigh)), sum(counts[0], counts[1])),
                (Span("◆", Style(.severityMedium)), counts[2]),
                (Span("·", Style(.severityLow)), sum(counts[3], counts[4])),
            ]
        // The list may be narrowed to a repository; the weeks are counted by the index alone.
        let place = repository == nil ? "" : " in all repositories"
        let found = groups.filter { $0.weeks.contains { $0 > 0 } }
        guard !found.isEmpty else {
            return [Span("nothing was found\(place) in \(FindingTrend.weeks) weeks", .muted)]
        }
        var spans: [Span] = []
        for group in found {
            let sum = group.weeks.reduce(0) { $0.adding($1) }
            spans += [
                group.sign, Span(" \(sum.grouped) "),
                Span(Sparkline.text(group.weeks, columns: FindingTrend.weeks), Style(.chart1)), Span("  "),
            ]
        }
        return spans + [Span("found a week, \(FindingTrend.weeks) weeks\(place)", .muted)]
    }
}
