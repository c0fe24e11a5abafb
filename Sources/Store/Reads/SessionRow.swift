import GRDB

/// A session as lists show it.
package struct SessionRow: Equatable, Sendable {
    package var id: Int64
    package var uid: String
    package var agent: String
    package var agentVersion: String?
    /// The agent's own id, which its resume command takes.
    package var makerID: String
    package var repository: String?
    /// What the repository is known by, through all its clones.
    package var identity: String?
    /// The repository's work tree, where it was last seen.
    package var root: String?
    package var directory: String?
    package var branch: String?
    package var title: String?
    /// `nil` where nothing tells it, as of a session that is known from notes alone: lists have it behind all others.
    package var startedAt: Int64?
    package var endedAt: Int64?
    package var turns: Int

    package var key: PageKey { PageKey(at: startedAt ?? 0, id: id) }
}

extension SessionRow {
    static let select = """
        SELECT s.*, r.name AS repository_name, r.identity, r.directory AS root,
            (SELECT count(*) FROM turn WHERE turn.session = s.id) AS turns
        FROM session s LEFT JOIN repository r ON r.id = s.repository
        """

    init(row: Row) {
        id = row["id"]
        uid = row["uid"]
        agent = row["agent"]
        agentVersion = row["agent_version"]
        makerID = row["maker_id"]
        repository = row["repository_name"]
        identity = row["identity"]
        root = row["root"]
        directory = row["directory"]
        branch = row["branch"]
        title = row["title"]
        startedAt = row["started_at"]
        endedAt = row["ended_at"]
        turns = row["turns"]
    }
}
