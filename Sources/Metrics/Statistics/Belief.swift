/// What a sample lets one believe of a figure: values, each with its share of the belief.
///
/// Its quantiles are the ends of intervals. Values may be infinite where the sample does not reach.
package struct Belief: Sendable {
    /// Growing.
    package private(set) var values: [Double] = []
    /// How much of the belief lies at or below each value.
    package private(set) var cumulated: [Double] = []

    /// - Parameter atoms: in any order; shares are scaled to a sum of one.
    package init(_ atoms: [(value: Double, share: Double)]) {
        var sum = 0.0
        for (value, share) in atoms.sorted(by: { $0.value < $1.value }) where share > 0 {
            sum += share
            if values.last == value {
                cumulated[cumulated.count - 1] = sum
            } else {
                values.append(value)
                cumulated.append(sum)
            }
        }
        guard sum > 0 else { return }
        for place in cumulated.indices { cumulated[place] /= sum }
    }

    package func share(atOrBelow value: Double) -> Double {
        let place = values.partition { $0 > value }
        return place == 0 ? 0 : cumulated[place - 1]
    }

    package func share(below value: Double) -> Double {
        let place = values.partition { $0 >= value }
        return place == 0 ? 0 : cumulated[place - 1]
    }

    /// The smallest value with so much of the belief at or below it.
    package func quantile(_ share: Double) -> Double? {
        guard let last = values.last else { return nil }
        let place = cumulated.partition { $0 >= share - 1e-12 }
        return place < values.count ? values[place] : last
    }

    package func map(_ transform: (Double) -> Double) -> Belief {
        var copy = self
        copy.values = values.map(transform)
        return copy
    }

    /// The share of the belief at each value.
    var shares: [Double] {
        zip(cumulated, [0] + cumulated).map { $0 - $1 }
    }
}

extension [Double] {
    /// The first place from which on the condition holds, by halving; the elements are in order.
    fileprivate func partition(_ holds: (Double) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
