/// One figure of one period, with what it was made from.
package struct Figure: Sendable {
    package enum Measured: Sendable {
        case times(Durations)
        case share(Proportion)
        /// - Parameter parts: counts of equal stretches of it, which say how unevenly they come.
        case rate(Rate, parts: [Int])
        /// What is left of it after some days.
        case left(GroupedSurvival)
    }

    package var measured: Measured
    /// How many belong to the period of which what is needed is not known.
    package var missing: Int

    package init(_ measured: Measured, missing: Int = 0) {
        self.measured = measured
        self.missing = missing
    }

    /// How many it was made from.
    package var count: Int {
        switch measured {
        case .times(let times): times.count
        case .share(let share): share.total
        case .rate(let rate, _): Int(rate.count)
        case .left(let survival): survival.count
        }
    }

    /// How many of these are not over yet.
    package var censored: Int {
        if case .left(let survival) = measured { return survival.censored }
        guard case .times(let times) = measured else { return 0 }
        return times.censored
    }

    package var value: Double? {
        switch measured {
        case .times(let times): times.median
        case .share(let share): share.share
        case .rate(let rate, _): rate.value
        case .left(let survival): survival.share
        }
    }

    package var interval: ConfidenceInterval? {
        switch measured {
        case .times(let times): times.medianInterval()
        case .share(let share): share.interval()
        case .rate(let rate, let parts):
            {
                let unevenness = max(Rate.unevenness([parts]), rate.clump)
                return Rate(rate.count / unevenness, in: rate.time / unevenness).interval()
            }()
        case .left(let survival): survival.interval()
        }
    }

    /// Where the middle half lies, of times that are all over.
    package var middleHalf: ConfidenceInterval? {
        guard case .times(let times) = measured, times.censored == 0 else { return nil }
        guard let low = times.sample.quantile(0.25), let high = times.sample.quantile(0.75) else { return nil }
        return ConfidenceInterval(low, high)
    }

    /// What may be said of the change between two.
    package static func compare(_ before: Figure, _ after: Figure) -> Comparison {
        switch (before.measured, after.measured) {
        case (.times(let x), .times(let y)): .medians(before: x, after: y)
        case (.share(let x), .share(let y)): .shares(before: x, after: y)
        case (.rate(let x, let first), .rate(let y, let second)):
            .rates(before: x, after: y, unevenness: max(Rate.unevenness([first, second]), x.clump, y.clump))
        case (.left(let x), .left(let y)): .survivals(before: x, after: y)
        default: Comparison(.ratio, verdict: .none)
        }
    }
}
