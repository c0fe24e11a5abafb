#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The distributions that intervals are made from.
package enum Probability {
    /// P(Z ≤ z) of the standard normal.
    package static func normal(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

    /// The z with P(Z ≤ z) = p; infinite at 0 and 1.
    package static func normalQuantile(_ p: Double) -> Double {
        guard p > 0 else { return -.infinity }
        guard p < 1 else { return .infinity }
        return root(in: -40...40) { normal($0) - p }
    }

    /// The t with P(T ≤ t) = p of Student's distribution, p at least one half.
    package static func studentQuantile(_ p: Double, _ freedom: Int) -> Double {
        guard p < 1 else { return .infinity }
        let v = Double(max(freedom, 1))
        // P(|T| > t) = I of v/(v + t²) with v/2 and 1/2.
        let x = betaQuantile(2 * (1 - p), v / 2, 0.5)
        return x > 0 ? (v / x - v).squareRoot() : .infinity
    }

    /// P(X ≤ k) of a binomial.
    package static func binomial(_ k: Int, of n: Int, _ p: Double) -> Double {
        if k < 0 { return 0 }
        if k >= n { return 1 }
        return 1 - beta(p, Double(k + 1), Double(n - k))
    }

    /// The regularised incomplete beta function I_x(a, b), by its continued fraction (Abramowitz and Stegun 26.5.8).
    package static func beta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        if x > (a + 1) / (a + b + 2) { return 1 - beta(1 - x, b, a) }
        let front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x)) / a
        return front
            * fraction(limit: 10_000) { step in
                if step == 0 { return (1, 1) }
                let m = Double(step / 2)
                let term =
                    step.isMultiple(of: 2)
                    ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
                    : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
                return (term, 1)
            }
    }

    /// The x with I_x(a, b) = p.
    package static func betaQuantile(_ p: Double, _ a: Double, _ b: Double) -> Double {
        if p <= 0 { return 0 }
        if p >= 1 { return 1 }
        return root(in: 0...1) { beta($0, a, b) - p }
    }

    /// The regularised lower incomplete gamma function P(a, x): the chance that a Poisson of mean x is at least a.
    package static func gamma(_ a: Double, _ x: Double) -> Double {
        if x <= 0 { return 0 }
        let front = exp(a * log(x) - x - logGamma(a))
        if x < a + 1 {
            // Abramowitz and Stegun 6.5.29.
            var (term, sum, n) = (1 / a, 1 / a, a)
            while abs(term) > abs(sum) * 1e-16 {
                n += 1
                term *= x / n
                sum += term
            }
            return front * sum
        }
        // 6.5.31: Γ(a, x) = e^-x x^a / (x+1-a - 1(1-a) / (x+3-a - 2(2-a) / …)).
        let upper = fraction(limit: 100_000) { step in
            let n = Double(step)
            return (step == 0 ? 1 : -n * (n - a), x + 1 - a + 2 * n)
        }
        return 1 - front * upper
    }

    /// The x with P(a, x) = p.
    package static func gammaQuantile(_ p: Double, _ a: Double) -> Double {
        if p <= 0 { return 0 }
        if p >= 1 { return .infinity }
        var high = a + 1
        while gamma(a, high) < p { high *= 2 }
        return root(in: 0...high) { gamma(a, $0) - p }
    }

    /// log Γ(x) for x > 0.
    static func logGamma(_ x: Double) -> Double {
        // Lanczos, g = 7.
        let weights = [
            0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
            12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
        ]
        let x = x - 1
        var sum = weights[0]
        for i in 1...8 { sum += weights[i] / (x + Double(i)) }
        let t = x + 7.5
        return 0.5 * log(2 * Double.pi) + (x + 0.5) * log(t) - t + log(sum)
    }

    /// a0 / (b0 + a1 / (b1 + …)) by Lentz.
    private static func fraction(limit: Int, _ step: (Int) -> (a: Double, b: Double)) -> Double {
        let tiny = 1e-300
        var (value, c, d) = (tiny, tiny, 0.0)
        for n in 0..<limit {
            let (a, b) = step(n)
            d = b + a * d
            if d == 0 { d = tiny }
            c = b + a / c
            if c == 0 { c = tiny }
            d = 1 / d
            value *= c * d
            if n > 0, abs(c * d - 1) < 1e-15 { break }
        }
        return value
    }

    /// Where a growing function is zero, by halving.
    static func root(
        in range: ClosedRange<Double>, precision: Double = 1e-14, _ function: (Double) -> Double
    ) -> Double {
        var (low, high) = (range.lowerBound, range.upperBound)
        while true {
            let middle = low + (high - low) / 2
            if middle <= low || middle >= high || high - low < precision * max(abs(high), 1e-3) { return middle }
            if function(middle) < 0 { low = middle } else { high = middle }
        }
    }
}
