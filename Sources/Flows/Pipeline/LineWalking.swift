package import Git
import Metrics
import Provenance
package import Store
import Syntax

/// Walks along the main line, commit by commit, and notes what became of generated code: which lines came there by which edit,
/// when they went and by whom, how much of each edit's text stands in what was merged, and how expected it was.
///
/// It remembers where it was; what is older than its beginning belongs to nobody. Edits that arrive later but are older than
/// where it is make it begin anew.
package struct LineWalking {
    package struct Progress: Equatable, Sendable {
        package var steps = 0
        /// There is more: the next call goes on.
        package var isCut = false
    }

    private let store: Store
    private let checkout: Checkout
    private let git: GitCommand
    /// As `change` names it, and as sessions have it.
    private let repository: String
    private let identity: String

    /// - Returns: `nil` where the checkout is no repository that has a name.
    package init?(store: Store, checkout: Checkout, git: GitCommand = GitCommand()) {
        var places = RepositoryPlaces(store: store)
        guard let identity = places.place(ofWorkTree: checkout.root)?.identity else { return nil }
        self.store = store
        self.checkout = checkout
        self.git = git
        self.identity = identity
        repository = PipelineName.of(identity: identity)
    }

    private static let batch = 40

    /// - Parameters:
    ///   - tip: the newest commit of the main line, which `MainlineReading` has read.
    ///   - limit: after so long no further commit is begun.
    /// - Throws: `GitError`, `StoreError`.
    @discardableResult
    package func run(to tip: String, for limit: Duration) throws -> Progress {
        var before = try store.lineWalk(of: repository)
        let horizon = try store.editHorizon(in: identity, since: before?.edits ?? 0, before: before?.at ?? .min)
        if before != nil, horizon.hasOlder {
            try store.forgetLines(of: repository)
            before = nil
        }
        var progress = Progress()
        if before?.hash == tip { return progress }
        var start = before?.hash
        if before == nil {
            guard let first = try store.firstGeneratedWork(in: repository, identity: identity) else { return progress }
            start = try store.mainline(before: first, in: repository)
        }
        let clock = ContinuousClock()
        let began = clock.now
        var walker = try LineWalker(
            store: store, checkout: checkout, git: git, repository: repository, identity: identity, start: start,
            since: before?.at)
        var isBeaten = false
        func flush(_ walk: LineWalk) throws -> Bool {
            walker.batch.walk = walk
            guard let owners = try store.keep(walker.batch, of: repository, after: before) else { return false }
            walker.settle(owners)
            before = walk
            return true
        }
        var last: LineWalk?
        do {
            try git.steps(to: tip, after: start, in: checkout) { step in
                if progress.steps > 0, clock.now - began > limit {
                    progress.isCut = true
                    return false
                }
                try walker.take(step)
                progress.steps += 1
                let walk = LineWalk(
                    hash: step.hash, at: max(step.committedAt, last?.at ?? before?.at ?? 0),
                    firstAt: before?.firstAt ?? last?.firstAt ?? step.committedAt, edits: horizon.newest)
                last = walk
                if progress.steps.isMultiple(of: Self.batch) {
                    isBeaten = try !flush(walk)
                    if !isBeaten { last = nil }
                    return !isBeaten
                }
                return true
            }
        } catch GitError.failed, GitError.brokenOff {
            // What the walk had come to was taken out of history: the next begins anew.
            if progress.steps == 0 { try store.forgetLines(of: repository) }
            progress.isCut = true
        }
        if let last, !isBeaten { _ = try flush(last) }
        return progress
    }
}
