/// A distribution as it was measured: the values at fixed ranks.
struct Quantiles {
    /// From the smallest value to the largest.
    static let ranks = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1]

    let values: [Int]

    /// The value that stands at a rank between 0 and 1.
    func value(at rank: Double) -> Int {
        let above = Self.ranks.firstIndex { rank < $0 } ?? Self.ranks.count - 1
        let (lower, upper) = (Self.ranks[above - 1], Self.ranks[above])
        var share = (rank - lower) / (upper - lower)
        // Beyond the last rank a few values are very large, and most are not.
        if upper == 1 { share = share * share * share * share }
        let value = Double(values[above - 1]) + Double(values[above] - values[above - 1]) * share
        return Int(value.rounded())
    }

    func draw(_ dice: inout Dice) -> Int {
        value(at: dice.unit())
    }
}
