import GRDB

/// What another program says of lines, as lists show it.
package struct AttributionRow: Equatable, Sendable {
    package var id: Int64
    package var revision: String?
    package var repository: String?
    package var path: String
    package var firstLine: Int64
    package var lastLine: Int64
    package var contributor: String
    package var agent: String?
    package var session: String?
    package var sessionHash: String?
    package var model: String?
    package var author: String?
    package var teller: String
    package var at: Int64?

    /// They have no time that all of them tell: lists show what was read last in front.
    package var key: PageKey { PageKey(at: 0, id: id) }
}

extension AttributionRow {
    static let select = """
        SELECT a.*, v.hash AS revision_hash, r.name AS repository_name, p.text AS path_text, s.uid AS session_uid,
            s.agent AS agent
        FROM attribution a JOIN path p ON p.id = a.path LEFT JOIN revision v ON v.id = a.revision
        LEFT JOIN session s ON s.id = a.session LEFT JOIN repository r ON r.id = coalesce(v.repository, s.repository)
        """

    init(row: Row) {
        id = row["id"]
        revision = row["revision_hash"]
        repository = row["repository_name"]
        path = row["path_text"]
        firstLine = row["first_line"]
        lastLine = row["last_line"]
        contributor = row["contributor"]
        agent = row["agent"]
        session = row["session_uid"]
        sessionHash = row["session_hash"]
        model = row["model"]
        author = row["author"]
        teller = row["teller"]
        at = row["at"]
    }
}

/// Where the work of one session went, as other programs say.
package struct SessionWork: Equatable, Sendable {
    package struct File: Equatable, Sendable {
        package var path: String
        /// Lines over all revisions.
        package var lines: Int64
        package var revisions: Int64
    }

    package var files: [File] = []
    /// Commits, newest first where their times are known.
    package var revisions: [String] = []

    package init() {}
}

extension Store {
    /// One page of attributions, those read last in front.
    package func attributions(from key: PageKey? = nil, limit: Int) throws -> [AttributionRow] {
        try read { db in
            try Row.fetchAll(
                db, sql: "\(AttributionRow.select) WHERE a.id < ? ORDER BY a.id DESC LIMIT ?",
                arguments: [key?.id ?? .max, limit]
            ).map(AttributionRow.init(row:))
        }
    }

    package func work(ofSession id: Int64) throws -> SessionWork {
        try read { db in
            var work = SessionWork()
            work.files = try Row.fetchAll(
                db,
                sql: """
                    SELECT p.text AS path, sum(a.last_line - a.first_line + 1) AS lines,
                        count(DISTINCT a.revision) AS revisions
                    FROM attribution a JOIN path p ON p.id = a.path WHERE a.session = ? GROUP BY a.path ORDER BY p.text
                    """, arguments: [id]
            ).map { SessionWork.File(path: $0["path"], lines: $0["lines"], revisions: $0["revisions"]) }
            work.revisions = try String.fetchAll(
                db,
                sql: """
                    SELECT hash FROM (
                        SELECT l.to_uid AS hash, l.at FROM link l JOIN session s ON s.uid = l.from_uid
                            WHERE s.id = ?1 AND l.from_kind = 'session' AND l.relation = 'committed'
                                AND l.to_kind = 'revision'
                        UNION ALL
                        SELECT v.hash, a.at FROM attribution a JOIN revision v ON v.id = a.revision
                            WHERE a.session = ?1)
                    GROUP BY hash ORDER BY max(at) DESC, hash
                    """, arguments: [id])
            return work
        }
    }
}
