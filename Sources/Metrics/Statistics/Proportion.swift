/// How many of how many.
package struct Proportion: Equatable, Sendable {
    package var hits: Int
    package var total: Int

    package init(_ hits: Int, of total: Int) {
        self.hits = hits
        self.total = total
    }

    /// `nil` of nothing.
    package var share: Double? { total > 0 ? Double(hits) / Double(total) : nil }

    /// Wilson's score interval (1927): (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n).
    package func interval(level: Double = 0.95) -> ConfidenceInterval? {
        wilson(Probability.normalQuantile((1 + level) / 2))
    }

    private func wilson(_ z: Double) -> ConfidenceInterval? {
        guard let p = share else { return nil }
        let n = Double(total)
        let middle = p + z * z / (2 * n)
        let reach = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        return ConfidenceInterval(
            hits == 0 ? 0 : max(0, (middle - reach) / scale), hits == total ? 1 : min(1, (middle + reach) / scale))
    }

    /// Newcombe's interval of the difference after − before (1998, method 10), from both of Wilson's.
    package static func difference(before: Self, after: Self, level: Double = 0.95) -> ConfidenceInterval? {
        difference(before, after, z: Probability.normalQuantile((1 + level) / 2))
    }

    private static func difference(_ before: Self, _ after: Self, z: Double) -> ConfidenceInterval? {
        guard let p = before.share, let q = after.share, let b = before.wilson(z), let a = after.wilson(z) else {
            return nil
        }
        func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
        return ConfidenceInterval(
            q - p - length(q - a.lower, b.upper - p), q - p + length(a.upper - q, p - b.lower))
    }

    /// The chance left for "no difference": 1 − the level at which Newcombe's interval begins to hold 0.
    package static func chanceOfNone(before: Self, after: Self) -> Double? {
        guard let p = before.share, let q = after.share else { return nil }
        if p == q { return 1 }
        let z = Probability.root(in: 0...40) { z in
            difference(before, after, z: z).map { $0.contains(0) ? 1 : -1 } ?? 1
        }
        return 2 * Probability.normal(-z)
    }
}
