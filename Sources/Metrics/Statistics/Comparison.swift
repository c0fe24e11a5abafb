#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One figure before and after, and what may be said of its change.
package struct Comparison: Equatable, Sendable {
    /// How a change is counted.
    package enum Scale: Equatable, Sendable {
        /// after : before; no change is 1.
        case ratio
        /// after − before; no change is 0.
        case difference
    }

    package var scale: Scale
    /// `nil` where one side has no figure.
    package var change: Double?
    package var interval: ConfidenceInterval?
    /// The chance of a difference like this where nothing changed; adjusted where several figures are shown together.
    package var chance: Double?
    /// For samples: P(after > before) − P(after < before).
    package var delta: Double?
    package var verdict: Verdict = .notClear
    /// Standard errors of the two figures, on the scale's own axis (that of the logarithm for ratios).
    var errors: (before: Double, after: Double)?

    package static func == (left: Self, right: Self) -> Bool {
        left.scale == right.scale && left.change == right.change && left.interval == right.interval
            && left.chance == right.chance && left.delta == right.delta && left.verdict == right.verdict
            && left.errors?.before == right.errors?.before && left.errors?.after == right.errors?.after
    }

    init(_ scale: Scale, verdict: Verdict = .notClear) {
        self.scale = scale
        self.verdict = verdict
    }

    /// A side with fewer than this tells nothing: at 4 and 4 the rarest order of values has a chance of 2/70.
    package static let fewest = 4
    static let level = 0.95

    /// Ratio of two medians, from the exact bootstrap distribution of each; where something is not over, from what the
    /// curve of Kaplan and Meier says of each median.
    ///
    /// Of 5 to 30 values a side it holds the truth in 96 to 97 of 100 cases rather than 95, whatever the distribution: its
    /// steps are coarse. What is made from the chances of order statistics in its place is wider (98 to 99).
    package static func medians(before x: Durations, after y: Durations) -> Comparison {
        if let few = missing(.ratio, x.count, y.count) { return few }
        var comparison = Comparison(.ratio)
        let isWhole = x.censored == 0 && y.censored == 0
        let samples = (x.sample, y.sample)
        let floor = floor(of: samples.0, samples.1)
        let logarithm: (Double) -> Double = { $0.isInfinite ? $0 : log(max($0, floor)) }
        let medians = isWhole ? (samples.0.median, samples.1.median) : (x.curve.median, y.curve.median)
        let beliefs =
            isWhole
            ? (Belief(medianOf: samples.0).map(logarithm), Belief(medianOf: samples.1).map(logarithm))
            : (x.curve.medianBelief.map(logarithm), y.curve.medianBelief.map(logarithm))
        if isWhole { comparison.delta = CliffsDelta.of(before: samples.0, after: samples.1) }
        guard let p = medians.0, let q = medians.1 else {
            // Half of one side is not over yet.
            comparison.verdict = .tooFew
            return comparison
        }
        comparison.change = max(q, floor) / max(p, floor)
        let difference = BeliefDifference(before: beliefs.0, after: beliefs.1)
        comparison.interval = difference.interval(level: level).map(exp)
        comparison.chance = difference.chanceOfNone
        if let a = error(of: beliefs.0), let b = error(of: beliefs.1) { comparison.errors = (a, b) }
        return comparison
    }

    package static func medians(before: [Survival.Span], after: [Survival.Span]) -> Comparison {
        medians(before: Durations(before), after: Durations(after))
    }

    package static func medians(before: [Double], after: [Double]) -> Comparison {
        medians(before: before.map { .init($0, isOver: true) }, after: after.map { .init($0, isOver: true) })
    }

    /// Difference of two shares, by Newcombe.
    package static func shares(before: Proportion, after: Proportion) -> Comparison {
        if let few = missing(.difference, before.independent, after.independent) { return few }
        var comparison = Comparison(.difference)
        comparison.change = zip(after.share, before.share).map { $0 - $1 }
        comparison.interval = Proportion.difference(before: before, after: after)
        comparison.chance = Proportion.chanceOfNone(before: before, after: after)
        if let a = before.interval(), let b = after.interval() { comparison.errors = (error(of: a), error(of: b)) }
        return comparison
    }

    /// Ratio of two rates, exact.
    ///
    /// - Parameter unevenness: by how much the counts vary more than by chance (``Rate/unevenness(_:)``).
    package static func rates(before: Rate, after: Rate, unevenness: Double = 1) -> Comparison {
        guard before.time > 0 else { return Comparison(.ratio, verdict: .noneBefore) }
        guard after.time > 0 else { return Comparison(.ratio, verdict: .none) }
        guard (before.count + after.count) / max(before.clump, after.clump) >= Double(2 * fewest) else {
            return Comparison(.ratio, verdict: .tooFew)
        }
        var comparison = Comparison(.ratio)
        let scaled = (
            Rate(before.count / unevenness, in: before.time), Rate(after.count / unevenness, in: after.time)
        )
        if let p = before.value, let q = after.value, p > 0 { comparison.change = q / p }
        comparison.interval = Rate.ratio(before: scaled.0, after: scaled.1, level: level)
        comparison.chance = Rate.chanceOfNone(before: scaled.0, after: scaled.1)
        if scaled.0.count > 0, scaled.1.count > 0 {
            comparison.errors = ((1 / scaled.0.count).squareRoot(), (1 / scaled.1.count).squareRoot())
        }
        return comparison
    }

    /// Difference of what is left at an age, from the interval of each curve, squared and added (as Newcombe does).
    package static func survivals(before: Survival, after: Survival, at time: Double) -> Comparison {
        if let few = missing(.difference, before.count, after.count) { return few }
        return left(
            (before.share(at: time), before.interval(at: time, level: level)),
            (after.share(at: time), after.interval(at: time, level: level)))
    }

    /// The same of what came in groups: so many groups of each side are needed as values elsewhere.
    package static func survivals(before: GroupedSurvival, after: GroupedSurvival) -> Comparison {
        if let few = missing(.difference, before.groupCount, after.groupCount) { return few }
        return left((before.share, before.interval(level: level)), (after.share, after.interval(level: level)))
    }

    private static func left(
        _ before: (share: Double?, interval: ConfidenceInterval?),
        _ after: (share: Double?, interval: ConfidenceInterval?)
    ) -> Comparison {
        guard let p = before.share, let a = before.interval else { return Comparison(.difference, verdict: .tooFew) }
        guard let q = after.share, let b = after.interval else { return Comparison(.difference, verdict: .tooFew) }
        var comparison = Comparison(.difference)
        comparison.change = q - p
        func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
        comparison.interval = ConfidenceInterval(
            q - p - length(q - b.lower, a.upper - p), q - p + length(b.upper - q, p - a.lower))
        comparison.errors = (error(of: a), error(of: b))
        if let errors = comparison.errors {
            let both = length(errors.before, errors.after)
            comparison.chance = both > 0 ? 2 * Probability.normal(-abs(q - p) / both) : p == q ? 1 : 0
        }
        return comparison
    }

    private static func missing(_ scale: Scale, _ before: Int, _ after: Int) -> Comparison? {
        if before == 0, after == 0 { return Comparison(scale, verdict: .none) }
        if before == 0 { return Comparison(scale, verdict: .noneBefore) }
        if after == 0 { return Comparison(scale, verdict: .none) }
        return before < fewest || after < fewest ? Comparison(scale, verdict: .tooFew) : nil
    }

    /// What stands for zero where a logarithm is taken: half of the smallest value that is more.
    private static func floor(of samples: Sample...) -> Double {
        (samples.compactMap { $0.values.first { $0 > 0 } }.min() ?? 2) / 2
    }

    private static let z = Probability.normalQuantile((1 + level) / 2)

    private static func error(of interval: ConfidenceInterval) -> Double { (interval.upper - interval.lower) / (2 * z) }

    private static func error(of belief: Belief) -> Double? {
        guard let low = belief.quantile((1 - level) / 2), let high = belief.quantile((1 + level) / 2), low.isFinite,
            high.isFinite
        else { return nil }
        return (high - low) / (2 * z)
    }
}

private func zip(_ one: Double?, _ other: Double?) -> (Double, Double)? {
    if let one, let other { (one, other) } else { nil }
}
