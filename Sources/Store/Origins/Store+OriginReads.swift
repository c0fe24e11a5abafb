import GRDB
package import Provenance

import struct Foundation.Data

/// How far an answer can be trusted, and through what.
package struct GenerationTrust: Equatable, Sendable {
    package var trust: Trust
    /// The least trusted piece that it saw, by its row's id and uid.
    package var segment: Int64?
    package var uid: String?
    /// Why that piece is so.
    package var reason: String?
    /// How many edges it is away.
    package var hops: Int
}

/// A place in what a model saw, or in what one said before.
package struct OriginPlace: Equatable, Sendable {
    /// `segment:4f2a…`, `generation:…`, `edit:…`
    package var link: String
    /// `file`, `tool`, `user`, `system` or `summary` of a segment; `answer`, `edit`.
    package var kind: String
    /// `src/a.py`, `output of Bash`, `the person's words`.
    package var title: String
    package var path: String?
    /// The line at which the text begins, where it is a part of a file.
    package var firstLine: Int?
    package var text: String
}

extension Store {
    /// Where the texts of an answer came from; none where it waits still, or what it saw is not known.
    package func origins(of generation: Int64) throws -> [TextOrigin] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT edit, tokens, runs FROM origin WHERE generation = ? ORDER BY id",
                arguments: [generation]
            ).compactMap { row in
                let tokens: Int = row["tokens"]
                return OriginBlob.runs(Array(row["runs"] as Data), tokens: tokens).map {
                    TextOrigin(edit: row["edit"], tokens: tokens, runs: $0)
                }
            }
        }
    }

    package func trust(of generation: Int64) throws -> GenerationTrust? {
        try read { db in try Self.trust(of: generation, db) }
    }

    static func trust(of generation: Int64, _ db: Database) throws -> GenerationTrust? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT t.level, t.segment, t.hops, s.uid, x.reason FROM generation_trust t
                LEFT JOIN segment s ON s.id = t.segment LEFT JOIN segment_trust x ON x.segment = s.id
                WHERE t.generation = ?
                """)
        return try Row.fetchOne(statement, arguments: [generation]).flatMap { row in
            Trust(rawValue: row["level"]).map {
                GenerationTrust(
                    trust: $0, segment: row["segment"], uid: row["uid"], reason: row["reason"], hops: row["hops"])
            }
        }
    }

    /// The text in which a copied run stood; `nil` where it is gone.
    ///
    /// - Parameter generation: whose run it is: a source is of its session, or of one that this was forked from.
    package func place(of source: CopiedRun.Source, seenBy generation: Int64) throws -> OriginPlace? {
        try read { db in
            switch source {
            case .segment(let number): try Self.segment(number, seenBy: generation, db)
            case .output(let id):
                try Row.fetchOne(
                    db,
                    sql: """
                        SELECT o.uid, b.text FROM generation g JOIN generation o ON o.id = ?2 AND o.session = g.session
                            AND o.started_at <= g.started_at
                        JOIN body b ON b.id = o.output WHERE g.id = ?1
                        """, arguments: [generation, id]
                ).map {
                    OriginPlace(
                        link: "generation:\($0["uid"] as String)", kind: "answer", title: "an earlier answer",
                        text: $0["text"])
                }
            case .edit(let id):
                try Row.fetchOne(
                    db,
                    sql: """
                        SELECT e.uid, p.text AS path, e.first_line, a.text AS after, c.text AS patch
                        FROM generation g JOIN edit e ON e.id = ?2 JOIN generation o ON o.id = e.generation
                            AND o.session = g.session AND o.started_at <= g.started_at
                        JOIN path p ON p.id = e.path LEFT JOIN body a ON a.id = e.after
                        LEFT JOIN body c ON c.id = e.patch WHERE g.id = ?1
                        """, arguments: [generation, id]
                ).map { row in
                    let after: String? = row["after"]
                    return OriginPlace(
                        link: "edit:\(row["uid"] as String)", kind: "edit",
                        title: "an earlier edit of \(row["path"] as String)",
                        path: row["path"], firstLine: after == nil ? nil : row["first_line"],
                        text: after ?? row["patch"] ?? "")
                }
            }
        }
    }

    private static func segment(_ number: Int, seenBy generation: Int64, _ db: Database) throws -> OriginPlace? {
        let row = try Row.fetchOne(
            db,
            sql: """
                WITH RECURSIVE line (session, parent, depth) AS (
                    SELECT s.id, s.parent, 0 FROM generation g JOIN session s ON s.id = g.session WHERE g.id = ?1
                    UNION ALL SELECT s.id, s.parent, depth + 1 FROM line JOIN session s ON s.uid = line.parent
                        WHERE depth < 8)
                SELECT x.uid, x.origin, x.tool, x.first_line, p.text AS path, b.text
                FROM line JOIN segment x ON x.session = line.session AND x.number = ?2
                    AND x.thread = (SELECT thread FROM generation WHERE id = ?1)
                JOIN body b ON b.id = x.body LEFT JOIN path p ON p.id = x.path ORDER BY depth LIMIT 1
                """, arguments: [generation, number])
        return row.map { row in
            let path: String? = row["path"]
            let tool: String? = row["tool"]
            let title =
                path ?? tool.map { "output of \($0)" }
                ?? ((row["origin"] as String) == "user" ? "the person's words" : "\(row["origin"] as String) text")
            return OriginPlace(
                link: "segment:\(row["uid"] as String)", kind: row["origin"], title: title, path: path,
                firstLine: row["first_line"], text: row["text"])
        }
    }
}

extension Store {
    /// The session of an answer.
    package func session(of generation: Int64) throws -> SessionRow? {
        try read { db in
            try Int64.fetchOne(db, sql: "SELECT session FROM generation WHERE id = ?", arguments: [generation])
        }
        .flatMap { try session($0) }
    }

    /// The answer that an edit is of, and those of a turn in their order, by their rows' ids.
    package func answers(of kind: RecordKind, _ id: Int64, limit: Int) throws -> [Int64] {
        try read { db in
            switch kind {
            case .generation: [id]
            case .edit: try Int64.fetchAll(db, sql: "SELECT generation FROM edit WHERE id = ?", arguments: [id])
            case .turn:
                try Int64.fetchAll(
                    db, sql: "SELECT id FROM generation WHERE turn = ? ORDER BY started_at, id LIMIT ?",
                    arguments: [id, limit])
            case .prompt:
                try Int64.fetchAll(
                    db,
                    sql: """
                        SELECT g.id FROM prompt p JOIN generation g ON g.turn IS p.turn AND g.prompt = p.id
                        WHERE p.id = ? ORDER BY g.started_at, g.id LIMIT ?
                        """, arguments: [id, limit])
            case .session, .segment, .finding, .decision, .alert: []
            }
        }
    }
}
