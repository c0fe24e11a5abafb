/// A work tree of a git repository, known by reading files only.
package struct Checkout: Equatable, Sendable {
    /// The work tree: the folder that holds `.git`; of a bare repository its own folder. Absolute, links resolved.
    package var root: String
    /// The folder with this work tree's `HEAD`: `.git`, or one below `.git/worktrees` or `.git/modules`.
    package var gitDirectory: String
    /// The folder with what all work trees share: objects, branches, configuration.
    package var commonDirectory: String
    /// The URLs of its remotes as configured, that which names it first: `origin`, then `upstream`, then the others by
    /// their names. They may hold credentials: pass them through ``RemoteName`` before they are kept or shown.
    package var remotes: [String]
    /// The branch without `refs/heads/`; `nil` where `HEAD` is detached.
    package var branch: String?
    /// The commit checked out, in hexadecimal; `nil` before the first commit.
    package var head: String?

    package init(
        root: String, gitDirectory: String, commonDirectory: String, remotes: [String] = [], branch: String? = nil,
        head: String? = nil
    ) {
        self.root = root
        self.gitDirectory = gitDirectory
        self.commonDirectory = commonDirectory
        self.remotes = remotes
        self.branch = branch
        self.head = head
    }

    /// The main work tree, which is still there when linked ones are gone; the work tree itself where there is no other.
    package var mainRoot: String {
        let parent = commonDirectory.hasSuffix("/.git") ? String(commonDirectory.dropLast("/.git".count)) : root
        return parent.isEmpty ? "/" : parent
    }

    /// The names of its remotes, normalised, in their order. Those that are paths have none.
    package var remoteNames: [String] { remotes.compactMap(RemoteName.normalise(_:)) }
}
