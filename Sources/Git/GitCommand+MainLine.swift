extension GitCommand {
    /// The branch that others build on: what the remote calls its `HEAD`, else `main`, `master`, `trunk` or `develop`,
    /// else what is checked out.
    package func mainBranch(of checkout: Checkout) throws(GitError) -> (name: String, commit: String)? {
        let remote = checkout.fetchRemote
        var names = remote.map { ["refs/remotes/\($0)/HEAD"] } ?? []
        for branch in ["main", "master", "trunk", "develop"] {
            if let remote { names.append("refs/remotes/\(remote)/\(branch)") }
            names.append("refs/heads/\(branch)")
        }
        let output = try run(
            ["for-each-ref", "--format=%(refname) %(objecttype) %(objectname)"] + names, in: checkout)
        let lines = String(decoding: output, as: UTF8.self).split(separator: "\n").map { $0.split(separator: " ") }
        for name in names {
            guard let line = lines.first(where: { $0.count == 3 && $0[0] == name && $0[1] == "commit" }) else {
                continue
            }
            return (Self.short(name), String(line[2]))
        }
        return checkout.head.map { (checkout.branch ?? "HEAD", $0) }
    }

    private static func short(_ name: String) -> String {
        for prefix in ["refs/heads/", "refs/remotes/"] where name.hasPrefix(prefix) {
            return String(name.dropFirst(prefix.count))
        }
        return name
    }

    /// All commits that a commit holds, newest first, each with its message; read as they come.
    ///
    /// - Parameter known: those that these hold are left out.
    package func commits(
        of tip: String, without known: [String] = [], in checkout: Checkout, take: (CommitObject) throws -> Void
    ) throws {
        try log(
            ["--topo-order"], of: tip,
            behind: known.filter { References.isCommit($0) }.prefix(100).map { "^\($0)" }, in: checkout, take: take)
    }

    /// - Parameters:
    ///   - options: which commits, and in what order.
    ///   - operands: what stands behind the tip.
    ///   - deadline: by the clock of `ChildProcess.now()`.
    func log(
        _ options: [String], of tip: String, behind operands: [String], in checkout: Checkout, deadline: Int = .max,
        take: (CommitObject) throws -> Void
    ) throws {
        guard References.isCommit(tip) else { throw RevisionError.malformed(tip) }
        let stream = try GitStream(
            ["log", "-z"] + options + [
                "--format=%H%x00%P%x00%at%x00%ct%x00%an%x00%ae%x00%cn%x00%ce%x00%B", "--end-of-options", tip,
            ] + operands, in: checkout, by: self, patienceMilliseconds: 120_000, deadline: deadline)
        // git has no zero bytes in what it prints of a commit.
        while let hash = try stream.record(endingWith: 0) {
            var fields: [String] = []
            for _ in 0..<8 {
                fields.append(String(decoding: try stream.record(endingWith: 0, limit: 256 << 10) ?? [], as: UTF8.self))
            }
            let name = String(decoding: hash, as: UTF8.self)
            guard References.isCommit(name) else { throw GitError.brokenOff(subcommand: "log") }
            var commit = CommitObject(hash: name)
            commit.parents = fields[0].split(separator: " ").map(String.init)
            commit.author = .init(name: fields[3], mail: fields[4], at: Self.moment(fields[1]))
            commit.committer = .init(name: fields[5], mail: fields[6], at: Self.moment(fields[2]))
            commit.message = fields[7]
            try take(commit)
        }
        try stream.finish()
    }

    /// The tags that name commits, with the time of each: an annotated tag's own, else its commit's.
    package func tags(of checkout: Checkout) throws(GitError) -> [(name: String, commit: String, at: Int64)] {
        let output = try run(
            [
                "for-each-ref",
                "--format=%(refname:strip=2)%00%(objecttype)%00%(objectname)%00%(*objectname)%00%(creatordate:unix)",
                "refs/tags",
            ], in: checkout, timeoutMilliseconds: 60_000)
        return String(decoding: output, as: UTF8.self).split(separator: "\n").compactMap { line in
            let fields = line.split(separator: "\0", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 5, fields[1] == "commit" || fields[1] == "tag" else { return nil }
            let commit = fields[1] == "commit" ? fields[2] : fields[3]
            return References.isCommit(commit) ? (fields[0], commit, Self.moment(fields[4])) : nil
        }
    }

    private static func moment(_ seconds: String) -> Int64 {
        min(max(Int64(seconds) ?? 0, 0), 253_402_300_799) * 1000
    }
}
