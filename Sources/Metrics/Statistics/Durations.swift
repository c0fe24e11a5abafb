/// How long things lasted, some of which may not be over, put in order once for all that is asked of them.
package struct Durations: Sendable {
    package let count: Int
    /// How many are not over.
    package let censored: Int
    /// All of them, those that are not over with their age.
    package let sample: Sample
    /// The curve of Kaplan and Meier where some are not over.
    private let open: Survival?

    package init(_ spans: [Survival.Span]) {
        if spans.allSatisfy({ $0.count == 1 }) {
            self.init(spans.lazy.map(\.time), open: spans.lazy.filter { !$0.isOver }.map(\.time))
        } else {
            let censored = spans.reduce(0) { $0 + ($1.isOver ? 0 : $1.count) }
            self.init(
                count: spans.reduce(0) { $0 + $1.count }, censored: censored,
                sample: Sample(spans.flatMap { repeatElement($0.time, count: max(0, $0.count)) }),
                curve: censored == 0 ? nil : Survival(spans))
        }
    }

    private init(count: Int, censored: Int, sample: Sample, curve: Survival?) {
        self.count = count
        self.censored = censored
        self.sample = sample
        open = curve
    }

    /// Single things.
    ///
    /// - Parameter open: those among the times that are not over. Few are: they are put among the others, which are in order
    ///   already.
    package init(_ times: some Sequence<Double>, open: some Sequence<Double> = EmptyCollection()) {
        let (times, open) = (Array(times), Array(open))
        let sample = Sample(times)
        self.init(
            count: times.count, censored: open.count, sample: sample,
            curve: open.isEmpty ? nil : Survival(all: sample.values, open: open))
    }

    package var curve: Survival { open ?? Survival(sample.values.map { .init($0, isOver: true) }) }

    package var median: Double? { open.map(\.median) ?? sample.median }

    package func medianInterval() -> ConfidenceInterval? {
        if let open { open.medianInterval() } else { sample.medianInterval() }
    }
}
