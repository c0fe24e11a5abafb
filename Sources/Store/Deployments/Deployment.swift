import GRDB

/// A revision that went live.
package struct Deployment: Equatable, Sendable {
    package var uid: String
    /// The repository's identity; `nil` where it is not known.
    package var repository: String?
    /// The whole hash of the commit where it is known, else as it was told.
    package var revision: String
    /// As the release is called: `v2.31`.
    package var version: String?
    package var service: String?
    package var environment: String?
    /// Unix milliseconds UTC.
    package var at: Int64

    package init(
        uid: String, repository: String? = nil, revision: String, version: String? = nil, service: String? = nil,
        environment: String? = nil, at: Int64
    ) {
        self.uid = uid
        self.repository = repository
        self.revision = revision
        self.version = version
        self.service = service
        self.environment = environment
        self.at = at
    }

    init(row: Row) {
        self.init(
            uid: row["uid"], repository: row["identity"], revision: row["revision"], version: row["version"],
            service: row["service"], environment: row["environment"], at: row["at"])
    }
}
