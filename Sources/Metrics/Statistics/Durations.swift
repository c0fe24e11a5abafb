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
        count = spans.reduce(0) { $0 + $1.count }
        censored = spans.reduce(0) { $0 + ($1.isOver ? 0 : $1.count) }
        let isSingle = spans.allSatisfy { $0.count == 1 }
        sample =
            isSingle
            ? Sample(spans.lazy.map(\.time))
            : Sample(spans.flatMap { repeatElement($0.time, count: max(0, $0.count)) })
        // Few are not over: those are put among the others, which are in order already.
        open =
            censored == 0
            ? nil
            : isSingle
                ? Survival(all: sample.values, open: spans.lazy.filter { !$0.isOver }.map(\.time)) : Survival(spans)
    }

    package var curve: Survival { open ?? Survival(sample.values.map { .init($0, isOver: true) }) }

    package var median: Double? { open.map(\.median) ?? sample.median }

    package func medianInterval() -> ConfidenceInterval? {
        if let open { open.medianInterval() } else { sample.medianInterval() }
    }
}
