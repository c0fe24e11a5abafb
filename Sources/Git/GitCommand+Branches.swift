/// A branch as git has it.
package struct GitBranch: Equatable, Sendable {
    /// Without `refs/heads/` or `refs/remotes/`.
    package var name: String
    package var head: String
    /// Unix milliseconds UTC of its last commit.
    package var at: Int64

    package init(name: String, head: String, at: Int64) {
        self.name = name
        self.head = head
        self.at = at
    }
}

extension GitCommand {
    /// The branches, here and of the remote, that hold something which a commit does not; those that moved last first, each
    /// head once.
    package func openBranches(beside main: String, in checkout: Checkout, limit: Int) throws(GitError) -> [GitBranch] {
        guard References.isCommit(main) else { return [] }
        let remotes = checkout.fetchRemote.map { ["refs/remotes/\($0)"] } ?? []
        let output = try run(
            [
                "for-each-ref", "--no-merged=\(main)", "--sort=-committerdate", "--count=\(limit * 3)",
                "--format=%(refname) %(objecttype) %(objectname) %(committerdate:unix)", "refs/heads",
            ] + remotes, in: checkout, timeoutMilliseconds: 30_000)
        var heads: Set<String> = []
        var branches: [GitBranch] = []
        for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 4, words[1] == "commit", !words[0].hasSuffix("/HEAD"), let at = Int64(words[3]),
                heads.insert(words[2]).inserted, branches.count < limit
            else { continue }
            let name = words[0].split(separator: "/").dropFirst(2).joined(separator: "/")
            branches.append(GitBranch(name: name, head: words[2], at: min(max(at, 0), 253_402_300_799) * 1000))
        }
        return branches
    }

    /// How many commits each of two has that the other has not, and where they parted; `nil` where they have nothing in common.
    package func parting(
        of one: String, and other: String, in checkout: Checkout
    ) throws(GitError) -> (base: String, left: Int, right: Int)? {
        guard References.isCommit(one), References.isCommit(other) else { return nil }
        let base: [UInt8]
        do {
            base = try run(["merge-base", one, other], in: checkout)
        } catch .failed {
            return nil
        }
        let hash = String(decoding: base.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        guard References.isCommit(hash) else { return nil }
        let counts = try run(["rev-list", "--left-right", "--count", "\(one)...\(other)"], in: checkout)
        let numbers = String(decoding: counts, as: UTF8.self).split(whereSeparator: \.isWhitespace).compactMap {
            Int($0)
        }
        return numbers.count == 2 ? (hash, numbers[0], numbers[1]) : nil
    }

    /// The files that differ between two commits, by their paths in either.
    package func changedPaths(from one: String, to other: String, in checkout: Checkout) throws(GitError) -> [String] {
        guard References.isCommit(one), References.isCommit(other) else { return [] }
        let output = try run(
            ["diff-tree", "-r", "-z", "--name-only", "--no-renames", "--ignore-submodules=all", one, other],
            in: checkout)
        return output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
}
