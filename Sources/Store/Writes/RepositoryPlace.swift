/// The repository that a session works in, one and the same through clones, worktrees and remotes.
package struct RepositoryPlace: Equatable, Sendable {
    /// `github.com/owner/name`, `root:<commit>`, or `path:<folder>` where nothing better is known.
    package var identity: String
    package var name: String
    /// The main work tree on this machine, or the folder on the one that wrote the history.
    package var directory: String?
    /// The folders that the session's paths are relative to, in the order to try them.
    package var roots: [String]
    /// Identities that the same repository had before: all that is stored under them is this one's.
    package var former: [String] = []
    /// Folders of the repository: what is stored under no more than their path is this one's.
    package var folders: [String] = []

    package init(identity: String, name: String, directory: String?, roots: [String]? = nil) {
        self.identity = identity
        self.name = name
        self.directory = directory
        self.roots = roots ?? directory.map { [$0] } ?? []
    }

    /// Only its folder is known, which says nothing on another machine.
    package var isFolderOnly: Bool { identity.hasPrefix("path:") }
}
