package import Metrics
package import Store
import Synchronization

/// Reads from a store what the pipeline's figures are made from.
package struct PipelineStats: Sendable {
    let store: Store
    /// `owner/name`; `nil` for all.
    package var repository: String?
    /// Unix milliseconds UTC.
    package var now: Int64
    /// By how much the clock whose days are meant is ahead of UTC, in milliseconds.
    package var offset: Int64

    package init(store: Store, repository: String?, now: Int64, offset: Int64 = 0) {
        self.store = store
        self.repository = repository
        self.now = now
        self.offset = offset
    }

    /// - Parameter metrics: which figures are wanted: what the others need is not read.
    package func facts(
        from: Int64, to: Int64, for metrics: Set<PipelineMetric> = Set(PipelineMetric.allCases)
    ) throws -> PipelineFacts {
        try sides(nil, from..<max(from, to), for: metrics).after
    }

    /// The facts of a period and of the one before it; of much each part is read by whichever of two connections is free.
    package func sides(
        _ before: Range<Int64>?, _ after: Range<Int64>, for metrics: Set<PipelineMetric>
    ) throws -> (before: PipelineFacts?, after: PipelineFacts) {
        let periods = [before, after].compactMap(\.self)
        let readings = FactReadings(
            repository: repository, periods: periods, now: now, offset: offset, metrics: metrics)
        var facts = periods.map {
            PipelineFacts(
                scope: PipelineScope(repository: repository, from: $0.lowerBound, to: $0.upperBound), now: now)
        }
        // Of little, all is read before a second connection is open.
        let parts =
            try store.isLargePipeline() ? try beside(readings.all) : readings.all.map { try $0(store) }
        for part in parts { part(&facts) }
        return (before == nil ? nil : facts[0], facts[facts.count - 1])
    }

    private func beside(_ readings: [FactReadings.Reading]) throws -> [FactReadings.Part] {
        let next = Mutex(0)
        let parts = Mutex([FactReadings.Part?](repeating: nil, count: readings.count))
        @Sendable func work(_ store: Store) throws {
            while true {
                let place = next.withLock { place in
                    defer { place += 1 }
                    return place
                }
                guard place < readings.count else { return }
                let part = try readings[place](store)
                parts.withLock { $0[place] = part }
            }
        }
        let store = store
        _ = try bothAtOnce {
            try work(store)
        } _: {
            try work(store.beside())
        }
        return parts.withLock { $0.compactMap(\.self) }
    }

    /// The periods to compare where a moment splits time: after it until now, and as long before it, no longer than
    /// anything is known of.
    package func periods(split: Int64) throws -> (before: Range<Int64>, after: Range<Int64>) {
        let end = try max(end(), split + 1)
        let length = end - split
        let first = try store.pipelineSpan(of: repository)?.first ?? split - length
        return (max(min(first, split), split - length)..<split, split..<end)
    }

    /// Until when is known what happened: now, but where the last commit and change here are older than two weeks, a day
    /// after them. A clone that nobody fetched for months does not say that nothing happened since.
    package func end() throws -> Int64 {
        guard let last = try store.pipelineSpan(of: repository)?.last, last < now - 14 * 86_400_000 else { return now }
        return last + 86_400_000
    }

    /// The moment of the first commit that is known to be generated.
    package func firstGenerated() throws -> Int64? { try store.firstGenerated(in: repository) }
}
