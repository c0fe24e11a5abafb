/// A work tree of a git repository, known by reading files only.
package struct Checkout: Equatable, Sendable {
    /// The work tree: the folder that holds `.git`. Absolute, symbolic links resolved.
    package var root: String
    /// The folder with this work tree's `HEAD`: `.git`, or one below `.git/worktrees` or `.git/modules`.
    package var gitDirectory: String
    /// The folder with what all work trees share: objects, branches, configuration.
    package var commonDirectory: String
    /// The URL as configured of `origin`, else of the only remote, else of `upstream`. It may hold credentials: pass it
    /// through ``RemoteName`` before it is kept or shown. `insteadOf` and included files are not looked at.
    package var remote: String?
    /// The branch without `refs/heads/`; `nil` where `HEAD` is detached.
    package var branch: String?
    /// The commit checked out, in hexadecimal; `nil` before the first commit.
    package var head: String?

    package init(
        root: String, gitDirectory: String, commonDirectory: String, remote: String? = nil, branch: String? = nil,
        head: String? = nil
    ) {
        self.root = root
        self.gitDirectory = gitDirectory
        self.commonDirectory = commonDirectory
        self.remote = remote
        self.branch = branch
        self.head = head
    }
}
