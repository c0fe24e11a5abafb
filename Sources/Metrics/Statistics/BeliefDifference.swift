/// The difference of two independent figures, after − before, without making all pairs.
package struct BeliefDifference: Sendable {
    private let before: Belief
    private let after: Belief
    private let shares: [Double]

    package init(before: Belief, after: Belief) {
        self.before = before
        self.after = after
        shares = after.shares
    }

    /// P(after − before ≤ difference). Where both are out of reach, half of it counts.
    package func share(atOrBelow difference: Double) -> Double { share(difference, countsEqual: true) }

    /// P(after − before < difference).
    package func share(below difference: Double) -> Double { share(difference, countsEqual: false) }

    private func share(_ difference: Double, countsEqual: Bool) -> Double {
        let (values, cumulated) = (before.values, before.cumulated)
        let unreached = (1 - before.share(below: .infinity)) / 2
        var (sum, place) = (0.0, 0)
        for (value, share) in zip(after.values, shares) {
            guard value.isFinite else {
                sum += share * unreached
                continue
            }
            // Those before that are too small to make the difference.
            let least = value - difference
            while place < values.count, values[place] < least || (values[place] == least && !countsEqual) { place += 1 }
            sum += share * (place == 0 ? 1 : 1 - cumulated[place - 1])
        }
        return sum
    }

    /// The ends between which the middle `level` of the belief lies.
    package func interval(level: Double = 0.95) -> ConfidenceInterval {
        let tail = (1 - level) / 2
        return ConfidenceInterval(
            quantile(tail) { share(atOrBelow: $0) }, quantile(1 - tail) { share(atOrBelow: $0) })
    }

    /// Twice the belief on the smaller side of "no difference", which itself counts on both sides; at most 1.
    package var chanceOfNone: Double {
        min(1, 2 * min(share(atOrBelow: 0), 1 - share(below: 0)))
    }

    private func quantile(_ target: Double, _ share: (Double) -> Double) -> Double {
        let finite = (before.values + after.values).filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max() else { return target < 0.5 ? -.infinity : .infinity }
        let reach = (high - low) * 1.01 + 1e-9
        if share(-reach) >= target { return -.infinity }
        if share(reach) < target - 1e-12 { return .infinity }
        return Probability.root(in: -reach...reach, precision: 1e-9) { share($0) - target + 1e-12 }
    }
}
