#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Belief {
    /// The whole bootstrap distribution of a median, without drawing a sample.
    ///
    /// Of n = 2m − 1 values it is one of them: P(M* ≤ x₍i₎) = P(Bin(n, i/n) ≥ m) (Efron 1982, *The Jackknife, the
    /// Bootstrap and Other Resampling Plans*, 10.1). Of n = 2m it is the mean of the m-th and the next, which are x₍i₎ and
    /// x₍j₎, i < j, with C(n, m) (iᵐ − (i−1)ᵐ) ((n−j+1)ᵐ − (n−j)ᵐ) / nⁿ. What is rarer than 10⁻¹⁰ is left out.
    /// Of more than 400 the mean of two neighbours is no longer told from one value between them: of these, too, it is
    /// P(M* ≤ x₍i₎) = I of i/n with (n+1)/2 twice, which is the same where n is odd.
    package init(medianOf sample: Sample) {
        let values = sample.values
        let n = values.count
        guard n > 0 else {
            self.init([])
            return
        }
        let m = n / 2 + n % 2
        let isMiddle = n.isMultiple(of: 2) && n > Self.mostPairs
        // The median is hardly ever further than eight standard errors of its rank.
        let reach = Int(4 * Double(n).squareRoot()) + 8
        let ranks = max(1, n / 2 - reach)...min(n, n / 2 + reach)
        // P(X₍m₎ ≤ x₍i₎).
        func below(_ i: Int) -> Double {
            isMiddle
                ? Probability.beta(Double(i) / Double(n), Double(n + 1) / 2, Double(n + 1) / 2)
                : Probability.beta(Double(i) / Double(n), Double(m), Double(n - m + 1))
        }
        var atoms: [(value: Double, share: Double)] = []
        var last = below(ranks.lowerBound - 1)
        guard n.isMultiple(of: 2), !isMiddle else {
            for i in ranks {
                let next = below(i)
                atoms.append((values[i - 1], next - last))
                last = next
            }
            self.init(atoms)
            return
        }
        let choices = Probability.logGamma(Double(n) + 1) - 2 * Probability.logGamma(Double(m) + 1)
        // log((kᵐ − (k−1)ᵐ) / nᵐ)
        func step(_ k: Int) -> Double {
            let power = Double(m) * log(Double(k) / Double(n))
            return k == 1 ? power : power + log(-expm1(Double(m) * log1p(-1 / Double(k))))
        }
        for i in ranks {
            let next = below(i)
            let lower = choices + step(i)
            var apart = 0.0
            if i < n {
                apart = exp(lower + Double(m) * log(Double(n - i) / Double(n)))
                for j in (i + 1)...n {
                    let share = exp(lower + step(n - j + 1))
                    if share < 1e-10 { break }
                    atoms.append(((values[i - 1] + values[j - 1]) / 2, share))
                }
            }
            atoms.append((values[i - 1], max(0, next - last - apart)))
            last = next
        }
        self.init(atoms)
    }

    private static let mostPairs = 400
}
