extension GitCommand {
    /// The last commit of a branch's main line that was made before a moment; `nil` where all are later.
    ///
    /// - Parameters:
    ///   - milliseconds: Unix milliseconds UTC.
    ///   - head: the whole hash of the branch's newest commit.
    package func commit(
        before milliseconds: Int64, from head: String, in checkout: Checkout
    ) throws(GitError) -> String? {
        guard References.isCommit(head) else { return nil }
        let output = try run(
            ["rev-list", "-1", "--first-parent", "--before=\(milliseconds / 1000)", "--end-of-options", head],
            in: checkout)
        let hash = String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        return References.isCommit(hash) ? hash : nil
    }
}
