/// How often something happened in a stretch of time.
package struct Rate: Equatable, Sendable {
    /// How often; a fraction where counts were scaled by how unevenly they come.
    package var count: Double
    /// How long it was watched, in any unit.
    package var time: Double

    package init(_ count: Double, in time: Double) {
        self.count = count
        self.time = time
    }

    package var value: Double? { time > 0 ? count / time : nil }

    /// Garwood's exact interval (1936): χ²(α/2; 2k) / 2 … χ²(1−α/2; 2k+2) / 2, by the time.
    package func interval(level: Double = 0.95) -> ConfidenceInterval? {
        guard time > 0, count >= 0 else { return nil }
        let tail = (1 - level) / 2
        let low = count > 0 ? Probability.gammaQuantile(tail, count) : 0
        return ConfidenceInterval(low / time, Probability.gammaQuantile(1 - tail, count + 1) / time)
    }

    /// The ratio after : before. Given their sum, the later count is binomial: Clopper and Pearson's interval (1934) of its
    /// share s makes the ratio's, s / (1 − s) · t₁ / t₂.
    package static func ratio(before: Self, after: Self, level: Double = 0.95) -> ConfidenceInterval? {
        let (x, y) = (before.count, after.count)
        guard before.time > 0, after.time > 0, x + y > 0 else { return nil }
        let tail = (1 - level) / 2
        let low = y > 0 ? Probability.betaQuantile(tail, y, x + 1) : 0
        let high = x > 0 ? Probability.betaQuantile(1 - tail, y + 1, x) : 1
        return ConfidenceInterval(low, high).map { $0 >= 1 ? .infinity : $0 / (1 - $0) * before.time / after.time }
    }

    /// The chance of counts at least as uneven where the rates are the same: twice the smaller tail, at most 1.
    package static func chanceOfNone(before: Self, after: Self) -> Double? {
        let (x, y) = (before.count, after.count)
        guard before.time > 0, after.time > 0, x + y > 0 else { return nil }
        let share = after.time / (before.time + after.time)
        let atLeast = y > 0 ? Probability.beta(share, y, x + 1) : 1
        let atMost = x > 0 ? 1 - Probability.beta(share, y + 1, x) : 1
        return min(1, 2 * min(atLeast, atMost))
    }

    /// How much more unevenly counts of equal stretches come than chance alone would have it: Pearson's χ² by its degrees
    /// of freedom, at least 1 (McCullagh and Nelder, *Generalized Linear Models*, 6.2). Below eight stretches: 1.
    package static func unevenness(_ groups: [[Int]]) -> Double {
        var (sum, freedom) = (0.0, 0)
        for counts in groups where counts.count > 1 {
            let mean = Double(counts.reduce(0, +)) / Double(counts.count)
            guard mean > 0 else { continue }
            sum += counts.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) / mean }
            freedom += counts.count - 1
        }
        return freedom >= 6 ? max(1, sum / Double(freedom)) : 1
    }
}
