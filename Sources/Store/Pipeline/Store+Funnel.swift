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
        let place =
            scope.repository == nil
            ? "?1 IS NULL"
            : """
            repository IN (SELECT id FROM repository
                WHERE identity = ?1 OR substr(identity, -length(?1) - 1) = '/' || ?1)
            """
        return try read { db in
            // Few sessions are part of a change: they are known before the turns are read.
            var changes: [Int64: (opened: Int64?, merged: Int64?)] = [:]
            let linked = try Row.fetchCursor(
                db,
                sql: """
                    SELECT s.id, min(coalesce(c.created_at, c.merged_at)), min(c.merged_at)
                    FROM link l CROSS JOIN change c ON \(Self.isNamed(by: "l.to_uid"))
                    JOIN session s ON s.uid = l.from_uid
                    WHERE l.to_kind = 'change' AND l.from_kind = 'session' AND l.relation = 'part of' GROUP BY s.id
                    """)
            while let row = try linked.next() { changes[row[0]] = (row[1], row[2]) }
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT at, ended_at, generations, edits, status IN ('applied', 'changed'), session FROM turn
                    WHERE asker = 'person' AND at >= ?2 AND at < ?3 AND \(place) ORDER BY at DESC, id DESC LIMIT ?4
                    """, arguments: [scope.repository, scope.from, scope.to, limit])
            var facts: [FunnelFact] = []
            while let row = try rows.next() {
                let change = changes[row[5]]
                facts.append(
                    FunnelFact(
                        at: row[0], endedAt: row[1], generations: row[2], edits: row[3], isKept: row[4],
                        changeAt: change?.opened, mergedAt: change?.merged))
            }
            return facts
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
