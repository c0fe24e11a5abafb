import Metrics

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Numbers drawn by chance, the same in every run (SplitMix64).
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func unit() -> Double { Double.random(in: Double.leastNonzeroMagnitude..<1, using: &self) }

    mutating func normal() -> Double { (-2 * log(unit())).squareRoot() * cos(2 * Double.pi * unit()) }

    /// Times as merge times are: their logarithms are normal, with a standard deviation of one.
    mutating func times(_ count: Int, median: Double = 1) -> [Double] {
        (0..<count).map { _ in median * exp(normal()) }
    }

    mutating func binomial(_ n: Int, _ p: Double) -> Int {
        (0..<n).reduce(0) { count, _ in count + (unit() < p ? 1 : 0) }
    }

    mutating func poisson(_ mean: Double) -> Int {
        var (count, product) = (0, unit())
        while product > exp(-mean) {
            count += 1
            product *= unit()
        }
        return count
    }
}
