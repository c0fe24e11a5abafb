import GRDB
import Provenance
import Text

extension Store {
    /// The sessions of which somebody says that they made a commit.
    package func sessions(committing hash: String) throws -> [SessionBrief] {
        try sessions(linkedBy: RecordLink.committed, to: RecordLink.revision, [hash])
    }

    /// The sessions that are kept in checkpoints of a repository.
    package func sessions(savedIn checkpoints: [String]) throws -> [SessionBrief] {
        try sessions(linkedBy: RecordLink.savedIn, to: RecordLink.checkpoint, checkpoints)
    }

    private func sessions(linkedBy relation: String, to kind: String, _ uids: [String]) throws -> [SessionBrief] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT DISTINCT \(SessionBrief.columns) FROM link l JOIN session s ON s.uid = l.from_uid
                    WHERE l.to_kind = ? AND l.to_uid = ? AND l.from_kind = 'session' AND l.relation = ?
                    ORDER BY s.started_at, s.uid LIMIT \(Self.mostSessions)
                    """)
            return try uids.prefix(Self.mostSessions).flatMap { uid in
                try Row.fetchAll(statement, arguments: [kind, uid, relation]).map(SessionBrief.init(row:))
            }
        }
    }

    /// The sessions that their agents call so.
    package func sessions(called makerIDs: [String]) throws -> [SessionBrief] {
        try read { db in
            let statement = try db.cachedStatement(sql: "SELECT \(SessionBrief.columns) FROM session s WHERE s.uid = ?")
            return try makerIDs.prefix(Self.mostSessions).flatMap { id in
                // A session's uid is made from that id.
                try Row.fetchAll(statement, arguments: [UID(of: .session, makerID: id).text])
                    .map(SessionBrief.init(row:))
            }
        }
    }

    /// What others say that AI wrote of a commit, as far as the session is here.
    package func sessions(attributedIn hash: String) throws -> [ToldSession] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT \(SessionBrief.columns), p.text AS path, a.first_line, a.last_line, a.teller
                    FROM revision v JOIN attribution a ON a.revision = v.id JOIN session s ON s.id = a.session
                    JOIN path p ON p.id = a.path
                    WHERE v.hash = ? AND a.contributor IN ('ai', 'mixed')
                    ORDER BY p.text, a.first_line, a.id LIMIT 10000
                    """)
            return try Row.fetchAll(statement, arguments: [hash]).compactMap { row in
                let (first, last): (Int, Int) = (row["first_line"], row["last_line"])
                guard first <= last else { return nil }
                return ToldSession(
                    session: SessionBrief(row: row), path: row["path"], lines: first...last, teller: row["teller"])
            }
        }
    }

    /// What the sessions of a repository had done last when a commit was made: those that had edited one of the files, and
    /// those in which something had been asked since a while.
    ///
    /// - Parameters:
    ///   - repository: its identity.
    ///   - paths: the names of one file.
    ///   - edited: the time of the earliest edit that counts, and so for `asked`, all in Unix milliseconds.
    package func activity(
        before at: Int64, in repository: String, paths: [String], edited: Int64, asked: Int64
    ) throws -> [SessionActivity] {
        try read { db in
            var found: [String: SessionActivity] = [:]
            let edits = try db.cachedStatement(
                sql: """
                    SELECT \(SessionBrief.columns), max(e.at) AS at
                    FROM path p JOIN edit e ON e.path = p.id JOIN generation g ON g.id = e.generation
                    JOIN session s ON s.id = g.session JOIN repository r ON r.id = s.repository
                    WHERE p.text = ? AND e.at BETWEEN ? AND ? AND r.identity = ?
                        AND e.status IN ('applied', 'changed')
                    GROUP BY s.id ORDER BY at DESC LIMIT \(Self.mostSessions)
                    """)
            for path in paths.prefix(16) {
                for row in try Row.fetchAll(edits, arguments: [path, edited, at, repository]) {
                    let session = SessionBrief(row: row)
                    let time: Int64 = row["at"]
                    found[session.uid, default: SessionActivity(session: session)].lastEdit =
                        max(time, found[session.uid]?.lastEdit ?? time)
                }
            }
            let turns = try db.cachedStatement(
                sql: """
                    SELECT \(SessionBrief.columns), max(t.at) AS at
                    FROM repository r JOIN turn t ON t.repository = r.id JOIN session s ON s.id = t.session
                    WHERE r.identity = ? AND t.at BETWEEN ? AND ?
                    GROUP BY s.id ORDER BY at DESC LIMIT \(Self.mostSessions)
                    """)
            for row in try Row.fetchAll(turns, arguments: [repository, asked, at]) {
                let session = SessionBrief(row: row)
                found[session.uid, default: SessionActivity(session: session)].lastTurn = row["at"]
            }
            return found.values.sorted { one, other in
                let times = [one, other].map { ($0.lastEdit ?? .min, $0.lastTurn ?? .min) }
                return times[0] != times[1] ? times[0] > times[1] : one.session.uid < other.session.uid
            }
        }
    }

    private static let mostSessions = 100
}
