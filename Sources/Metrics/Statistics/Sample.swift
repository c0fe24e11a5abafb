/// Measured values, in order.
package struct Sample: Equatable, Sendable {
    package let values: [Double]

    package init(_ values: some Sequence<Double>) {
        self.values = Array(values).ordered()
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

    /// The interval of the median from order statistics: between x₍k₎ … x₍n+1−k₎ with the largest k for which
    /// 2 P(Bin(n, ½) < k) ≤ α, which holds the truth more often than it says, and the next narrower one, so far in as the level
    /// asks for (Hettmansperger and Sheather 1986).
    ///
    /// It holds whatever the distribution. Below six values no interval of 95 % has an end: `nil`.
    package func medianInterval(level: Double = 0.95) -> ConfidenceInterval? {
        let n = count
        /// How often x₍k₎ … x₍n+1−k₎ holds the median.
        func held(_ k: Int) -> Double { 1 - 2 * Probability.binomial(k - 1, of: n, 0.5) }
        var low = 0
        var high = n / 2
        // The largest k that is still rare enough.
        while low < high {
            let middle = (low + high + 1) / 2
            if held(middle) >= level { low = middle } else { high = middle - 1 }
        }
        guard low > 0 else { return nil }
        let k = Double(low)
        guard low < n / 2 else { return ConfidenceInterval(values[low - 1], values[n - low]) }
        let over = (held(low) - level) / (held(low) - held(low + 1))
        let inward = (Double(n) - k) * over / (k + (Double(n) - 2 * k) * over)
        return ConfidenceInterval(
            (1 - inward) * values[low - 1] + inward * values[low],
            (1 - inward) * values[n - low] + inward * values[n - low - 1])
    }
}
