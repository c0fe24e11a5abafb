import Foundation
import Provenance
package import Store
import Text

/// Fills an empty store with a demo's records.
///
/// Through the same doors as every history, so that turns, roll-ups, risk and search are what they are for real ones. One
/// thread makes, the caller's writes.
package struct DemoWriter: Sendable {
    package let plan: DemoPlan

    /// About how many generations go into one transaction.
    private static let batchSize = 4000

    package init(_ plan: DemoPlan) {
        self.plan = plan
    }

    /// - Parameter report: called with the number of generations that are written.
    package func fill(_ store: Store, report: (Int) -> Void = { _ in }) throws {
        try store.markSynthetic("demo of \(plan.generations) generations, seed \(plan.seed), up to \(plan.now)")
        let handoff = Handoff<(batch: Batch, generations: Int)>(capacity: 2)
        let thread = Thread {
            make { handoff.put(($0, $1)) }
            handoff.close()
        }
        thread.stackSize = 8 << 20
        thread.start()
        defer { handoff.close() }
        var written = 0
        while let piece = handoff.take() {
            try store.apply(piece.batch)
            // What is made up has no secrets in it, and every body says so: nothing is left to redact.
            try store.settle(limit: nil) { _ in nil }
            written += piece.generations
            report(written)
        }
    }

    /// From the oldest session to the newest.
    private func make(deliver: (Batch, Int) -> Bool) {
        let sizes = sizes(plan.generations)
        let ends = Rhythm(sessions: sizes.count, plan: plan).ends
        var batch = Batch()
        batch.sightings = Hazard.all.map { .rule($0.rule) }
        var count = 0
        for index in sizes.indices.reversed() {
            let shape = SessionShape(index, plan: plan, limit: sizes[index])
            var maker = SessionMaker(index, shape: shape, end: ends[index], plan: plan)
            maker.make()
            batch.sightings += maker.sightings
            batch.repositories[maker.session.uid] = maker.repository.place
            count += shape.generations
            guard count >= Self.batchSize else { continue }
            guard deliver(batch, count) else { return }
            batch = Batch()
            count = 0
        }
        _ = deliver(batch, count)
    }

    /// How many generations each session has, the newest first; the oldest is cut short where the count is reached.
    private func sizes(_ wanted: Int) -> [Int] {
        var sizes: [Int] = []
        var rest = wanted
        while rest > 0 {
            let size = SessionShape(sizes.count, plan: plan, limit: rest).generations
            sizes.append(size)
            rest -= size
        }
        return sizes
    }
}
