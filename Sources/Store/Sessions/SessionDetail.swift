import GRDB

/// A session with what its turns come to.
package struct SessionDetail: Equatable, Sendable {
    package var session: SessionRow
    /// The uid of the session that it was forked or resumed from.
    package var parent: String?
    /// The models that answered, those of the most turns first.
    package var models: [String] = []
    package var generations = 0
    package var edits = 0
    package var inputTokens: Int64?
    package var cacheReadTokens: Int64?
    package var outputTokens: Int64?

    package init(session: SessionRow) { self.session = session }
}

extension Store {
    /// A session by its uid; `nil` where it is gone.
    package func session(_ uid: String) throws -> SessionDetail? {
        try read { db in
            guard
                let row = try Row.fetchOne(db, sql: "\(SessionRow.select) WHERE s.uid = ?", arguments: [uid])
            else { return nil }
            var detail = SessionDetail(session: SessionRow(row: row))
            detail.parent = row["parent"]
            // Not `sum`, which fails where numbers of a stranger's store are too large.
            let sums = try Row.fetchOne(
                db,
                sql: """
                    SELECT CAST(total(generations) AS INTEGER) AS generations, CAST(total(edits) AS INTEGER) AS edits,
                        iif(count(input_tokens), CAST(total(input_tokens) AS INTEGER), NULL) AS input_tokens,
                        iif(count(cache_read_tokens), CAST(total(cache_read_tokens) AS INTEGER), NULL) AS cache_tokens,
                        iif(count(output_tokens), CAST(total(output_tokens) AS INTEGER), NULL) AS output_tokens
                    FROM turn WHERE session = ?
                    """, arguments: [detail.session.id])
            if let sums {
                detail.generations = sums["generations"]
                detail.edits = sums["edits"]
                detail.inputTokens = sums["input_tokens"]
                detail.cacheReadTokens = sums["cache_tokens"]
                detail.outputTokens = sums["output_tokens"]
            }
            detail.models = try String.fetchAll(
                db,
                sql: """
                    SELECT model FROM turn WHERE session = ? AND model IS NOT NULL
                    GROUP BY model ORDER BY count(*) DESC, model LIMIT 20
                    """, arguments: [detail.session.id])
            return detail
        }
    }

    /// One page of a session's turns as they were asked, the first first; `newer` goes on after the key, `older` ends
    /// before it.
    ///
    /// - Returns: the turns, and how many of the session come before the first of them.
    package func turns(
        ofSession uid: String, from key: PageKey? = nil, _ direction: PageDirection = .newer, limit: Int
    ) throws -> (turns: [TurnRow], before: Int) {
        try read { db in
            let session = "(SELECT id FROM session WHERE uid = ?1)"
            let isOlder = direction == .older
            let condition = key == nil ? "1" : "(t.at, t.id) \(isOlder ? "<" : ">") (?3, ?4)"
            let order = isOlder ? "ORDER BY t.at DESC, t.id DESC" : "ORDER BY t.at, t.id"
            var arguments: StatementArguments = [uid, limit]
            if let key { arguments += [key.at, key.id] }
            let rows = try Row.fetchAll(
                db, sql: "\(TurnRow.select) WHERE t.session = \(session) AND \(condition) \(order) LIMIT ?2",
                arguments: arguments)
            let turns = try rows.map { try Self.withReply(TurnRow(row: $0), db) }
            let page = isOlder ? turns.reversed() : turns
            guard let first = page.first else { return ([], 0) }
            let before = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM turn t WHERE t.session = \(session) AND (t.at, t.id) < (?2, ?3)",
                arguments: [uid, first.at, first.id])
            return (page, before ?? 0)
        }
    }
}
