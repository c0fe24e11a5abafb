import GRDB

import struct Foundation.Data

extension Store {
    /// The repositories whose main line was walked, by their names.
    package func walkedRepositories() throws -> [String] {
        try read { db in try String.fetchAll(db, sql: "SELECT repository FROM line_walk ORDER BY 1") }
    }

    package func lineWalk(of repository: String) throws -> LineWalk? {
        try read { db in
            try Row.fetchOne(
                db, sql: "SELECT hash, at, first_at, edits FROM line_walk WHERE repository = ?", arguments: [repository]
            ).map { LineWalk(hash: $0[0], at: $0[1], firstAt: $0[2], edits: $0[3]) }
        }
    }

    package func lineState(of path: String, in repository: String) throws -> LineRuns {
        try read { db in
            let bytes = try Data.fetchOne(
                db.cachedStatement(sql: "SELECT runs FROM line_state WHERE repository = ? AND path = ?"),
                arguments: [repository, path])
            return bytes.flatMap(LineRuns.init(_:)) ?? LineRuns()
        }
    }

    /// Writes what a walk found, all of it or nothing.
    ///
    /// - Parameter before: where it began: another that went on meanwhile is not written over.
    /// - Returns: the rows that its owners below 0 became; `nil` where another went on.
    @discardableResult
    package func keep(
        _ batch: LineBatch, of repository: String, after before: LineWalk?
    ) throws -> [Int64: Int64]? {
        try write { db in
            let now = try Row.fetchOne(
                db, sql: "SELECT hash, at, first_at, edits FROM line_walk WHERE repository = ?", arguments: [repository]
            ).map { LineWalk(hash: $0[0], at: $0[1], firstAt: $0[2], edits: $0[3]) }
            guard now == before else { return nil }
            let writer = LineWriter(db: db, repository: repository)
            let owners = try writer.write(batch.landings)
            try writer.write(batch.ends, owners)
            try writer.gather(Set(owners.values).union(batch.ends.map { owners[$0.landing] ?? $0.landing }))
            try writer.write(batch.fates)
            try writer.write(batch.states, owners)
            try writer.write(batch.shares)
            try writer.write(batch.styles)
            if let walk = batch.walk { try writer.write(walk) }
            return owners
        }
    }

    /// Forgets what a walk found, to begin anew: edits came that are older than where it was.
    package func forgetLines(of repository: String) throws {
        try write { db in
            for table in ["line_walk", "line_state", "landing", "landed", "edit_fate"] {
                try db.execute(sql: "DELETE FROM \(table) WHERE repository = ?", arguments: [repository])
            }
        }
    }

    /// Where a walk has to begin: before the first edit, or the first commit that says it was generated.
    ///
    /// - Parameters:
    ///   - repository: as `change` names it.
    ///   - identity: the same as its sessions have it.
    package func firstGeneratedWork(in repository: String, identity: String?) throws -> Int64? {
        try read { db in
            let edit = try Int64.fetchOne(
                db,
                sql: """
                    SELECT min(e.at) FROM edit e JOIN generation g ON g.id = e.generation
                    JOIN session s ON s.id = g.session JOIN repository r ON r.id = s.repository WHERE r.identity = ?
                    """, arguments: [identity])
            let mark = try Int64.fetchOne(
                db,
                sql:
                    "SELECT min(landed_at) FROM mainline INDEXED BY mainline_generated WHERE repository = ? AND marks <> ''",
                arguments: [repository])
            return [edit, mark].compactMap { $0 }.min()
        }
    }

    /// The newest first parent that came before a moment.
    package func mainline(before moment: Int64, in repository: String) throws -> String? {
        try read { db in
            try String.fetchOne(
                db,
                sql: """
                    SELECT hash FROM mainline WHERE repository = ? AND is_first = 1 AND landed_at < ?
                    ORDER BY landed_at DESC, id LIMIT 1
                    """, arguments: [repository, moment])
        }
    }

    /// What the store knows of a commit of the main line beside its lines.
    package func landingFacts(
        of hash: String, in repository: String
    ) throws -> (origin: LandedLines.Origin, isFix: Bool, isBot: Bool) {
        try read { db in
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT m.marks <> '', coalesce(c.generated, 0), coalesce(m.kind, c.kind) IN ('fix', 'revert'),
                            m.is_bot, c.generated_by = 'record', m.parents
                        FROM mainline m LEFT JOIN change c ON c.id = m.change WHERE m.repository = ? AND m.hash = ?
                        """), arguments: [repository, hash])
            guard let row else { return (.other, false, false) }
            let share: Double = row[4] as Bool? == true ? 0 : row[1]
            let isMarked = row[0] as Bool || (share >= 1 && row[5] as Int > 1)
            return (isMarked ? .mark : share > 0 ? .mixed : .other, row[2] as Bool? ?? false, row[3])
        }
    }

    /// The edits of a repository in the order of their times, with their texts, whatever became of them.
    ///
    /// - Parameter mark: the time and row behind which they begin.
    package func writtenEdits(
        in identity: String, after mark: (at: Int64, id: Int64), limit: Int
    ) throws -> [(source: EditSource, isRefused: Bool)] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    \(EditSource.select)
                    WHERE r.identity = ?1 AND (e.at, e.id) > (?2, ?3) ORDER BY e.at, e.id LIMIT ?4
                    """)
            let sources = try Array(
                Row.fetchCursor(statement, arguments: [identity, mark.at, mark.id, limit]).map(EditSource.init(_:)))
            let state = try db.cachedStatement(sql: "SELECT status IN ('failed', 'rejected') FROM edit WHERE id = ?")
            return try sources.map { ($0, try Bool.fetchOne(state, arguments: [$0.origin.id]) ?? false) }
        }
    }

    /// The newest edit here, and whether one of this repository came since a row that is older than a moment.
    package func editHorizon(
        in identity: String?, since edits: Int64, before moment: Int64
    ) throws -> (newest: Int64, hasOlder: Bool) {
        try read { db in
            let newest = try Int64.fetchOne(db, sql: "SELECT max(id) FROM edit") ?? 0
            guard newest > edits, let identity else { return (newest, false) }
            let hasOlder = try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM edit e JOIN generation g ON g.id = e.generation
                        JOIN session s ON s.id = g.session JOIN repository r ON r.id = s.repository
                        WHERE e.id > ?1 AND e.at < ?2 AND r.identity = ?3)
                    """, arguments: [edits, moment, identity])
            return (newest, hasOlder ?? false)
        }
    }

    /// The edits that a walk has met and not yet found on the main line, by their rows.
    package func openEdits(of repository: String, since moment: Int64) throws -> Set<Int64> {
        try read { db in
            try Int64.fetchSet(
                db,
                sql: """
                    SELECT edit FROM edit_fate WHERE repository = ? AND at >= ? AND landed_at IS NULL AND tokens > 0
                        AND status NOT IN ('failed', 'rejected')
                    """, arguments: [repository, moment])
        }
    }

    /// The edits from a moment on that a walk has met.
    package func metEdits(of repository: String, since moment: Int64) throws -> Set<Int64> {
        try read { db in
            try Int64.fetchSet(
                db,
                sql: """
                    SELECT edit FROM edit_fate WHERE repository = ? AND at >= ?
                    """, arguments: [repository, moment])
        }
    }

    /// The newest edits of a repository since a moment, without their texts.
    package func editTimes(
        in identity: String, since moment: Int64, limit: Int
    ) throws -> [(id: Int64, at: Int64, isRefused: Bool, added: Int)] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT e.id, e.at, e.status IN ('failed', 'rejected'), coalesce(e.added, 0)
                    FROM edit e JOIN generation g ON g.id = e.generation JOIN session s ON s.id = g.session
                    JOIN repository r ON r.id = s.repository
                    WHERE r.identity = ? AND e.at >= ? ORDER BY e.at DESC, e.id DESC LIMIT ?
                    """, arguments: [identity, moment, limit]
            ).map { ($0[0], $0[1], $0[2], $0[3]) }
        }
    }
}
