import Foundation
import GRDB
import Testing

@testable import Store

/// What figures of merged code are read from equals the slow question over what a walk wrote, whatever happens afterwards.
struct LandedStoreTests {
    private static let day: Int64 = 86_400_000
    private static let all = PipelineScope(repository: nil, from: 0, to: .max / 2)

    private struct Dice {
        var seed: UInt64

        mutating func below(_ sides: UInt64) -> Int64 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64((seed >> 33) % sides)
        }
    }

    private func store() throws -> Store {
        let store = try Store.inMemory()
        try store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO repository (identity, name) VALUES ('github.com/acme/shop', 'shop');
                    INSERT INTO session (uid, agent, maker_id, repository) VALUES ('s1', 'codex', '1', 1), ('s2', 'acme', '2', 1);
                    INSERT INTO path (text) VALUES ('a.py');
                    """)
            for number in 1...60 {
                try db.execute(
                    sql:
                        "INSERT INTO generation (uid, session, model, started_at, ended_at) VALUES (?, ?, 'opus', 1, 1)",
                    arguments: ["g\(number)", 1 + number % 2])
                try db.execute(
                    sql: """
                        INSERT INTO edit (uid, call, generation, path, kind, status, at)
                        VALUES (?, 'c', ?, 1, 'update', 'applied', ?)
                        """, arguments: ["e\(number)", number, Int64(number) * Self.day])
            }
        }
        return store
    }

    /// Batches as a walk writes them: landings of some edits and of nobody's, ends of this batch's and of earlier ones.
    private func walk(_ store: Store, _ dice: inout Dice) throws {
        var before: LineWalk?
        var known: [Int64] = []
        for round in 0..<30 {
            var batch = LineBatch()
            let at = (Int64(round) * 3 + 2) * Self.day + dice.below(1000)
            for place in 0..<(1 + dice.below(4)) {
                let edit = dice.below(3) == 0 ? nil : 1 + dice.below(60)
                let hash = "\(round)-\(place / 2)"
                batch.landings.append(
                    LandedLines(
                        hash: hash, edit: edit, origin: edit == nil ? .other : .record, at: at,
                        lines: 5 + Int(dice.below(30))))
                if let edit {
                    var fate = EditFate(edit: edit, tokens: 10 + Int(edit))
                    fate.bits = Double(fate.tokens) * 4
                    if dice.below(4) > 0 {
                        (fate.hash, fate.landedAt) = (hash, at)
                        (fate.common, fate.distance, fate.merged) = (fate.tokens / 2, fate.tokens / 2, 40)
                    }
                    batch.fates.append(fate)
                }
            }
            for _ in 0..<dice.below(5) {
                let old = known.isEmpty || dice.below(2) == 0 ? -1 : known[Int(dice.below(UInt64(known.count)))]
                batch.ends.append(
                    LineEnd(
                        landing: old, hash: "\(round)x", at: at + dice.below(90) * Self.day, lines: 1,
                        sessions: dice.below(2) == 0 ? ["s1"] : [], isMarked: dice.below(2) == 0,
                        isFix: dice.below(3) == 0))
            }
            let walk = LineWalk(hash: "\(round)", at: at, firstAt: 0, edits: 60)
            batch.walk = walk
            known += try #require(try store.keep(batch, of: "acme/shop", after: before)).values
            before = walk
        }
    }

    @Test func `a row a commit says what all its landings and their ends say`() throws {
        let store = try store()
        var dice = Dice(seed: 7)
        try walk(store, &dice)
        // Forgetting an edit leaves the lines: they are still on the main line.
        try store.write { try $0.execute(sql: "DELETE FROM edit WHERE id % 7 = 0") }
        let slow = try store.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT l.hash || ' ' || l.origin || ' ' || min(l.landed_at) || ' ' || sum(l.lines) || ' '
                        || coalesce((SELECT group_concat(day || ':' || lines || means || is_fix, ' ') FROM (
                            SELECT max(1, (n.at - k.landed_at + 86399999) / 86400000) AS day, sum(n.lines) AS lines, n.means,
                                n.is_fix
                            FROM landing k JOIN line_end n ON n.landing = k.id
                            WHERE k.hash = l.hash AND k.origin = l.origin GROUP BY 1, 3, 4 ORDER BY 1, 3, 4)), '')
                    FROM landing l GROUP BY l.hash, l.origin ORDER BY min(l.landed_at), l.hash, l.origin
                    """)
        }
        let fast = try store.lives(in: Self.all).map { fact in
            let ends = fact.ends.map { "\($0.day):\($0.lines)\($0.means)\($0.isFix ? 1 : 0)" }.joined(separator: " ")
            return "\(fact.hash) \(fact.origin.rawValue) \(fact.landedAt) \(fact.lines) \(ends)"
        }
        #expect(fast == slow && fast.count > 30 && fast.contains { $0.contains("session") })
        try store.forgetLines(of: "acme/shop")
        #expect(try store.lives(in: Self.all).isEmpty)
    }

    @Test func `what is told of sessions follows the edits and answers as they are now`() throws {
        let store = try store()
        var dice = Dice(seed: 11)
        try walk(store, &dice)
        try store.write { db in
            try db.execute(
                sql: """
                    UPDATE edit SET status = 'rejected' WHERE id % 5 = 0;
                    UPDATE edit SET status = 'changed' WHERE id % 5 = 1;
                    UPDATE generation SET model = 'haiku' WHERE id % 4 = 0;
                    UPDATE generation SET session = 1 WHERE id % 6 = 0;
                    DELETE FROM edit WHERE id % 11 = 0;
                    """)
        }
        func slow(_ sql: String) throws -> [String] { try store.read { try String.fetchAll($0, sql: sql) } }
        let of =
            "JOIN edit e ON e.id = f.edit JOIN generation g ON g.id = e.generation JOIN session s ON s.id = g.session"
        let texts = try slow(
            """
            WITH one AS (
                SELECT e.generation, f.landed_at AS at, f.tokens, f.common, f.distance, max(f.tokens, f.merged) AS longer
                FROM edit_fate f JOIN edit e ON e.id = f.edit WHERE f.landed_at IS NOT NULL
                UNION ALL SELECT e.generation, e.at, f.tokens, 0, f.tokens, f.tokens
                FROM edit_fate f JOIN edit e ON e.id = f.edit WHERE e.status IN ('failed', 'rejected'))
            SELECT s.uid || ' ' || g.model || ' ' || min(one.at) || ' ' || count(*) || ' ' || sum(5 * common >= 4 * tokens)
                || ' ' || sum(tokens) || ' ' || sum(common) || ' ' || sum(distance) || ' ' || sum(longer)
            FROM one JOIN generation g ON g.id = one.generation JOIN session s ON s.id = g.session
            GROUP BY s.id, g.model ORDER BY min(one.at), s.uid, g.model
            """)
        #expect(
            try store.mergedTexts(in: Self.all).map {
                "\($0.session) \($0.model) \($0.at) \($0.edits) \($0.accepted) \($0.tokens) \($0.common) \($0.distance) \($0.longer)"
            } == texts && texts.count >= 3)
        let arrivals = try slow(
            """
            SELECT s.uid || ' ' || g.model || ' '
                || sum(e.at <= w.at - 2592000000 AND coalesce(f.landed_at <= e.at + 2592000000, 0)) || ' '
                || sum(e.at <= w.at - 2592000000 AND NOT coalesce(f.landed_at <= e.at + 2592000000, 0)) || ' '
                || sum(e.at > w.at - 2592000000)
            FROM edit_fate f \(of) JOIN line_walk w ON w.repository = f.repository WHERE e.status IN ('applied', 'changed')
            GROUP BY s.id, g.model ORDER BY min(e.at), s.uid, g.model
            """)
        #expect(
            try store.arrivals(in: Self.all).map { "\($0.session) \($0.model) \($0.arrived) \($0.left) \($0.pending)" }
                == arrivals && arrivals.count >= 3)
        let styles = try slow(
            """
            SELECT s.uid || ' ' || g.model || ' ' || sum(f.tokens) FROM edit_fate f \(of) WHERE f.bits IS NOT NULL
            GROUP BY s.id, g.model ORDER BY min(e.at), s.uid, g.model
            """)
        #expect(
            try store.styles(in: Self.all).map { "\($0.session ?? "-") \($0.model) \($0.tokens)" } == styles
                && styles.count >= 3)
        #expect(try store.styles(in: Self.all).allSatisfy { abs($0.bits - 4 * Double($0.tokens)) < 1e-6 })
    }

    @Test func `damaged ends are none`() {
        #expect(
            LifeFact.ends(in: LifeFact.bytes(of: [.init(day: 300, lines: 5000, means: "session", isFix: true)])).count
                == 1)
        for bytes: [UInt8] in [[1], [1, 2], [1, 2, 9], [128, 128, 128, 128, 128, 128, 128, 1], [1, 1, 128]] {
            #expect(LifeFact.ends(in: bytes).isEmpty)
        }
    }
}
