package import Store

/// Works off the edits that wait for their shingles: in short transactions, so that whoever else writes need not wait.
package struct ShingleIndexing {
    private let store: Store

    /// So many edits, or so much text of them, are one run of the index.
    private static let mostEdits = 512
    private static let mostBytes = 4 << 20
    /// More entries than these are not merged while an answer is waited for.
    private static let mostEntries = 1_000_000

    package init(store: Store) { self.store = store }

    /// - Parameter isStopped: asked between transactions; what is left stays queued.
    /// - Returns: how many edits were taken into the index.
    @discardableResult
    package func run(until isStopped: () -> Bool = { false }) throws -> Int {
        let count = try index(until: isStopped)
        while !isStopped(), try store.mergeShingleRuns() { continue }
        return count
    }

    private func index(until isStopped: () -> Bool) throws -> Int {
        var count = 0
        while !isStopped() {
            let ids = try store.pendingEdits(limit: Self.mostEdits)
            if ids.isEmpty { break }
            count += try index(ids, until: isStopped)
        }
        return count
    }

    /// Takes some edits into the index before all others.
    package func run(for edits: [Int64]) throws { _ = try index(edits) { false } }

    private func index(_ ids: [Int64], until isStopped: () -> Bool) throws -> Int {
        var entries: [ShingleEntry] = []
        var done: [Int64] = []
        var bytes = 0
        for start in stride(from: 0, to: ids.count, by: 16) {
            let some = Array(ids[start..<min(start + 16, ids.count)])
            for edit in try store.edits(some) {
                let written = WrittenEdit(edit)
                let shingles = Set(written.pieces.flatMap(\.shingles))
                entries += shingles.map { ShingleEntry(shingle: $0, edit: edit.origin.id) }
                bytes += (edit.after?.utf8.count ?? 0) + (edit.patch?.utf8.count ?? 0)
            }
            done += some
            if bytes >= Self.mostBytes || isStopped() { break }
        }
        try store.index(entries, of: done)
        return done.count
    }
}

extension ShingleIndexing {
    /// Works off what waits for about a second before a question is answered; of more the answer says how many wait.
    ///
    /// - Returns: how many were taken; none where the store may not be written.
    @discardableResult
    package static func catchUp(_ store: Store, for time: Duration = .seconds(1)) throws -> Int {
        let end = ContinuousClock.now + time
        do {
            let count = try ShingleIndexing(store: store).index { ContinuousClock.now >= end }
            // Of many edits at once the runs are left over: every question would ask each of them.
            while ContinuousClock.now < end, try store.mergeShingleRuns(ofAtMost: mostEntries) { continue }
            return count
        } catch let error as StoreError where [.readOnly, .full, .busy].contains(error.code) {
            return 0
        }
    }
}
