import GRDB

/// What the store knows of folders and commits: the repository of the sessions that were there. A folder in which
/// sessions of several repositories worked (`/workspace` of containers) tells nothing.
package struct KnownPlaces: Sendable {
    private var folders: [String: RepositoryPlace?] = [:]
    private var commits: [String: RepositoryPlace?] = [:]

    package init() {}

    package mutating func note(_ place: RepositoryPlace, folder: String) {
        Self.note(place, under: folder, in: &folders)
    }

    package func repository(ofCommit commit: String) -> RepositoryPlace? { commits[commit] ?? nil }

    package func repository(inFolder folder: String) -> RepositoryPlace? { folders[folder] ?? nil }

    /// Whether no session worked in the folder, as far as is known.
    package func isNew(_ folder: String) -> Bool { folders[folder] == nil }

    /// Whether no session of another repository worked in the folder.
    package func isAlone(_ place: RepositoryPlace, in folder: String) -> Bool {
        guard let known = folders[folder] else { return true }
        return known?.identity == place.identity
    }

    private static func note(
        _ place: RepositoryPlace, under key: String, in places: inout [String: RepositoryPlace?]
    ) {
        guard let known = places[key] else {
            places[key] = .some(place)
            return
        }
        if known?.identity != place.identity { places[key] = .some(nil) }
    }

    fileprivate mutating func note(_ row: Row) {
        let place = RepositoryPlace(row: row)
        if let folder: String = row["folder"] { Self.note(place, under: folder, in: &folders) }
        if let commit: String = row["commit_id"] { Self.note(place, under: commit, in: &commits) }
    }
}

extension Store {
    /// Reads all sessions once: for folders that are gone, of which there are often many.
    package func knownPlaces() throws -> KnownPlaces {
        try read { db in
            var known = KnownPlaces()
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT identity, name, directory, folder, commit_id FROM (
                        SELECT repository, directory AS folder, commit_id FROM session
                        UNION SELECT id, directory, NULL FROM repository
                        UNION SELECT repository, NULL, hash FROM revision) k
                    JOIN (SELECT id, identity, name, directory FROM repository WHERE identity NOT LIKE 'path:%') r
                        ON r.id = k.repository
                    """)
            while let row = try rows.next() { known.note(row) }
            return known
        }
    }
}
