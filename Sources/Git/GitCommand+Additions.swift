extension GitCommand {
    /// What a commit adds, file by file, against its first parent; of a merge only the lines that none of its parents has.
    ///
    /// Files that were only renamed are among them, without lines. Binary files and submodules are not.
    package func additions(of commit: CommitFacts, in checkout: Checkout) throws(GitError) -> [FileAdditions] {
        guard let first = commit.parents.first else { return try additions(of: ["--root", commit.hash], in: checkout) }
        var files = try additions(of: [first, commit.hash], in: checkout)
        // What one parent already has is no work of the merge.
        for parent in commit.parents.dropFirst().prefix(15) where !files.isEmpty {
            let against = try additions(of: [parent, commit.hash], in: checkout)
            let added = Dictionary(against.map { ($0.path, Set($0.lines.map(\.number))) }) { one, _ in one }
            files = files.compactMap { file in
                guard let numbers = added[file.path] else { return nil }
                var file = file
                file.lines.removeAll { !numbers.contains($0.number) }
                return file
            }
        }
        return files
    }

    private func additions(of trees: [String], in checkout: Checkout) throws(GitError) -> [FileAdditions] {
        var patch = AdditionReader()
        patch.read(
            try run(
                [
                    "diff-tree", "-r", "-p", "-U0", "-M", "-l1000", "--no-commit-id", "--no-color", "--full-index",
                    "--ignore-submodules=all", "--src-prefix=a/", "--dst-prefix=b/",
                ] + trees,
                in: checkout, timeoutMilliseconds: 30_000))
        return patch.files
    }
}
