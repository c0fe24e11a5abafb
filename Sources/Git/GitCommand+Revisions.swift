extension GitCommand {
    /// The commits that a user's words name, oldest first, each after its parents.
    ///
    /// `A..B` are those of B that are not A's, an empty end being `HEAD`; a branch is all that it holds; any other name is
    /// one commit.
    ///
    /// - Parameter limit: of more than these the newest are given.
    /// - Throws: `RevisionError` or `GitError`.
    package func commits(of revision: String, in checkout: Checkout, limit: Int) throws -> [CommitFacts] {
        let ends = try Self.ends(of: revision)
        var arguments = ["rev-list", "--topo-order", "--format=%H %at %ct %P", "--max-count=\(limit)"]
        if let from = ends.from {
            let (from, to) = (try hash(of: from, in: checkout), try hash(of: ends.to, in: checkout))
            arguments += ["--end-of-options", to, "^\(from)"]
        } else {
            let hash = try hash(of: ends.to, in: checkout)
            if try !isBranch(ends.to, in: checkout) { arguments.append("--no-walk") }
            arguments += ["--end-of-options", hash]
        }
        let output = try run(arguments, in: checkout, timeoutMilliseconds: 60_000)
        return String(decoding: output, as: UTF8.self).split(separator: "\n")
            .filter { !$0.hasPrefix("commit ") }.compactMap(CommitFacts.init(line:)).reversed()
    }

    private static func ends(of revision: String) throws -> (from: String?, to: String) {
        let text = revision.utf8
        guard !text.isEmpty, text.count < 1024, !text.contains(0), !revision.hasPrefix("-"), !revision.contains("...")
        else { throw RevisionError.malformed(revision) }
        guard let dots = revision.firstRange(of: "..") else { return (nil, revision) }
        let (from, to) = (String(revision[..<dots.lowerBound]), String(revision[dots.upperBound...]))
        guard !from.isEmpty || !to.isEmpty, !to.hasPrefix("-"), !to.contains("..") else {
            throw RevisionError.malformed(revision)
        }
        return (from.isEmpty ? "HEAD" : from, to.isEmpty ? "HEAD" : to)
    }

    private func hash(of name: String, in checkout: Checkout) throws -> String {
        do {
            let output = try run(
                ["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"], in: checkout)
            let line = String(decoding: output, as: UTF8.self).split(separator: "\n").last.map(String.init) ?? ""
            guard References.isCommit(line) else { throw RevisionError.unknown(name) }
            return line
        } catch GitError.failed {
            guard !References.isCommit(name) else {
                throw RevisionError.absent(name, fetch: checkout.fetchRemote.map { "git fetch \($0) \(name)" })
            }
            throw RevisionError.unknown(name)
        }
    }

    private func isBranch(_ name: String, in checkout: Checkout) throws -> Bool {
        if name == "HEAD" || name == "@" { return false }
        let output = try? run(["rev-parse", "--symbolic-full-name", name], in: checkout)
        let full = String(decoding: output ?? [], as: UTF8.self)
        return full.hasPrefix("refs/heads/") || full.hasPrefix("refs/remotes/")
    }
}
