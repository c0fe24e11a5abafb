import GRDB
package import Provenance

/// What was found out of one answer.
package struct AnswerOrigins: Sendable {
    package var generation: Int64
    package var texts: [TextOrigin] = []
    /// What it copied from, that of which it copied most first.
    package var copies: [CopySource] = []
    package var trust: Trust?
    /// The row's id of the segment that makes it so, and how far it is.
    package var segment: Int64?
    package var hops = 0

    package init(generation: Int64) { self.generation = generation }
}

/// What was found out of one piece of context.
package struct SegmentTrust: Sendable {
    package var segment: Int64
    package var trust: Trust
    package var hops: Int
    package var reason: String

    package init(segment: Int64, trust: Trust, hops: Int, reason: String) {
        self.segment = segment
        self.trust = trust
        self.hops = hops
        self.reason = reason
    }
}

extension Store {
    /// Writes what was found out of some answers and takes them off the queue, in one short transaction.
    package func keep(_ answers: [AnswerOrigins], _ segments: [SegmentTrust], _ look: ContextLook) throws {
        try write { db in
            for segment in segments {
                try db.cachedStatement(
                    sql: """
                        INSERT INTO segment_trust (segment, level, hops, reason, looked)
                        SELECT id, ?, ?, ?, NULL FROM segment WHERE id = ?
                        ON CONFLICT (segment) DO UPDATE
                            SET level = excluded.level, hops = excluded.hops, reason = excluded.reason
                        """
                ).execute(arguments: [segment.trust.rawValue, segment.hops, segment.reason, segment.segment])
            }
            for answer in answers { try Self.keep(answer, db) }
            try look.keep(db)
        }
    }

    private static func keep(_ answer: AnswerOrigins, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM pending_origin WHERE generation = ?").execute(
            arguments: [answer.generation])
        try db.cachedStatement(sql: "DELETE FROM origin WHERE generation = ?").execute(arguments: [answer.generation])
        for text in answer.texts {
            // The answer, or the edit, may have gone meanwhile.
            try db.cachedStatement(
                sql: """
                    INSERT INTO origin (generation, edit, tokens, copied, runs)
                    SELECT g.id, ?2, ?3, ?4, ?5 FROM generation g WHERE g.id = ?1
                        AND (?2 IS NULL OR EXISTS (SELECT 1 FROM edit WHERE id = ?2 AND generation = ?1))
                    """
            ).execute(
                arguments: [
                    answer.generation, text.edit, text.tokens, text.copied, OriginBlob.encoded(text.runs).blob,
                ])
        }
        try keep(answer.copies, of: answer.generation, db)
        if let trust = answer.trust {
            try db.cachedStatement(
                sql: """
                    INSERT OR REPLACE INTO generation_trust (generation, level, segment, hops)
                    SELECT g.id, ?2, (SELECT id FROM segment WHERE id = ?3), ?4 FROM generation g WHERE g.id = ?1
                    """
            ).execute(arguments: [answer.generation, trust.rawValue, answer.segment, answer.hops])
        } else {
            try db.cachedStatement(sql: "DELETE FROM generation_trust WHERE generation = ?").execute(
                arguments: [answer.generation])
        }
    }

    /// Of more than these nobody goes through the list.
    private static let mostCopies = 256

    private static func keep(_ copies: [CopySource], of generation: Int64, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM copy WHERE generation = ?").execute(arguments: [generation])
        for (index, copy) in copies.prefix(mostCopies).enumerated() {
            // Either end may have gone meanwhile.
            let (column, table) = copy.record.column
            try db.cachedStatement(
                sql: """
                    INSERT INTO copy (generation, number, \(column), tokens) SELECT g.id, ?2, n.id, ?4
                    FROM generation g JOIN \(table) n ON n.id = ?3 WHERE g.id = ?1
                    """
            ).execute(arguments: [generation, index + 1, copy.record.id, copy.tokens])
        }
    }
}
