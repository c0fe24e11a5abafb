package import Git
package import Store
import Text

/// Brings what a repository's main branch tells of the pipeline into the store: its commits, the requests that brought
/// them, reverts, agents' marks, and its tags.
package struct MainlineReading {
    package struct Summary: Equatable, Sendable {
        package var branch = ""
        package var commits = 0
        package var changes = 0
        package var tags = 0
        /// Nothing has come since the last time.
        package var isUnchanged = false
        /// A clone whose history was cut off.
        package var isShallow = false
    }

    private let store: Store
    private let checkout: Checkout
    private let git: GitCommand

    package init(store: Store, checkout: Checkout, git: GitCommand = GitCommand()) {
        self.store = store
        self.checkout = checkout
        self.git = git
    }

    /// What the repository is called where hosts speak of it.
    package func name() -> String? {
        var places = RepositoryPlaces(store: store)
        return places.place(ofWorkTree: checkout.root).map { PipelineName.of(identity: $0.identity) }
    }

    /// The newest commit of the main branch.
    package func tip() throws -> String? { try git.mainBranch(of: checkout)?.commit }

    /// - Parameters:
    ///   - now: Unix milliseconds UTC.
    ///   - isForced: reads it again though nothing has come.
    /// - Throws: `GitError`, `StoreError`.
    package func run(now: Int64, isForced: Bool = false) throws -> Summary {
        var summary = Summary()
        summary.isShallow = checkout.isShallow
        guard let repository = name(), let main = try git.mainBranch(of: checkout) else { return summary }
        summary.branch = main.name
        let tags = try git.tags(of: checkout)
        let key = "mainline \(repository)"
        let state = "\(main.commit) \(tags.count) \(tags.map(\.at).max() ?? 0)"
        if try !isForced && store.noted(key) == state {
            summary.isUnchanged = true
            return summary
        }
        var line = MainLine(notes: try store.notedCommits())
        try git.commits(of: main.commit, in: checkout) { line.add($0) }
        let (commits, changes) = line.landed(in: repository, tip: main.commit)
        let releases = tags.filter { Self.isVersion($0.name) }.map { tag in
            var release = ReleaseRecord(
                repository: repository, tag: tag.name, commit: tag.commit, at: tag.at, source: .tag)
            release.isPrerelease = Self.isPrerelease(tag.name)
            return release
        }
        try store.keep(mainline: commits, changes: changes, releases: releases, of: repository, now: now)
        try store.forgetMainline(of: repository, except: Set(commits.map(\.hash)))
        try store.note(state, for: key)
        (summary.commits, summary.changes, summary.tags) = (commits.count, changes.count, releases.count)
        return summary
    }

    /// Does merges again that were not yet, the newest first, and notes which had conflicts.
    ///
    /// - Parameter limit: no further one is begun after so long; the next call goes on.
    /// - Returns: how many were done again.
    @discardableResult
    package func replayMerges(for limit: Duration) throws -> Int {
        guard let repository = name() else { return 0 }
        let waiting = try store.mergesToReplay(of: repository, limit: 5000)
        guard !waiting.isEmpty else { return 0 }
        let replay = try MergeReplay(of: checkout, by: git)
        let facts = GitObjects(of: checkout, by: git)
        let clock = ContinuousClock()
        let start = clock.now
        var done: [(hash: String, conflicts: Int)] = []
        for hash in waiting where clock.now - start < limit {
            guard let parents = try? facts.commit(hash)?.parents, parents.count == 2,
                let conflicts = replay.conflicts(parents[0], parents[1])
            else { continue }
            done.append((hash, conflicts))
        }
        try store.note(conflicts: done, of: repository)
        return done.count
    }

    /// `v1.2`, `1.2.3`, `shop-2.0`: a tag with a number of at least two parts in it, or `v` and a number.
    static func isVersion(_ tag: String) -> Bool {
        let last = tag.split(separator: "/").last.map(String.init) ?? tag
        let digits = last.drop { !$0.isASCII || !$0.isNumber }
        guard !digits.isEmpty else { return false }
        let isAlone = last.count == digits.count || last.lowercased().hasPrefix("v")
        let parts = digits.prefix { $0.isNumber || $0 == "." }.split(separator: ".")
        return parts.count >= 2 || (isAlone && parts.count == 1 && digits.allSatisfy(\.isNumber))
    }

    /// `v1.2-rc.1`, `2.0.0b3`: letters behind the number.
    static func isPrerelease(_ tag: String) -> Bool {
        let digits = tag.drop { !$0.isNumber }.drop { $0.isNumber || $0 == "." }.lowercased()
        return ["alpha", "beta", "rc", "pre", "dev", "nightly", "snapshot", "canary"].contains { digits.contains($0) }
            || digits.range(of: #/^[ab][0-9]/#) != nil
    }
}

extension String {
    fileprivate func range(of expression: Regex<Substring>) -> Range<String.Index>? { firstRange(of: expression) }
}
