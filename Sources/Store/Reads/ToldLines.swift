import GRDB
package import Provenance

/// What another program said of lines, with the session it named.
package struct ToldLines: Equatable, Sendable {
    package var path: String
    package var lines: ClosedRange<Int>
    package var contributor: Attribution.Contributor
    /// The session's agent, and the agent's own id of it.
    package var session: (agent: String, makerID: String)?
    package var sessionHash: String?
    package var model: String?
    package var author: String?
    package var contentHash: String?
    package var teller: String
    package var at: Int64?

    package static func == (one: ToldLines, other: ToldLines) -> Bool {
        one.path == other.path && one.lines == other.lines && one.contributor == other.contributor
            && one.session?.agent == other.session?.agent && one.session?.makerID == other.session?.makerID
            && one.sessionHash == other.sessionHash && one.model == other.model && one.author == other.author
            && one.contentHash == other.contentHash && one.teller == other.teller && one.at == other.at
    }

    init?(row: Row) {
        let (first, last): (Int, Int) = (row["first_line"], row["last_line"])
        guard first <= last, let contributor = Attribution.Contributor(rawValue: row["contributor"]) else { return nil }
        path = row["path"]
        lines = first...last
        self.contributor = contributor
        if let agent = row["agent"] as String?, let id = row["maker_id"] as String? { session = (agent, id) }
        sessionHash = row["session_hash"]
        model = row["model"]
        author = row["author"]
        contentHash = row["content_hash"]
        teller = row["teller"]
        at = row["at"]
    }
}

/// A commit of which something was said.
package struct AttributedRevision: Equatable, Sendable {
    /// As it was told: nearly always whole.
    package var hash: String
    /// The repository's identity, where it is known.
    package var repository: String?
    /// The rows' ids.
    package var attributions: [Int64] = []
}

extension Store {
    /// The commits of which something was said, in the order in which they became known.
    package func attributedRevisions() throws -> [AttributedRevision] {
        try read { db in
            var revisions: [AttributedRevision] = []
            var places: [Int64: Int] = [:]
            // In one pass: there is no index by revision alone.
            let rows = try Row.fetchCursor(
                db, sql: "SELECT revision, id FROM attribution WHERE revision IS NOT NULL ORDER BY revision, id")
            while let row = try rows.next() {
                let revision: Int64 = row["revision"]
                if places[revision] == nil {
                    places[revision] = revisions.count
                    revisions.append(AttributedRevision(hash: ""))
                }
                revisions[revisions.count - 1].attributions.append(row["id"])
            }
            let names = try Row.fetchCursor(
                db,
                sql: "SELECT v.id, v.hash, r.identity FROM revision v LEFT JOIN repository r ON r.id = v.repository")
            while let row = try names.next() {
                guard let place = places[row["id"]] else { continue }
                revisions[place].hash = row["hash"]
                revisions[place].repository = row["identity"]
            }
            return revisions
        }
    }

    /// What was said of the lines of one commit.
    package func attributions(of revision: AttributedRevision) throws -> [ToldLines] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT p.text AS path, a.first_line, a.last_line, a.contributor, s.agent, s.maker_id,
                        a.session_hash, a.model, a.author, a.content_hash, a.teller, a.at
                    FROM attribution a JOIN path p ON p.id = a.path LEFT JOIN session s ON s.id = a.session
                    WHERE a.id = ?
                    """)
            return try revision.attributions.compactMap { id in
                try Row.fetchOne(statement, arguments: [id]).flatMap(ToldLines.init(row:))
            }
        }
    }
}
