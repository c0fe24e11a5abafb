import GRDB

/// The repository that a session works in, one and the same through clones, worktrees and remotes.
package struct RepositoryPlace: Equatable, Sendable {
    /// `github.com/owner/name`, `root:<commit>`, or `path:<folder>` where nothing better is known.
    package var identity: String
    package var name: String
    /// The work tree on this machine or on the one that wrote the history.
    package var directory: String?

    package init(identity: String, name: String, directory: String?) {
        self.identity = identity
        self.name = name
        self.directory = directory
    }
}

extension Store {
    /// The repository last known to lie in a folder.
    package func repository(in directory: String) throws -> RepositoryPlace? {
        try read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT identity, name, directory FROM repository
                    WHERE directory = ? ORDER BY identity LIKE 'path:%', id LIMIT 1
                    """, arguments: [directory]
            ).map { RepositoryPlace(identity: $0["identity"], name: $0["name"], directory: $0["directory"]) }
        }
    }

    /// The name of a repository that the store knows.
    package func repositoryName(identity: String) throws -> String? {
        try read { db in
            try String.fetchOne(db, sql: "SELECT name FROM repository WHERE identity = ?", arguments: [identity])
        }
    }
}
