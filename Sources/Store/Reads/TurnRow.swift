import GRDB

/// A turn as lists show it.
package struct TurnRow: Equatable, Sendable {
    package var id: Int64
    package var uid: String
    package var at: Int64
    package var endedAt: Int64
    /// The first words of the prompt.
    package var title: String
    package var asker: String
    package var session: String
    package var repository: String?
    package var branch: String?
    package var agent: String
    package var model: String?
    /// The first path it wrote.
    package var path: String?
    package var files: Int
    package var generations: Int
    package var edits: Int
    package var added: Int
    package var removed: Int
    package var inputTokens: Int64?
    package var cacheReadTokens: Int64?
    package var cacheWriteTokens: Int64?
    package var outputTokens: Int64?
    /// 0 info … 4 critical; `nil` where nothing was found or nobody looked.
    package var risk: Int?
    package var status: String
    /// The first change of its session that was mentioned after it was asked, as `acme/shop#412`.
    package var change: String?
    /// The last question, or sentence, of the answer that a prompt of a few words answers.
    package var inReplyTo: String?

    package var key: PageKey { PageKey(at: at, id: id) }

    package init(
        id: Int64, uid: String, at: Int64, title: String, agent: String, model: String? = nil, path: String? = nil,
        files: Int = 0, edits: Int = 0, added: Int = 0, removed: Int = 0, status: String = "answered"
    ) {
        self.id = id
        self.uid = uid
        self.at = at
        self.endedAt = at
        self.title = title
        self.asker = "person"
        self.session = ""
        self.agent = agent
        self.model = model
        self.path = path
        self.files = files
        self.generations = 0
        self.edits = edits
        self.added = added
        self.removed = removed
        self.status = status
    }
}

extension TurnRow {
    static let select = """
        SELECT t.*, r.name AS repository_name, p.text AS path_text, s.uid AS session_uid,
            (SELECT l.to_uid FROM link l
                WHERE l.from_kind = 'session' AND l.from_uid = s.uid AND l.relation = 'part of' AND l.to_kind = 'change'
                    AND coalesce(l.at, t.at) >= t.at
                ORDER BY l.at LIMIT 1) AS change
        FROM turn t JOIN session s ON s.id = t.session
        LEFT JOIN repository r ON r.id = t.repository LEFT JOIN path p ON p.id = t.path
        """

    init(row: Row) {
        self.init(
            id: row["id"], uid: row["uid"], at: row["at"], title: row["title"], agent: row["agent"],
            model: row["model"], path: row["path_text"], files: row["files"], edits: row["edits"],
            added: row["added"], removed: row["removed"], status: row["status"])
        endedAt = row["ended_at"]
        asker = row["asker"]
        session = row["session_uid"]
        repository = row["repository_name"]
        branch = row["branch"]
        generations = row["generations"]
        inputTokens = row["input_tokens"]
        cacheReadTokens = row["cache_read_tokens"]
        cacheWriteTokens = row["cache_write_tokens"]
        outputTokens = row["output_tokens"]
        risk = row["risk"]
        change = row["change"]
    }
}
