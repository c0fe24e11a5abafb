import GRDB

/// An edit with its texts, and whose it is.
package struct EditSource: Equatable, Sendable {
    package var origin: EditOrigin
    package var movedFrom: String?
    package var isCreation: Bool
    /// The first line that it changed in the file, from 1, or where `after` begins: see `startOfText`.
    package var firstLine: Int?
    /// `nil` where it is not known or of more than 4 MB.
    package var before: String?
    package var after: String?
    package var patch: String?

    package init(
        origin: EditOrigin, movedFrom: String? = nil, isCreation: Bool = false, before: String? = nil,
        after: String? = nil, patch: String? = nil
    ) {
        self.origin = origin
        self.movedFrom = movedFrom
        self.isCreation = isCreation
        self.before = before
        self.after = after
        self.patch = patch
    }
}

/// Whose an edit is: what an answer to "who wrote this" names.
package struct EditOrigin: Hashable, Sendable {
    /// The row's id in this store.
    package var id: Int64
    package var uid = ""
    /// The file, as the agent named it.
    package var path = ""
    /// The identity of its session's repository, where that is known.
    package var repository: String?
    package var at: Int64
    /// The uid.
    package var generation: String
    /// The row's id of the turn, where there is one.
    package var turn: Int64?
    /// The uid.
    package var session: String
    package var agent: String
    /// The agent's own id of the session.
    package var makerID: String
    package var model: String?

    package init(id: Int64, at: Int64, generation: String, session: String, agent: String, makerID: String) {
        self.id = id
        self.at = at
        self.generation = generation
        self.session = session
        self.agent = agent
        self.makerID = makerID
    }
}

extension Store {
    /// The edits of one file that were applied, latest first.
    ///
    /// - Parameters:
    ///   - repository: its identity.
    ///   - limit: of more than these the latest.
    package func appliedEdits(of path: String, in repository: String, limit: Int = 1000) throws -> [EditSource] {
        try edits(of: path, in: repository, where: "e.status = 'applied'", limit: limit)
    }

    /// The edits of one file that may stand in it, latest first: what was proposed is in it where a person took it over.
    ///
    /// - Parameters:
    ///   - repository: its identity; `nil` for sessions outside of any.
    ///   - limit: of more than these the latest.
    package func possibleEdits(of path: String, in repository: String?, limit: Int = 1000) throws -> [EditSource] {
        try edits(of: path, in: repository, where: "e.status NOT IN ('failed', 'rejected')", limit: limit)
    }

    private func edits(
        of path: String, in repository: String?, where condition: String, limit: Int
    ) throws -> [EditSource] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    \(EditSource.select)
                    WHERE p.text = ? AND r.identity IS ? AND \(condition) ORDER BY e.at DESC, e.id DESC LIMIT ?
                    """)
            return try Array(Row.fetchCursor(statement, arguments: [path, repository, limit]).map(EditSource.init(_:)))
        }
    }

    /// Edits by their rows' ids, in no order; those that failed or were rejected are left out.
    package func edits(_ ids: [Int64]) throws -> [EditSource] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: "\(EditSource.select) WHERE e.id = ? AND e.status NOT IN ('failed', 'rejected')")
            return try ids.compactMap { try Row.fetchOne(statement, arguments: [$0]).map(EditSource.init(_:)) }
        }
    }
}

extension EditSource {
    static let select = """
        SELECT e.id, e.uid, e.at, e.kind, e.first_line, g.uid AS generation, g.turn, g.model, s.uid AS session, s.agent,
            s.maker_id, m.text AS moved_from, p.text AS path, r.identity AS repository,
            (SELECT text FROM body WHERE id = e.before AND length(CAST(text AS BLOB)) <= 4194304) AS before,
            (SELECT text FROM body WHERE id = e.after AND length(CAST(text AS BLOB)) <= 4194304) AS after,
            (SELECT text FROM body WHERE id = e.patch AND length(CAST(text AS BLOB)) <= 4194304) AS patch
        FROM edit e JOIN path p ON p.id = e.path JOIN generation g ON g.id = e.generation
        JOIN session s ON s.id = g.session LEFT JOIN repository r ON r.id = s.repository
        LEFT JOIN path m ON m.id = e.moved_from
        """

    init(_ row: Row) {
        var origin = EditOrigin(
            id: row["id"], at: row["at"], generation: row["generation"], session: row["session"],
            agent: row["agent"], makerID: row["maker_id"])
        origin.uid = row["uid"]
        origin.path = row["path"]
        origin.repository = row["repository"]
        origin.turn = row["turn"]
        origin.model = row["model"]
        self.init(
            origin: origin, movedFrom: row["moved_from"], isCreation: row["kind"] == "create",
            before: row["before"], after: row["after"], patch: row["patch"])
        firstLine = row["first_line"]
    }
}
