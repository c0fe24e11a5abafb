/// How often something happened in a stretch of time.
package struct Rate: Equatable, Sendable {
    /// How often; a fraction where counts were scaled by how unevenly they come.
    package var count: Double
    /// How long it was watched, in any unit.
    package var time: Double
    /// How many come at once, as lines do with a commit; 1 where each comes by itself.
    package var clump = 1.0

    package init(_ count: Double, in time: Double) {
        self.count = count
        self.time = time
    }

    /// Of what comes in heaps: heaps come as single things do, and their sum varies by Σ x² in place of Σ x (a compound Poisson
    /// process).
    package init(heaps: [Double], in time: Double) {
        self.init(heaps.reduce(0, +), in: time)
        if count > 0 { clump = max(1, heaps.reduce(0) { $0 + $1 * $1 } / count) }
    }

    package var value: Double? { time > 0 ? count / time : nil }

    /// Garwood's exact interval (1936): χ²(α/2; 2k) / 2 … χ²(1−α/2; 2k+2) / 2, by the time.
    package func interval(level: Double = 0.95) -> ConfidenceInterval? {
        guard time > 0, count >= 0 else { return nil }
        let tail = (1 - level) / 2
        let low = count > 0 ? Probability.gammaQuantile(tail, count) : 0
        return ConfidenceInterval(low / time, Probability.gammaQuantile(1 - tail, count + 1) / time)
    }

    /// The ratio after : before. Given their sum, the later count is binomial with a share s, which makes the ratio
    /// s / (1 − s) · t₁ / t₂; of s the interval that counts half of what was seen itself on each side (mid-P: Lancaster 1961;
    /// Agresti and Gottard 2007), for Clopper and Pearson's holds the truth in more than 97 of 100 cases.
    package static func ratio(before: Self, after: Self, level: Double = 0.95) -> ConfidenceInterval? {
        let (x, y) = (before.count, after.count)
        guard before.time > 0, after.time > 0, x + y > 0 else { return nil }
        let tail = (1 - level) / 2
        let low = y > 0 ? Probability.root(in: 0...1) { reached($0, x, y) - tail } : 0
        let high = x > 0 ? Probability.root(in: 0...1) { reached($0, x, y) - (1 - tail) } : 1
        return ConfidenceInterval(low, high).map { $0 >= 1 ? .infinity : $0 / (1 - $0) * before.time / after.time }
    }

    /// P(Y > y) + ½ P(Y = y) of a binomial with a share s of x + y.
    private static func reached(_ s: Double, _ x: Double, _ y: Double) -> Double {
        let atLeast = y > 0 ? Probability.beta(s, y, x + 1) : 1
        let more = x > 0 ? Probability.beta(s, y + 1, x) : 0
        return (atLeast + more) / 2
    }

    /// The chance of counts at least as uneven where the rates are the same: twice the smaller side, half of what was seen
    /// itself on each; at most 1.
    package static func chanceOfNone(before: Self, after: Self) -> Double? {
        let (x, y) = (before.count, after.count)
        guard before.time > 0, after.time > 0, x + y > 0 else { return nil }
        let side = reached(after.time / (before.time + after.time), x, y)
        return min(1, 2 * min(side, 1 - side))
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
