extension GitCommand {
    /// The paths that the index holds, from the top of the repository: what git knows of in the work tree.
    package func trackedPaths(in checkout: Checkout) throws(GitError) -> [String] {
        let output = try run(["ls-files", "--cached", "-z"], in: checkout, timeoutMilliseconds: 30_000)
        return output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The commit that two names have in common last, or the first of them where they share none.
    ///
    /// - Throws: `RevisionError` or `GitError`.
    package func commonCommit(of one: String, and other: String, in checkout: Checkout) throws -> String {
        guard let first = try commits(of: one, in: checkout, limit: 1).last?.hash,
            let second = try commits(of: other, in: checkout, limit: 1).last?.hash
        else { throw RevisionError.unknown(one) }
        guard let output = try? run(["merge-base", first, second], in: checkout) else { return first }
        let line = String(decoding: output, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
        return References.isCommit(line) ? line : first
    }
}
