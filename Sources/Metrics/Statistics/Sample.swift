/// Measured values, in order.
package struct Sample: Equatable, Sendable {
    package let values: [Double]

    package init(_ values: some Sequence<Double>) {
        self.values = values.filter { !$0.isNaN }.sorted()
    }

    package var count: Int { values.count }

    /// The middle value, of two the mean; `nil` of nothing.
    package var median: Double? { quantile(0.5) }

    /// The value at a rank between 0 and 1, interpolated between neighbours (Hyndman and Fan's type 7).
    package func quantile(_ rank: Double) -> Double? {
        guard let last = values.indices.last else { return nil }
        let place = min(max(rank, 0), 1) * Double(last)
        let low = Int(place)
        let rest = place - Double(low)
        return rest == 0 ? values[low] : values[low] * (1 - rest) + values[min(low + 1, last)] * rest
    }

    /// The interval of the median from order statistics: x₍k₎ … x₍n+1−k₎ with the largest k for which
    /// 2 P(Bin(n, ½) < k) ≤ α (Conover, *Practical Nonparametric Statistics*, 3.2).
    ///
    /// It holds whatever the distribution. Below six values no interval of 95 % has an end: `nil`.
    package func medianInterval(level: Double = 0.95) -> ConfidenceInterval? {
        let n = count
        var low = 0
        var high = n / 2
        // The largest k that is still rare enough.
        while low < high {
            let middle = (low + high + 1) / 2
            if 2 * Probability.binomial(middle - 1, of: n, 0.5) <= 1 - level { low = middle } else { high = middle - 1 }
        }
        return low == 0 ? nil : ConfidenceInterval(values[low - 1], values[n - low])
    }
}
