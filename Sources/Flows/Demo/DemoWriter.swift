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

    /// Without a repository on the disk.
    package func fill(_ store: Store) throws {
        let place = RepositoryPlace(identity: "demo:shop", name: "shop", directory: nil)
        try fill(store, story: StoryTeller(plan: plan).batch(in: place, commits: []))
    }

    /// - Parameters:
    ///   - story: what happened in the demo's own repository; its generations count with the others.
    ///   - report: called with the number of generations that are written.
    func fill(_ store: Store, story: Batch, report: (Int) -> Void = { _ in }) throws {
        try store.markSynthetic(
            "demo of \(plan.generations) generations, seed \(plan.seed), up to \(Timestamp(milliseconds: plan.now).iso)"
        )
        let handoff = Handoff<(batch: Batch, generations: Int)>(capacity: 2)
        let thread = Thread {
            make(story) { handoff.put(($0, $1)) }
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
        let shop = story.repositories.values.first { $0.name == "shop" }?.identity ?? "demo:shop"
        let pipeline = DemoPipeline(plan: plan, repository: PipelineName.of(identity: shop))
        _ = try store.take(pipeline.records, now: plan.now)
        let edits = try store.editTimes(in: shop, since: plan.now - DemoPipeline.span, limit: 2000)
        try store.keep(pipeline.lines(of: edits), of: pipeline.repository, after: nil)
        try store.addUpUsage(limit: nil)
    }

    /// From the oldest session to the newest, and the story last.
    private func make(_ story: Batch, deliver: (Batch, Int) -> Bool) {
        let told = story.sightings.count { if case .generation = $0 { true } else { false } }
        let sizes = sizes(plan.generations - told)
        let ends = Rhythm(sessions: sizes.count, plan: plan).ends
        var batch = Batch()
        batch.sightings = Hazard.all.map { .rule($0.rule) }
        var count = 0
        for index in sizes.indices.reversed() {
            // The oldest is cut short, where the count is reached.
            let limit = index == sizes.count - 1 ? sizes[index] : .max
            let shape = SessionShape(index, plan: plan, limit: limit)
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
        batch.sightings += story.sightings
        batch.repositories.merge(story.repositories) { $1 }
        _ = deliver(batch, count + told)
    }

    /// How many generations each session has, the newest first.
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
