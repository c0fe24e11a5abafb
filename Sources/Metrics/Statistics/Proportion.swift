/// How many of how many.
package struct Proportion: Equatable, Sendable {
    package var hits: Int
    package var total: Int
    /// By how much its groups differ more than chance alone would have it, at least 1: so many of them tell as much as one
    /// that stands alone.
    package var unevenness = 1.0
    /// In how many groups they came; `nil` where each stands alone.
    private var groups: Int?

    package init(_ hits: Int, of total: Int) {
        self.hits = hits
        self.total = total
    }

    /// All of what came in groups, such as the edits of a session: the variance of a ratio of sums over groups (Cochran,
    /// *Sampling Techniques*, 9A.1) by that of as many alone.
    package init(groups: [(hits: Int, total: Int)]) {
        let groups = groups.filter { $0.total > 0 }
        self.init(groups.reduce(0) { $0 + $1.hits }, of: groups.reduce(0) { $0 + $1.total })
        self.groups = groups.count
        guard let p = share else { return }
        let (m, n) = (Double(groups.count), Double(total))
        let alone = p * (1 - p) / n
        guard alone > 0, m > 1 else {
            // All alike: a group tells as much as one.
            unevenness = n / m
            return
        }
        let sum = groups.reduce(0.0) { sum, group in
            let rest = Double(group.hits) - p * Double(group.total)
            return sum + rest * rest
        }
        unevenness = max(1, min(n, sum * m / (m - 1) / (n * n) / alone))
    }

    /// How many that stand alone would tell as much.
    package var weight: Double { Double(total) / unevenness }

    /// How many there are that do not hang together: no more than the groups.
    var independent: Int { min(groups ?? total, Int(weight + 1e-9)) }

    /// `nil` of nothing.
    package var share: Double? { total > 0 ? Double(hits) / Double(total) : nil }

    /// Wilson's score interval (1927): (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n).
    package func interval(level: Double = 0.95) -> ConfidenceInterval? {
        wilson(Probability.normalQuantile((1 + level) / 2))
    }

    private func wilson(_ z: Double) -> ConfidenceInterval? {
        guard let p = share else { return nil }
        let n = weight
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
