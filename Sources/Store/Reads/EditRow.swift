import GRDB

/// An edit as lists show it.
package struct EditRow: Equatable, Sendable {
    package var id: Int64
    package var uid: String
    package var at: Int64
    package var path: String
    package var movedFrom: String?
    package var language: String?
    package var kind: String
    package var means: String
    package var status: String
    package var added: Int?
    package var removed: Int?
    package var firstLine: Int?
    package var generation: String
    package var turn: String?
    package var title: String?
    package var agent: String
    package var model: String?

    package var key: PageKey { PageKey(at: at, id: id) }

    package init(id: Int64, uid: String, at: Int64, path: String, kind: String, status: String) {
        self.id = id
        self.uid = uid
        self.at = at
        self.path = path
        self.kind = kind
        self.means = "tool"
        self.status = status
        self.generation = ""
        self.agent = ""
    }
}

extension EditRow {
    static let select = """
        SELECT e.*, p.text AS path_text, p.language AS language, m.text AS moved_text, g.uid AS generation_uid,
            g.model AS model, t.uid AS turn_uid, t.title AS turn_title, s.agent AS agent
        FROM edit e JOIN path p ON p.id = e.path JOIN generation g ON g.id = e.generation
        JOIN session s ON s.id = g.session LEFT JOIN turn t ON t.id = g.turn LEFT JOIN path m ON m.id = e.moved_from
        """

    init(row: Row) {
        self.init(
            id: row["id"], uid: row["uid"], at: row["at"], path: row["path_text"], kind: row["kind"],
            status: row["status"])
        movedFrom = row["moved_text"]
        language = row["language"]
        means = row["means"]
        added = row["added"]
        removed = row["removed"]
        firstLine = row["first_line"]
        generation = row["generation_uid"]
        turn = row["turn_uid"]
        title = row["turn_title"]
        agent = row["agent"]
        model = row["model"]
    }
}
