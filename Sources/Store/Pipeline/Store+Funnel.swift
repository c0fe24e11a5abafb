import GRDB

/// How far something that was asked has come.
package struct FunnelFact: Equatable, Sendable {
    package var at: Int64
    package var endedAt: Int64
    package var generations: Int
    package var edits: Int
    /// Its edits were applied.
    package var isKept: Bool
    /// When the change was opened, and merged, that its session is part of.
    package var changeAt: Int64?
    package var mergedAt: Int64?
}

/// A change as a list shows it.
package struct ChangeRow: Equatable, Sendable {
    package var repository: String
    package var number: Int64
    package var title: String
    package var kind: String?
    package var state: String
    package var createdAt: Int64?
    package var mergedAt: Int64?
    /// The share that was generated.
    package var generated: Double?
    /// From 0, none, to 4, critical: what a gate decided last; `nil` where none did.
    package var risk: Int?

    package init(
        repository: String, number: Int64, title: String, kind: String? = nil, state: String, createdAt: Int64? = nil,
        mergedAt: Int64? = nil, generated: Double? = nil, risk: Int? = nil
    ) {
        self.repository = repository
        self.number = number
        self.title = title
        self.kind = kind
        self.state = state
        self.createdAt = createdAt
        self.mergedAt = mergedAt
        self.generated = generated
        self.risk = risk
    }
}

extension Store {
    /// What persons asked in a stretch of time; of more than so many, the newest.
    package func funnel(in scope: PipelineScope, limit: Int = 20_000) throws -> [FunnelFact] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT t.at, t.ended_at, t.generations, t.edits, t.status IN ('applied', 'changed'),
                        min(coalesce(c.created_at, c.merged_at)), min(c.merged_at)
                    FROM turn t JOIN session s ON s.id = t.session LEFT JOIN repository r ON r.id = t.repository
                    LEFT JOIN link l ON l.from_kind = 'session' AND l.from_uid = s.uid AND l.relation = 'part of'
                        AND l.to_kind = 'change'
                    LEFT JOIN change c ON c.repository || '#' || c.number = l.to_uid
                    WHERE t.asker = 'person' AND t.at >= ?2 AND t.at < ?3
                        AND (?1 IS NULL OR r.identity = ?1 OR substr(r.identity, -length(?1) - 1) = '/' || ?1)
                    GROUP BY t.id ORDER BY t.at DESC LIMIT ?4
                    """, arguments: [scope.repository, scope.from, scope.to, limit]
            ).map { row in
                FunnelFact(
                    at: row[0], endedAt: row[1], generations: row[2], edits: row[3], isKept: row[4], changeAt: row[5],
                    mergedAt: row[6])
            }
        }
    }

    /// The changes that were opened or merged in a stretch of time, the last ones first.
    package func changeRows(in scope: PipelineScope, limit: Int) throws -> [ChangeRow] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT repository, number, coalesce(title, ''), kind, coalesce(state, ''), created_at, merged_at, generated,
                        (SELECT d.risk FROM decision d WHERE d.change = change.id AND d.risk IS NOT NULL
                            ORDER BY d.at DESC, d.id DESC LIMIT 1)
                    FROM change WHERE (?1 IS NULL OR repository = ?1) AND state IS NOT NULL AND coalesce(is_bot, 0) = 0
                        AND ((created_at >= ?2 AND created_at < ?3) OR (merged_at >= ?2 AND merged_at < ?3))
                    ORDER BY coalesce(merged_at, created_at) DESC, number DESC LIMIT ?4
                    """, arguments: [scope.repository, scope.from, scope.to, limit]
            ).map { row in
                ChangeRow(
                    repository: row[0], number: row[1], title: row[2], kind: row[3], state: row[4], createdAt: row[5],
                    mergedAt: row[6], generated: row[7], risk: row[8])
            }
        }
    }
}
