import GRDB
package import Provenance

/// Records in full, session by session, as they were told: for those who hand them on.
extension Store {
    /// A record with the key after which the next page begins.
    package struct Kept<Record: Sendable>: Sendable {
        package var key: PageKey
        package var record: Record
    }

    /// Sessions in the order of their rows.
    package func keptSessions(after key: PageKey?, limit: Int) throws -> [Kept<Session>] {
        try read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT s.*, r.identity FROM session s LEFT JOIN repository r ON r.id = s.repository
                        WHERE s.id > ? ORDER BY s.id LIMIT ?
                        """), arguments: [key?.id ?? 0, limit]
            ).map { Kept(key: PageKey(at: 0, id: $0["id"]), record: Session(row: $0)) }
        }
    }

    /// The prompts of a session in their order, those of the turns that match.
    package func keptPrompts(
        in session: Kept<Session>, by asker: Prompt.Asker, matching filter: Filter, after key: PageKey?, limit: Int
    ) throws -> [Kept<Prompt>] {
        let turns = Self.turns(filter, of: "p.turn")
        return try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT p.*, b.text, t.uid AS turn_uid, t.branch FROM prompt p JOIN body b ON b.id = p.words
                    LEFT JOIN turn t ON t.id = p.turn
                    WHERE p.session = ? AND p.asker = ? AND (p.at, p.id) > (?, ?) AND \(turns.sql)
                    ORDER BY p.at, p.id LIMIT ?
                    """,
                arguments: [session.key.id, asker.rawValue, key?.at ?? .min, key?.id ?? 0] + turns.arguments + [limit]
            ).map {
                Kept(key: PageKey(at: $0["at"], id: $0["id"]), record: Prompt(row: $0, session: session.record.uid))
            }
        }
    }

    /// The generations of a session in their order, those of the turns that match.
    package func keptGenerations(
        in session: Kept<Session>, matching filter: Filter, after key: PageKey?, limit: Int
    ) throws -> [Kept<Generation>] {
        let turns = Self.turns(filter, of: "g.turn")
        return try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT g.*, b.text, p.uid AS prompt_uid FROM generation g
                    LEFT JOIN body b ON b.id = g.output LEFT JOIN prompt p ON p.id = g.prompt
                    WHERE g.session = ? AND (g.started_at, g.id) > (?, ?) AND \(turns.sql)
                    ORDER BY g.started_at, g.id LIMIT ?
                    """, arguments: [session.key.id, key?.at ?? .min, key?.id ?? 0] + turns.arguments + [limit]
            ).map {
                Kept(
                    key: PageKey(at: $0["started_at"], id: $0["id"]),
                    record: Generation(row: $0, session: session.record.uid))
            }
        }
    }

    /// - Parameter id: the generation's row.
    package func keptEdits(of generation: Generation, id: Int64) throws -> [Edit] {
        try read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT e.*, p.text AS path_text, m.text AS moved_text, b.text AS before_text,
                            a.text AS after_text, d.text AS patch_text
                        FROM edit e JOIN path p ON p.id = e.path LEFT JOIN path m ON m.id = e.moved_from
                        LEFT JOIN body b ON b.id = e.before LEFT JOIN body a ON a.id = e.after
                        LEFT JOIN body d ON d.id = e.patch
                        WHERE e.generation = ? ORDER BY e.at, e.id
                        """), arguments: [id]
            ).compactMap { Edit(row: $0, of: generation) }
        }
    }

    /// The segments of a session's thread with these numbers, the latest first.
    package func keptSegments(
        in session: Kept<Session>, thread: String, _ numbers: ClosedRange<Int>, limit: Int
    ) throws -> [Segment] {
        try read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT g.*, b.text, p.text AS path_text FROM segment g JOIN body b ON b.id = g.body
                        LEFT JOIN path p ON p.id = g.path
                        WHERE g.session = ? AND g.thread = ? AND g.number BETWEEN ? AND ?
                        ORDER BY g.number DESC, g.id DESC LIMIT ?
                        """),
                arguments: [session.key.id, thread, numbers.lowerBound, numbers.upperBound, limit]
            ).compactMap { Segment(row: $0, session: session.record.uid) }
        }
    }

    private static func turns(_ filter: Filter, of column: String) -> (sql: String, arguments: StatementArguments) {
        if filter == .everything { return ("1", []) }
        let condition = filter.condition(for: .turns) { _ in true }
        return (
            "EXISTS (SELECT 1 FROM turn t WHERE t.id = \(column) AND (\(condition.sql)))",
            StatementArguments(condition.arguments.map(\.databaseValue))
        )
    }
}

extension Session {
    fileprivate init(row: Row) {
        self.init(uid: UID(text: row["uid"]), agent: row["agent"], makerID: row["maker_id"])
        agentVersion = row["agent_version"]
        directory = row["directory"]
        branch = row["branch"]
        commit = row["commit_id"]
        let identity: String? = row["identity"]
        remote = identity.flatMap { $0.hasPrefix("path:") || $0.hasPrefix("root:") ? nil : "https://" + $0 }
        parent = (row["parent"] as String?).map { UID(text: $0) }
        title = row["title"]
        startedAt = row["started_at"]
    }
}

extension Prompt {
    fileprivate init(row: Row, session: UID) {
        self.init(
            uid: UID(text: row["uid"]), session: session, asker: Asker(rawValue: row["asker"]) ?? .person,
            thread: row["thread"], words: Body(row["text"]), at: row["at"])
        segments = ClosedRange(first: row["first_segment"], last: row["last_segment"])
        branch = asker == .person ? row["branch"] : nil
        parent = asker == .agent ? (row["turn_uid"] as String?).map { UID(text: $0) } : nil
    }
}

extension Generation {
    fileprivate init(row: Row, session: UID) {
        self.init(uid: UID(text: row["uid"]), session: session, thread: row["thread"], startedAt: row["started_at"])
        prompt = (row["prompt_uid"] as String?).map { UID(text: $0) }
        makerID = row["maker_id"]
        model = row["model"]
        endedAt = row["ended_at"]
        context = ClosedRange(first: row["first_segment"], last: row["last_segment"])
        tokens = TokenCounts(
            input: row["input_tokens"], cacheRead: row["cache_read_tokens"], cacheWrite: row["cache_write_tokens"],
            output: row["output_tokens"], reasoning: row["reasoning_tokens"])
        stopReason = row["stop_reason"]
        output = Body(row["text"] ?? "")
    }
}

extension Edit {
    fileprivate init?(row: Row, of generation: Generation) {
        guard let kind = Kind(rawValue: row["kind"]), let means = Means(rawValue: row["means"]),
            let status = Status(rawValue: row["status"])
        else { return nil }
        self.init(
            uid: UID(text: row["uid"]), call: UID(text: row["call"]), generation: generation.uid,
            session: generation.session, path: row["path_text"], kind: kind, means: means, at: row["at"])
        self.status = status
        movedFrom = row["moved_text"]
        before = (row["before_text"] as String?).map { Body($0) }
        after = (row["after_text"] as String?).map { Body($0) }
        patch = (row["patch_text"] as String?).map { Body($0) }
        added = row["added"]
        removed = row["removed"]
        firstLine = row["first_line"]
    }
}

extension Segment {
    fileprivate init?(row: Row, session: UID) {
        guard let origin = Origin(rawValue: row["origin"]) else { return nil }
        self.init(
            uid: UID(text: row["uid"]), session: session, thread: row["thread"], number: row["number"], origin: origin,
            text: Body(row["text"]), at: row["at"])
        tool = row["tool"]
        path = row["path_text"]
        firstLine = row["first_line"]
        lineCount = row["line_count"]
    }
}

extension ClosedRange<Int> {
    fileprivate init?(first: Int?, last: Int?) {
        guard let first, let last, first <= last else { return nil }
        self = first...last
    }
}
