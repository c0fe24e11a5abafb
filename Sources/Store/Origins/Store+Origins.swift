import GRDB
import Provenance

import struct Foundation.Data

extension Store {
    /// How many answers wait for their tokens' origins.
    package func answersWithoutOrigins() throws -> Int {
        try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM pending_origin") ?? 0 }
    }

    /// The thread of a session in which the newest answer waits, or that of a certain answer; `nil` where none does.
    package func pendingThread(of generation: Int64? = nil) throws -> ContextThread? {
        try read { db in
            guard
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT g.session, g.thread, s.uid, s.parent, s.directory FROM generation g
                        JOIN session s ON s.id = g.session
                        WHERE g.id = coalesce(?, (SELECT max(generation) FROM pending_origin))
                        """, arguments: [generation])
            else { return nil }
            let (session, thread): (Int64, String) = (row["session"], row["thread"])
            var context = ContextThread(
                session: session, thread: thread, directory: row["directory"], pieces: [], answers: [])
            context.answers = try answers(session, thread, db)
            context.pieces = try pieces(session, thread, parent: row["parent"], db)
            return context
        }
    }

    private func answers(_ session: Int64, _ thread: String, _ db: Database) throws -> [ContextThread.Answer] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT g.id, g.first_segment, g.last_segment, g.output, p.generation IS NOT NULL AS waits
                    FROM generation g LEFT JOIN pending_origin p ON p.generation = g.id
                    WHERE g.session = ? AND g.thread = ?
                    ORDER BY coalesce(g.last_segment, 0), g.started_at, g.id
                    """), arguments: [session, thread])
        return rows.map { row in
            let (first, last): (Int?, Int?) = (row["first_segment"], row["last_segment"])
            var context: ClosedRange<Int>?
            if let first, let last, first <= last { context = first...last }
            return ContextThread.Answer(
                id: row["id"], context: context, output: row["output"], isPending: row["waits"])
        }
    }

    /// So many sessions back a fork is followed.
    private static let mostForks = 8

    /// "A fork counts on from what it copied: numbers that it does not hold itself are its parent's."
    private func pieces(
        _ session: Int64, _ thread: String, parent: String?, _ db: Database
    ) throws -> [ContextThread.Piece] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT s.*, p.text AS path_text, t.level, t.hops, t.looked FROM segment s LEFT JOIN path p ON p.id = s.path
                LEFT JOIN segment_trust t ON t.segment = s.id
                WHERE s.session = ? AND s.thread = ? AND s.number < ? ORDER BY s.number
                """)
        var pieces: [ContextThread.Piece] = []
        var (session, parent) = (session, parent)
        for _ in 0...Self.mostForks {
            let own = try Row.fetchAll(statement, arguments: [session, thread, pieces.first?.number ?? Int.max])
                .compactMap(ContextThread.Piece.init(_:))
            pieces = own + pieces
            guard let uid = parent, pieces.first?.number ?? 2 > 1,
                let row = try Row.fetchOne(
                    db, sql: "SELECT id, parent FROM session WHERE uid = ?", arguments: [uid])
            else { break }
            session = row["id"]
            parent = row["parent"]
        }
        return pieces
    }

    /// The text of a body, as much as is read of one.
    package func text(ofBody id: Int64, bytes: Int = 2 << 20) throws -> String {
        try read { db in
            try String.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT iif(length(CAST(text AS BLOB)) > ?2, substr(text, 1, ?2), text) FROM body WHERE id = ?1
                        """),
                arguments: [id, bytes]) ?? ""
        }
    }

    /// The edits of an answer, in their order, with what they put into files.
    package func writtenTexts(of generation: Int64) throws -> [(
        edit: Int64, path: String, after: String?, patch: String?
    )] {
        try read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT e.id, p.text AS path,
                            (SELECT text FROM body WHERE id = e.after AND length(text) <= 4194304) AS after,
                            (SELECT text FROM body WHERE id = e.patch AND length(text) <= 4194304) AS patch
                        FROM edit e JOIN path p ON p.id = e.path WHERE e.generation = ? ORDER BY e.id
                        """), arguments: [generation]
            ).map { (edit: $0["id"], path: $0["path"], after: $0["after"], patch: $0["patch"]) }
        }
    }
}

extension ContextThread.Piece {
    init?(_ row: Row) {
        guard let origin = Segment.Origin(rawValue: row["origin"]) else { return nil }
        self.init(
            id: row["id"], uid: row["uid"], number: row["number"], origin: origin, tool: row["tool"],
            source: row["source"], path: row["path_text"], firstLine: row["first_line"], body: row["body"],
            at: row["at"], trust: (row["level"] as Int?).flatMap(Trust.init(rawValue:)), hops: row["hops"] ?? 0,
            looked: row["looked"])
    }
}
