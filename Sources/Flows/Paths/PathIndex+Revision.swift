package import Git

extension PathIndex {
    /// The files of a commit; links and submodules are not among them.
    package init(of commit: String, in checkout: Checkout, by git: GitCommand = GitCommand()) throws(GitError) {
        try self.init { take throws(GitError) in try git.paths(of: commit, in: checkout, take: take) }
    }
}
