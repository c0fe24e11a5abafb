extension SightingWriter {
    /// The row of a repository under the name that it has now; what is stored under its former names comes to it.
    func repositoryID(_ place: RepositoryPlace) throws -> Int64 {
        let names = RepositoryNames(db: statements.db)
        for former in place.former { try names.link(former, to: place.identity) }
        let identity = try names.current(of: place.identity)
        if !place.former.isEmpty { try names.join() }
        let id = try int(
            """
            INSERT INTO repository (identity, name, directory) VALUES (?, ?, ?)
            ON CONFLICT (identity) DO UPDATE SET directory = coalesce(excluded.directory, directory)
            RETURNING id
            """, [identity, place.name, place.directory])
        if !place.isFolderOnly {
            for folder in place.folders { try names.move("path:\(folder)", to: identity) }
        }
        return id
    }
}
