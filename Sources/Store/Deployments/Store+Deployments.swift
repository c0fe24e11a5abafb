import GRDB

extension Store {
    /// Adds a deployment; one of the same uid is the same, and learns what it did not know.
    ///
    /// - Parameter place: its repository, which becomes known where it was not.
    /// - Returns: whether it is new.
    package func add(_ deployment: Deployment, in place: RepositoryPlace?) throws -> Bool {
        try write { db in
            let isKnown = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM deployment WHERE uid = ?)", arguments: [deployment.uid])
            let writer = SightingWriter(db: db)
            let repository = try place.map { try writer.repositoryID($0) }
            try db.execute(
                sql: """
                    INSERT INTO deployment (uid, repository, revision, version, service, environment, at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (uid) DO UPDATE SET repository = coalesce(repository, excluded.repository),
                        version = coalesce(version, excluded.version), service = coalesce(service, excluded.service),
                        environment = coalesce(environment, excluded.environment)
                    """,
                arguments: [
                    deployment.uid, repository, deployment.revision, deployment.version, deployment.service,
                    deployment.environment, deployment.at,
                ])
            return isKnown != true
        }
    }

    /// One page, newest first.
    ///
    /// - Parameter repository: its identity; `nil` for all.
    package func deployments(
        in repository: String?, from key: PageKey? = nil, limit: Int
    ) throws -> [(key: PageKey, deployment: Deployment)] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT d.*, r.identity FROM deployment d LEFT JOIN repository r ON r.id = d.repository
                    WHERE (d.at, d.id) < (?1, ?2) AND (?3 IS NULL OR r.identity = ?3)
                    ORDER BY d.at DESC, d.id DESC LIMIT ?4
                    """, arguments: [key?.at ?? .max, key?.id ?? .max, repository, limit]
            ).map { (PageKey(at: $0["at"], id: $0["id"]), Deployment(row: $0)) }
        }
    }

    /// The deployments of a repository that were made last before a moment, newest first.
    package func deployments(
        of repository: String, notAfter moment: Int64, limit: Int = 1000
    ) throws -> [Deployment] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT d.*, r.identity FROM repository r JOIN deployment d ON d.repository = r.id
                    WHERE r.identity = ? AND d.at <= ? ORDER BY d.at DESC, d.id DESC LIMIT ?
                    """, arguments: [repository, moment, limit]
            ).map(Deployment.init(row:))
        }
    }
}
