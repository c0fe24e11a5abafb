/// Without Foundation, and the same on every machine.
enum Logarithm {
    /// To the base of two, of what is between 0 and 1.
    static func two(_ value: Double) -> Double {
        guard value > 0 else { return 0 }
        var result = Double(value.exponent)
        var rest = value.significand
        var step = 0.5
        for _ in 0..<24 {
            rest *= rest
            if rest >= 2 {
                rest /= 2
                result += step
            }
            step /= 2
        }
        return result
    }
}
