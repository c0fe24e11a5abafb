#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Comparison {
    /// z₀.₉₇₅ + z₀.₈: so many standard errors a true change must be away to be told in four of five cases (Cohen 1988).
    private static let reach = Probability.normalQuantile(0.975) + Probability.normalQuantile(0.8)

    /// The smallest change that samples like these would have told in four of five cases: a ratio above 1 (its inverse is
    /// as clear), or a difference above 0.
    package var smallestEffect: Double? {
        guard let errors else { return nil }
        let error = (errors.before * errors.before + errors.after * errors.after).squareRoot()
        return scale == .ratio ? exp(Self.reach * error) : Self.reach * error
    }

    /// How many times as many as now would be needed after, to tell a change of this size; at most 1 where it could be told
    /// by now, `nil` where even any number would not do, for what was before is too little.
    ///
    /// - Parameter effect: 0.8 for a fall by a fifth, on the scale of the comparison.
    package func growthNeeded(toTell effect: Double) -> Double? {
        guard let errors, scale == .difference || effect > 0 else { return nil }
        let size = (scale == .ratio ? abs(log(effect)) : abs(effect)) / Self.reach
        let left = size * size - errors.before * errors.before
        return left > 0 ? errors.after * errors.after / left : nil
    }
}
