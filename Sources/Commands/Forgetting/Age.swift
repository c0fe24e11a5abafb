import ArgumentParser

/// A length of time as it is typed: `90d`, `12w`, `6mo`, `2y`.
struct Age: ExpressibleByArgument {
    let milliseconds: Int64

    private static let units: [(String, Int64)] = [("mo", 30), ("d", 1), ("w", 7), ("y", 365)]

    init?(argument: String) {
        for (unit, days) in Self.units where argument.hasSuffix(unit) {
            guard let count = Int64(argument.dropLast(unit.count)), (1...100_000).contains(count) else { return nil }
            milliseconds = count * days * 86_400_000
            return
        }
        return nil
    }
}
