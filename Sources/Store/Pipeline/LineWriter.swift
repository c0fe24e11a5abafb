import GRDB

/// Writes what a walk along the main line found.
struct LineWriter {
    let db: Database
    let repository: String

    func write(_ landings: [LandedLines]) throws -> [Int64: Int64] {
        var owners: [Int64: Int64] = [:]
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO landing (repository, hash, edit, origin, landed_at, lines)
                VALUES (?, ?, (SELECT id FROM edit WHERE id = ?), ?, ?, ?)
                """)
        for (place, landing) in landings.enumerated() {
            try statement.execute(arguments: [
                repository, landing.hash, landing.edit, landing.origin.rawValue, landing.at, landing.lines,
            ])
            owners[-Int64(place) - 1] = db.lastInsertedRowID
        }
        return owners
    }

    func write(_ ends: [LineEnd], _ owners: [Int64: Int64]) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO line_end (landing, hash, at, lines, means, is_fix)
                SELECT id, ?, ?, ?, ?, ? FROM landing WHERE id = ?
                ON CONFLICT (landing, hash, means) DO UPDATE SET lines = lines + excluded.lines
                """)
        let session = try db.cachedStatement(
            sql: """
                SELECT s.uid FROM landing l JOIN edit e ON e.id = l.edit JOIN generation g ON g.id = e.generation
                JOIN session s ON s.id = g.session WHERE l.id = ?
                """)
        for end in ends {
            let landing = owners[end.landing] ?? end.landing
            var means = end.isMarked ? "generated" : "other"
            if !end.sessions.isEmpty {
                let own = try String.fetchOne(session, arguments: [landing])
                means = own.map(end.sessions.contains) ?? false ? "session" : "generated"
            }
            try statement.execute(arguments: [end.hash, end.at, end.lines, means, end.isFix, landing])
        }
    }

    /// Gathers what came by one commit, of one origin, and what became of it: so figures read a row a commit.
    ///
    /// - Parameter rows: landings that came or of which lines went.
    func gather(_ rows: Set<Int64>) throws {
        let group = try db.cachedStatement(sql: "SELECT hash, origin FROM landing WHERE id = ?")
        var groups: Set<[String]> = []
        for row in rows {
            if let found = try Row.fetchOne(group, arguments: [row]) { groups.insert([found[0], found[1]]) }
        }
        let sums = try db.cachedStatement(
            sql: "SELECT min(landed_at), sum(lines) FROM landing WHERE repository = ? AND hash = ? AND origin = ?")
        let ends = try db.cachedStatement(
            sql: """
                SELECT (max(0, n.at - l.landed_at) + 86399999) / 86400000, n.means, n.is_fix, sum(n.lines)
                FROM landing l JOIN line_end n ON n.landing = l.id
                WHERE l.repository = ? AND l.hash = ? AND l.origin = ? GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
                """)
        let keep = try db.cachedStatement(
            sql: """
                INSERT INTO landed (repository, landed_at, hash, origin, lines, ends) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (repository, landed_at, hash, origin) DO UPDATE SET lines = excluded.lines,
                    ends = excluded.ends
                """)
        for name in groups {
            let arguments: StatementArguments = [repository, name[0], name[1]]
            guard let sum = try Row.fetchOne(sums, arguments: arguments) else { continue }
            let found = try Row.fetchAll(ends, arguments: arguments).map {
                LifeFact.End(day: max(1, $0[0]), lines: $0[3], means: $0[1], isFix: $0[2])
            }
            try keep.execute(arguments: [
                repository, sum[0] as Int64, name[0], name[1], sum[1] as Int64, LifeFact.bytes(of: found),
            ])
        }
    }

    /// One that came to the main line keeps the commit with which it came first.
    func write(_ fates: [EditFate]) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO edit_fate (edit, repository, session, model, status, at, tokens, hash, landed_at, common,
                    distance, merged, bits)
                SELECT e.id, ?, g.session, coalesce(g.model, ''), e.status, e.at, ?, ?, ?, ?, ?, ?, ?
                FROM edit e JOIN generation g ON g.id = e.generation WHERE e.id = ?
                ON CONFLICT (edit) DO UPDATE SET hash = coalesce(hash, excluded.hash),
                    common = CASE WHEN landed_at IS NULL THEN excluded.common ELSE common END,
                    distance = CASE WHEN landed_at IS NULL THEN excluded.distance ELSE distance END,
                    merged = CASE WHEN landed_at IS NULL THEN excluded.merged ELSE merged END,
                    landed_at = coalesce(landed_at, excluded.landed_at), bits = coalesce(bits, excluded.bits)
                """)
        for fate in fates {
            try statement.execute(arguments: [
                repository, fate.tokens, fate.hash, fate.landedAt, fate.common, fate.distance, fate.merged, fate.bits,
                fate.edit,
            ])
        }
    }

    func write(_ states: [String: LineRuns?], _ owners: [Int64: Int64]) throws {
        let keep = try db.cachedStatement(
            sql: """
                INSERT INTO line_state (repository, path, runs) VALUES (?, ?, ?)
                ON CONFLICT (repository, path) DO UPDATE SET runs = excluded.runs
                """)
        let remove = try db.cachedStatement(sql: "DELETE FROM line_state WHERE repository = ? AND path = ?")
        for (path, state) in states {
            if var state, !state.runs.isEmpty {
                state.rename(owners)
                try keep.execute(arguments: [repository, path, state.bytes])
            } else {
                try remove.execute(arguments: [repository, path])
            }
        }
    }

    /// The share of a change is that of the commits by which it came; what edits of this store wrote is known best.
    func write(_ shares: [(hash: String, lines: Int, generated: Int)]) throws {
        let statement = try db.cachedStatement(
            sql: "UPDATE mainline SET lines = ?, generated_lines = ? WHERE repository = ? AND hash = ?")
        let change = try db.cachedStatement(
            sql: """
                WITH own AS (SELECT c.id AS id, sum(m.lines) AS lines, sum(m.generated_lines) AS generated
                    FROM mainline one JOIN change c ON c.id = one.change JOIN mainline m ON m.change = c.id
                    WHERE one.repository = ? AND one.hash = ? AND m.lines IS NOT NULL GROUP BY c.id)
                UPDATE change SET generated = (SELECT 1.0 * generated / lines FROM own), generated_by = 'record'
                WHERE id = (SELECT id FROM own WHERE lines > 0 AND generated > 0)
                """)
        for share in shares {
            try statement.execute(arguments: [share.lines, share.generated, repository, share.hash])
            if share.generated > 0 { try change.execute(arguments: [repository, share.hash]) }
        }
    }

    func write(_ styles: [(hash: String, tokens: Int, bits: Double)]) throws {
        let statement = try db.cachedStatement(
            sql: "UPDATE mainline SET other_tokens = ?, other_bits = ? WHERE repository = ? AND hash = ?")
        for style in styles {
            try statement.execute(arguments: [style.tokens, style.bits, repository, style.hash])
        }
    }

    func write(_ walk: LineWalk) throws {
        try db.execute(
            sql: """
                INSERT INTO line_walk (repository, hash, at, first_at, edits) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (repository) DO UPDATE SET hash = excluded.hash, at = excluded.at, edits = excluded.edits
                """, arguments: [repository, walk.hash, walk.at, walk.firstAt, walk.edits])
    }
}
