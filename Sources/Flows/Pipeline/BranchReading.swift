package import Git
import Metrics
import Provenance
package import Store
import Syntax

/// Looks at the branches that are not merged: how far each has gone from the main line, and whether it would conflict.
package struct BranchReading {
    private let store: Store
    private let checkout: Checkout
    private let git: GitCommand

    private static let most = 20
    private static let mostFiles = 300
    private static let mostBytes: Int64 = 400_000
    /// A branch that has not moved for so long is not open.
    private static let patience: Int64 = 90 * 86_400_000

    package init(store: Store, checkout: Checkout, git: GitCommand = GitCommand()) {
        self.store = store
        self.checkout = checkout
        self.git = git
    }

    /// Looks at those that moved since they were last looked at, or from which the main line did.
    ///
    /// - Parameter limit: after so long no further one is begun; the next call goes on.
    /// - Returns: the names of all that are open.
    @discardableResult
    package func run(now: Int64, for limit: Duration) throws -> [String] {
        guard let repository = MainlineReading(store: store, checkout: checkout).name(),
            let main = try git.mainBranch(of: checkout)
        else { return [] }
        let branches = try git.openBranches(beside: main.commit, in: checkout, limit: Self.most)
            .filter { $0.at > now - Self.patience }
        guard !branches.isEmpty else { return [] }
        let clock = ContinuousClock()
        let start = clock.now
        var found: [BranchFact] = []
        var replay: MergeReplay?
        for branch in branches where clock.now - start < limit {
            guard try !store.knowsBranch(branch.name, head: branch.head, main: main.commit, of: repository) else {
                continue
            }
            var fact = BranchFact(branch: branch.name, head: branch.head, main: main.commit, at: now)
            guard let parting = try git.parting(of: main.commit, and: branch.head, in: checkout) else { continue }
            (fact.behind, fact.ahead) = (parting.left, parting.right)
            try measure(&fact, parting.base)
            if replay == nil { replay = try MergeReplay(of: checkout, by: git) }
            fact.conflicts = replay?.conflicts(main.commit, branch.head)
            found.append(fact)
        }
        try store.keep(found, of: repository)
        return branches.map(\.name)
    }

    private func measure(_ fact: inout BranchFact, _ base: String) throws {
        let theirs = Set(try git.changedPaths(from: base, to: fact.head, in: checkout))
        let ours = Set(try git.changedPaths(from: base, to: fact.main, in: checkout))
        (fact.files, fact.both) = (theirs.union(ours).count, theirs.intersection(ours).count)
        let code = theirs.union(ours).filter { Language.named(by: $0) != nil }.sorted().prefix(Self.mostFiles)
        guard !code.isEmpty else { return }
        let objects = GitObjects(of: checkout, by: git)
        func texts(_ commit: String) throws -> [[UInt64]] {
            try code.compactMap { path in
                guard let file = try objects.open(FilePlace(commit: commit, path: path)), file.object.kind == "blob",
                    file.object.size <= Self.mostBytes, let bytes = try objects.rest(limit: Int(Self.mostBytes))
                else { return nil }
                return CodeStream(String(decoding: bytes, as: UTF8.self), language: Language.named(by: path)).hashes
            }
        }
        let (one, other) = (try texts(fact.head), try texts(fact.main))
        let rows = (TokenDivergence.rows(of: one), TokenDivergence.rows(of: other))
        fact.divergence = TokenDivergence.jensenShannon(rows.0, rows.1)
        fact.noise = TokenDivergence.noise(of: TokenDivergence.rows(of: try texts(base)))
        fact.dissimilarity = TokenDivergence.dissimilarity(
            Set(one.flatMap { Shingles.all($0) }), Set(other.flatMap { Shingles.all($0) }))
    }
}
