#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How long things last, where some are not over yet (Kaplan and Meier 1958).
///
/// S(t) = ∏ (1 − dᵢ/nᵢ) over the times tᵢ ≤ t at which something ended: dᵢ ended of nᵢ that were still under way. What is
/// not over (censored) counts among nᵢ up to its age.
package struct Survival: Sendable {
    /// One thing, or several of the same age.
    package struct Span: Equatable, Sendable {
        package var time: Double
        /// Whether it ended then; else it was under way when last seen.
        package var isOver: Bool
        package var count: Int

        package init(_ time: Double, isOver: Bool, count: Int = 1) {
            self.time = time
            self.isOver = isOver
            self.count = count
        }
    }

    package struct Step: Equatable, Sendable {
        package var time: Double
        package var share: Double
        /// Greenwood's sum Σ d / (n (n − d)); infinite after the last has ended.
        package var variance: Double
        package var atRisk: Int
        package var ended: Int
    }

    package let steps: [Step]
    package let count: Int
    package let censored: Int
    private let lastTime: Double

    package init(_ spans: [Span]) {
        self.init(ordered: spans.filter { !$0.time.isNaN && $0.count > 0 }.sorted { $0.time < $1.time })
    }

    /// The same of single things.
    ///
    /// - Parameters:
    ///   - all: their times, in order.
    ///   - open: the times of those among them that are not over.
    init(all: [Double], open: some Sequence<Double>) {
        let open = Array(open).ordered()
        var (spans, place) = ([Span](), 0)
        spans.reserveCapacity(all.count)
        for time in all {
            // Of equal times it is all one which of them is not over.
            let isOpen = place < open.count && open[place] == time
            if isOpen { place += 1 }
            spans.append(Span(time, isOver: !isOpen))
        }
        self.init(ordered: spans)
    }

    private init(ordered spans: [Span]) {
        count = spans.reduce(0) { $0 + $1.count }
        censored = spans.reduce(0) { $0 + ($1.isOver ? 0 : $1.count) }
        lastTime = spans.last?.time ?? 0
        var steps: [Step] = []
        var (left, share, variance, place) = (count, 1.0, 0.0, 0)
        while place < spans.count {
            let time = spans[place].time
            var (ended, gone) = (0, 0)
            while place < spans.count, spans[place].time == time {
                if spans[place].isOver { ended += spans[place].count }
                gone += spans[place].count
                place += 1
            }
            if ended > 0 {
                share *= 1 - Double(ended) / Double(left)
                variance += left == ended ? .infinity : Double(ended) / (Double(left) * Double(left - ended))
                steps.append(Step(time: time, share: share, variance: variance, atRisk: left, ended: ended))
            }
            left -= gone
        }
        self.steps = steps
    }

    /// The share that lasts longer than a time; `nil` where nothing was watched for so long.
    package func share(at time: Double) -> Double? {
        guard count > 0 else { return nil }
        let step = steps.last { $0.time <= time }
        // All have ended: none comes back.
        if step?.share == 0 { return 0 }
        return time > lastTime ? nil : step?.share ?? 1
    }

    /// Greenwood's interval on the scale of log(−log S), which stays within 0 and 1 (Kalbfleisch and Prentice 1980).
    package func interval(at time: Double, level: Double = 0.95) -> ConfidenceInterval? {
        guard share(at: time) != nil else { return nil }
        guard let step = steps.last(where: { $0.time <= time }) else { return ConfidenceInterval(1, 1) }
        return Self.interval(of: step, Probability.normalQuantile((1 + level) / 2))
    }

    private static func interval(of step: Step, _ z: Double) -> ConfidenceInterval {
        guard step.share > 0 else { return ConfidenceInterval(0, 0) }
        let error = step.variance.squareRoot() / log(step.share)
        return ConfidenceInterval(pow(step.share, exp(-z * error)), pow(step.share, exp(z * error)))
    }

    /// The first time by which half has ended, and where just a half has, the middle between it and the next; `nil` where
    /// that is not seen. So it is the plain median where everything is over.
    package var median: Double? {
        // Products of fractions miss one half by a little.
        guard let place = steps.firstIndex(where: { $0.share <= 0.5 + 1e-9 }) else { return nil }
        let isHalf = abs(steps[place].share - 0.5) <= 1e-9 && place + 1 < steps.count
        return isHalf ? (steps[place].time + steps[place + 1].time) / 2 : steps[place].time
    }

    /// Brookmeyer and Crowley's interval (1982): from the first time at which the lower end of S is at most one half to the
    /// first at which its upper end is.
    package func medianInterval(level: Double = 0.95) -> ConfidenceInterval? {
        let z = Probability.normalQuantile((1 + level) / 2)
        guard let low = steps.first(where: { Self.interval(of: $0, z).lower <= 0.5 })?.time else { return nil }
        return ConfidenceInterval(low, steps.first { Self.interval(of: $0, z).upper <= 0.5 }?.time ?? .infinity)
    }

    /// What may be believed of the median: P(M ≤ t) = Φ((π/4 − arcsin √S(t)) / s(t)) with s² = S σ / 4(1 − S), σ being
    /// Greenwood's sum: the scale on which the error hangs least on S (Borgan and Liestøl 1990).
    package var medianBelief: Belief {
        var atoms: [(value: Double, share: Double)] = []
        var last = 0.0
        for step in steps {
            var next = 1.0
            if step.share > 0, step.share < 1 {
                let error = (step.share * step.variance / (1 - step.share)).squareRoot() / 2
                next = Probability.normal((Double.pi / 4 - asin(step.share.squareRoot())) / error)
            }
            guard next > last else { continue }
            atoms.append((step.time, next - last))
            last = next
        }
        if last < 1 { atoms.append((.infinity, 1 - last)) }
        return Belief(atoms)
    }
}
