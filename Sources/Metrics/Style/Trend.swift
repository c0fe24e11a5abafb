/// How fast something changes, by the median of the slopes between all pairs of points (Theil 1950; Sen 1968), with Kendall's
/// interval of it: no distribution is assumed, and single points that lie far off do not count for more.
package struct Trend: Equatable, Sendable {
    /// By one unit of time.
    package var slope: Double
    package var interval: ConfidenceInterval
    package var count: Int

    /// Of fewer points no slope is told.
    package static let fewest = 8
    /// Of more, so many are taken evenly.
    static let most = 600

    /// - Returns: `nil` of fewer than eight points, or where all have one time.
    package init?(_ points: [(at: Double, value: Double)], level: Double = 0.95) {
        guard points.count >= Self.fewest else { return nil }
        let all = points.sorted { ($0.at, $0.value) < ($1.at, $1.value) }
        let step = max(1, Double(all.count) / Double(Self.most))
        let points = (0..<min(all.count, Self.most)).map { all[Int(Double($0) * step)] }
        var slopes: [Double] = []
        slopes.reserveCapacity(points.count * points.count / 2)
        for (place, one) in points.enumerated() {
            for other in points[(place + 1)...] where other.at > one.at {
                slopes.append((other.value - one.value) / (other.at - one.at))
            }
        }
        let sample = Sample(slopes)
        guard let slope = sample.median else { return nil }
        self.slope = slope
        count = all.count
        // Var(S) = (n(n−1)(2n+5) − Σ t(t−1)(2t+5)) / 18, ties of times and of values taken out.
        func term(_ n: Int) -> Double { Double(n) * Double(n - 1) * Double(2 * n + 5) }
        func ties(_ values: [Double]) -> Double {
            Dictionary(grouping: values, by: \.self).values.reduce(0) { $0 + ($1.count > 1 ? term($1.count) : 0) }
        }
        let variance = (term(points.count) - ties(points.map(\.at)) - ties(points.map(\.value))) / 18
        let reach = Probability.normalQuantile((1 + level) / 2) * max(0, variance).squareRoot()
        let n = Double(slopes.count)
        let low = max(0, Int(((n - reach) / 2).rounded()) - 1)
        let high = min(slopes.count - 1, Int(((n + reach) / 2).rounded()))
        interval = ConfidenceInterval(sample.values[low], sample.values[max(low, high)])
    }
}
