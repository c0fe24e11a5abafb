/// How far one sample stands above another: P(after > before) − P(after < before), from −1 to 1 (Cliff 1993).
package enum CliffsDelta {
    /// - Returns: `nil` where a side is empty.
    package static func of(before: Sample, after: Sample) -> Double? {
        let (x, y) = (before.values, after.values)
        guard !x.isEmpty, !y.isEmpty else { return nil }
        var (below, notAbove, sum) = (0, 0, 0)
        for value in y {
            while below < x.count, x[below] < value { below += 1 }
            while notAbove < x.count, x[notAbove] <= value { notAbove += 1 }
            sum += below - (x.count - notAbove)
        }
        return Double(sum) / (Double(x.count) * Double(y.count))
    }
}
