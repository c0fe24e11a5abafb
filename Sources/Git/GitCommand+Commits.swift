extension GitCommand {
    /// Whether a text is the whole name of a commit, in hexadecimal.
    package static func isCommit(_ text: String) -> Bool { References.isCommit(text) }

    /// The commit with which the main line of a repository began: the last of the first parents, from what its main work
    /// tree has checked out. `nil` before the first commit.
    ///
    /// Histories that were merged into it later (another project's, a subtree's) have roots too, but do not name it.
    /// It reads that line to its end: keep the answer. In a shallow clone (``Checkout/isShallow``) the answer is where
    /// the clone was cut off, which identifies nothing.
    package func firstCommit(of checkout: Checkout) throws(GitError) -> String? {
        guard let head = checkout.mainHead else { return nil }
        return try commits(
            ["--first-parent", "--max-parents=0", "--end-of-options", head], in: checkout, timeoutMilliseconds: 60_000
        ).min()
    }

    /// Those of the commits that a repository has.
    package func having(_ commits: [String], in checkout: Checkout) throws(GitError) -> Set<String> {
        try among(commits, [], in: checkout)
    }

    /// Those of the commits that a repository has and that have no parents.
    package func roots(among commits: [String], in checkout: Checkout) throws(GitError) -> Set<String> {
        try among(commits, ["--max-parents=0"], in: checkout)
    }

    private func among(_ given: [String], _ options: [String], in checkout: Checkout) throws(GitError) -> Set<String> {
        // Arguments have their limit; so many are never asked for.
        let names = given.filter { References.isCommit($0) }.prefix(500)
        if names.isEmpty { return [] }
        return try Set(
            commits(["--no-walk", "--ignore-missing"] + options + ["--end-of-options"] + names, in: checkout))
    }

    private func commits(
        _ arguments: [String], in checkout: Checkout, timeoutMilliseconds: Int = 10_000
    ) throws(GitError) -> [String] {
        try run(["rev-list"] + arguments, in: checkout, timeoutMilliseconds: timeoutMilliseconds)
            .split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
            .filter { References.isCommit($0) }
    }
}
