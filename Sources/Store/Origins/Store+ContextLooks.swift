import GRDB
import Provenance

extension Store {
    /// Pieces of context that other rules than these looked through last, the newest first, each with the first answer that
    /// saw it.
    package func piecesLookedAt(
        byOthersThan rules: Int64, limit: Int
    ) throws -> [(piece: ContextThread.Piece, generation: Int64?)] {
        try read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT s.*, p.text AS path_text, t.level, t.hops, t.looked, (
                            SELECT g.id FROM generation g WHERE g.session = s.session AND g.thread = s.thread
                                AND s.number BETWEEN g.first_segment AND g.last_segment
                            ORDER BY g.last_segment, g.started_at, g.id LIMIT 1) AS seen_by
                        FROM segment_trust t JOIN segment s ON s.id = t.segment LEFT JOIN path p ON p.id = s.path
                        WHERE t.looked < ?1 OR t.looked > ?1 ORDER BY t.segment DESC LIMIT ?2
                        """), arguments: [rules, limit]
            ).compactMap { row in
                ContextThread.Piece(row).map { (piece: $0, generation: row["seen_by"]) }
            }
        }
    }

    /// Writes what was found in pieces of context that were looked through again, in one short transaction.
    package func keep(_ look: ContextLook) throws {
        try write { db in try look.keep(db) }
    }
}
