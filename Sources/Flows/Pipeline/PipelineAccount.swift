package import Metrics

/// The scoreboard as a screen shows it: plain values.
package struct PipelineAccount: Equatable, Sendable {
    package struct Tile: Equatable, Sendable {
        /// What commands call it.
        package var name: String
        package var title: String
        package var metric: PipelineMetric?
        package var isControl: Bool
        package var isShare: Bool
        package var unit: String
        package var before: String
        package var after: String
        package var change: String
        package var interval: String
        package var counts: String
        package var verdict: Verdict
        /// The smallest change that would have shown.
        package var outlook: String?
        /// How many are not over, and how many are missing, of how many.
        package var censored: Int
        package var missing: Int
        package var count: Int
        /// The figure in equal stretches from the first moment to the last; `nil` where there was none.
        package var series: [Point] = []

        package init(
            name: String, title: String, metric: PipelineMetric?, isControl: Bool = false, isShare: Bool = false,
            unit: String, before: String, after: String, change: String, interval: String, counts: String,
            verdict: Verdict, outlook: String? = nil, censored: Int = 0, missing: Int = 0, count: Int = 0,
            series: [Point] = []
        ) {
            self.name = name
            self.title = title
            self.metric = metric
            self.isControl = isControl
            self.isShare = isShare
            self.unit = unit
            self.before = before
            self.after = after
            self.change = change
            self.interval = interval
            self.counts = counts
            self.verdict = verdict
            self.outlook = outlook
            self.censored = censored
            self.missing = missing
            self.count = count
            self.series = series
        }
    }

    package struct Point: Equatable, Sendable {
        package var value: Double?
        /// The middle half, of times.
        package var low: Double?
        package var high: Double?
        package var count: Int

        package init(value: Double?, low: Double? = nil, high: Double? = nil, count: Int) {
            self.value = value
            self.low = low
            self.high = high
            self.count = count
        }
    }

    /// A step on the way of what was asked.
    package struct Stage: Equatable, Sendable {
        package var name: String
        package var count: Int
        /// Median milliseconds from having been asked.
        package var time: Double?

        package init(name: String, count: Int, time: Double? = nil) {
            self.name = name
            self.count = count
            self.time = time
        }
    }

    package var from: Int64
    package var split: Int64
    package var to: Int64
    package var tiles: [Tile] = []
    package var stages: [Stage] = []
    /// What to do where nothing is known, and what must be known to read it.
    package var notes: [String] = []

    package init(from: Int64, split: Int64, to: Int64) {
        self.from = from
        self.split = split
        self.to = to
    }

    /// So many stretches make a series, the split between two of them where both sides are as long.
    package static let points = 24
}
