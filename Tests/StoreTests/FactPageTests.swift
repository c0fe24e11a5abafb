import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

/// What figures are made from is the same read by pages and read by rows, whatever happens to the rows.
struct FactPageTests {
    private static let day: Int64 = 86_400_000
    /// After all that the tests write.
    private static let late: Int64 = 500 * day

    private struct Dice {
        var seed: UInt64

        mutating func below(_ sides: Int64) -> Int64 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64((seed >> 33) % UInt64(sides))
        }

        /// Mostly within a year of 1970, now and then where nothing is expected.
        mutating func moment() -> Int64 {
            switch below(40) {
            case 0: -below(30 * FactPageTests.day)
            case 1: .max - below(9)
            case 2: 7 * FactPageTests.day * below(50)
            default: below(360 * FactPageTests.day)
            }
        }

        mutating func maybe(_ value: (inout Dice) -> Int64) -> Int64? { below(4) == 0 ? nil : value(&self) }

        mutating func word(_ words: String?...) -> String? { words[Int(below(Int64(words.count)))] }
    }

    private static func store() throws -> Store {
        let store = try Store.inMemory()
        try store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO repository (identity, name) VALUES ('git.example/acme/shop', 'shop'), ('git.example/acme/till', 'till');
                    INSERT INTO session (uid, agent, maker_id, repository)
                        VALUES ('s1', 'codex', '1', 1), ('s2', 'acme', '2', 2), ('s3', 'acme', '3', NULL);
                    INSERT INTO path (text) VALUES ('a.py');
                    INSERT INTO line_walk VALUES ('acme/shop', 'h', \(200 * day), 0, 1), ('acme/till', 'h', \(300 * day), 0, 1);
                    """)
        }
        return store
    }

    /// Some rows of each table.
    private static func write(_ store: Store, _ round: Int, _ dice: inout Dice) throws {
        try store.write { db in
            for number in 0..<12 {
                let place = dice.word("acme/shop", "acme/till", "acme/Ünder") ?? ""
                let uid = "\(round)-\(number)"
                try db.execute(
                    sql: """
                        INSERT INTO change (repository, number, state, kind, is_bot, created_at, ready_at, first_commit_at,
                            first_review_at, merged_at, closed_at, seen_at, added, removed, late_commits, has_conflicts, generated)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        place, dice.below(2) == 0 ? Int64(round * 100 + number) : .max - Int64(round * 100 + number),
                        dice.word("open", "merged", "closed", nil),
                        dice.word("fix", "feat", "très long, de beaucoup", nil),
                        dice.maybe { $0.below(2) }, dice.maybe { $0.moment() }, dice.maybe { $0.moment() },
                        dice.maybe { $0.moment() }, dice.maybe { $0.moment() }, dice.maybe { $0.moment() },
                        dice.maybe { $0.moment() }, dice.maybe { $0.moment() }, dice.maybe { $0.below(9) }, 2,
                        dice.maybe { $0.below(4) }, dice.maybe { $0.below(2) },
                        [nil, 0, 1, 0.125, 1 / 3][Int(dice.below(5))] as Double?,
                    ])
                let lines = 1 + dice.below(100)
                try db.execute(
                    sql: """
                        INSERT INTO mainline (repository, hash, authored_at, committed_at, landed_at, parents, is_first, is_bot,
                            marks, lines, generated_lines, reverts, conflicts, other_tokens, other_bits)
                        VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        place, "\(uid)abcdef0123456789", dice.moment(), dice.moment(), dice.below(3), dice.below(2),
                        dice.below(2), dice.word("", "claude"), lines, dice.maybe { $0.below(lines) },
                        dice.word(nil, nil, "abcdef01", "#\(round * 100)"), dice.maybe { $0.below(3) },
                        dice.maybe { $0.below(300) }, dice.maybe { $0.below(999) }.map { Double($0) / 7 },
                    ])
                try db.execute(
                    sql: """
                        INSERT INTO run (repository, number, conclusion, created_at, started_at, ended_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        place, round * 100 + number, dice.word("success", "failure", "cancelled", "skipped", nil),
                        dice.moment(), dice.maybe { $0.moment() }, dice.maybe { $0.moment() },
                    ])
                try db.execute(
                    sql:
                        "INSERT INTO landed (repository, landed_at, hash, origin, lines, ends) VALUES (?, ?, ?, ?, ?, ?)",
                    arguments: [
                        place, dice.moment(), "\(uid)fedcba9876543210", dice.word("record", "mark", "mixed", "other"),
                        lines,
                        LifeFact.bytes(
                            of: (0..<dice.below(4)).map {
                                .init(
                                    day: Int($0 * 20 + dice.below(9)), lines: Int(dice.below(900)),
                                    means: dice.word("session", "generated", "other") ?? "", isFix: dice.below(2) == 0)
                            }),
                    ])
                try db.execute(
                    sql: """
                        INSERT INTO generation (uid, session, model, started_at, ended_at, output_tokens)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        "g\(uid)", 1 + dice.below(3), dice.word("opus", "haiku", nil), dice.below(360 * day), 360 * day,
                        dice.maybe { $0.below(999) },
                    ])
                try db.execute(
                    sql: """
                        INSERT INTO edit (uid, call, generation, path, kind, status, at, added)
                        VALUES (?, 'c', last_insert_rowid(), 1, 'update', ?, ?, ?)
                        """,
                    arguments: [
                        "e\(uid)", dice.word("applied", "changed", "rejected", "failed", "proposed"), dice.moment(),
                        dice.below(50),
                    ])
                let tokens = dice.below(90)
                try db.execute(
                    sql: """
                        INSERT INTO edit_fate (edit, repository, session, model, status, at, tokens, landed_at, common, distance,
                            merged, bits)
                        SELECT e.id, ?, g.session, coalesce(g.model, ''), e.status, e.at, ?, ?, ?, ?, ?, ?
                        FROM edit e JOIN generation g ON g.id = e.generation WHERE e.uid = ?
                        """,
                    arguments: [
                        place, tokens, dice.maybe { $0.moment() }, dice.maybe { $0.below(tokens + 1) },
                        dice.maybe { $0.below(90) }, dice.maybe { $0.below(90) },
                        dice.maybe { $0.below(9999) }.map { Double($0) / 13 }, "e\(uid)",
                    ])
            }
        }
        try store.addUpUsage(limit: nil)
    }

    /// What a user does to rows that are packed.
    private static func change(_ store: Store, _ dice: inout Dice) throws {
        try store.write { db in
            let rest = dice.below(11)
            switch dice.below(8) {
            case 0:
                try db.execute(
                    sql: "UPDATE change SET merged_at = ?, state = 'merged' WHERE id % 11 = \(rest)",
                    arguments: [dice.moment()])
                try db.execute(sql: "UPDATE change SET generated = 0.5 WHERE id % 13 = \(rest)")
                try db.execute(sql: "UPDATE change SET created_at = NULL WHERE id % 29 = \(rest)")
            case 1: try db.execute(sql: "DELETE FROM change WHERE id % 11 = \(rest)")
            case 2:
                try db.execute(sql: "UPDATE mainline SET conflicts = 7, marks = 'codex' WHERE id % 11 = \(rest)")
                try db.execute(sql: "UPDATE mainline SET other_tokens = 3, other_bits = 1.5 WHERE id % 13 = \(rest)")
                try db.execute(
                    sql: "UPDATE mainline SET landed_at = ? WHERE id % 17 = \(rest)", arguments: [dice.moment()])
                try db.execute(sql: "DELETE FROM mainline WHERE id % 19 = \(rest)")
            case 3:
                try db.execute(
                    sql: "UPDATE run SET conclusion = 'failure', ended_at = created_at WHERE id % 11 = \(rest)")
                try db.execute(sql: "DELETE FROM run WHERE id % 19 = \(rest)")
            case 4:
                try db.execute(sql: "UPDATE landed SET lines = lines + 1, ends = x'' WHERE landed_at % 11 = \(rest)")
                try db.execute(sql: "DELETE FROM landed WHERE landed_at % 19 = \(rest)")
            case 5:
                try db.execute(sql: "UPDATE edit SET status = 'rejected' WHERE id % 11 = \(rest)")
                try db.execute(sql: "UPDATE edit SET at = ? WHERE id % 17 = \(rest)", arguments: [dice.moment()])
                try db.execute(sql: "UPDATE generation SET model = 'sonnet', session = 1 WHERE id % 13 = \(rest)")
            case 6: try db.execute(sql: "DELETE FROM generation WHERE id % 23 = \(rest)")
            default:
                try db.execute(sql: "UPDATE session SET agent = 'cursor', repository = 1 WHERE id = 1 + \(rest % 3)")
            }
        }
        try store.addUpUsage(limit: nil)
    }

    /// All that figures read in a stretch of time, a line a fact. The order of changes and runs hangs on nothing.
    private static func told(_ store: Store, _ scope: PipelineScope) throws -> [String] {
        func lines(_ name: String, _ facts: [some Any]) -> [String] { facts.map { "\(name) \($0)" } }
        return try lines("change", store.changes(in: scope)).sorted() + lines("commit", store.commits(in: scope))
            + lines("merge", store.commits(in: scope, isMerge: true)) + lines("run", store.runs(in: scope)).sorted()
            + lines("life", store.lives(in: scope)) + lines("text", store.mergedTexts(in: scope))
            + lines("arrival", store.arrivals(in: scope)) + lines("style", store.styles(in: scope))
            + lines("usage", store.usage(in: scope, offset: 5 * 3_600_000 + 1_800_000))
    }

    private static func scopes(_ dice: inout Dice) -> [PipelineScope] {
        [(Int64.min / 4, Int64.max / 2), (0, 360 * day)].map { PipelineScope(from: $0.0, to: $0.1) }
            + (0..<6).map { _ in
                let from = dice.below(300 * day) - 20 * day
                return PipelineScope(
                    repository: dice.word("acme/shop", "acme/till", "acme/Ünder", nil), from: from,
                    to: from + dice.below(200 * day))
            }
    }

    private static func pages(_ store: Store) throws -> [String: Int] {
        try store.read { db in
            Dictionary(
                uniqueKeysWithValues: try Row.fetchAll(db, sql: "SELECT kind, count(*) FROM fact_page GROUP BY 1").map {
                    ($0[0] as String, $0[1] as Int)
                })
        }
    }

    /// Takes all pages away, so that rows are read.
    private static func unpack(_ store: Store) throws {
        try store.write { db in
            try db.execute(sql: "INSERT OR IGNORE INTO pending_page SELECT kind, repository, week FROM fact_page")
        }
        #expect(try pages(store).isEmpty)
    }

    @Test func `pages say what rows say after any inserts, changes and deletions`() throws {
        let store = try Self.store()
        var dice = Dice(seed: 3)
        for round in 0..<24 {
            try Self.write(store, round, &dice)
            try Self.change(store, &dice)
            // Some weeks are packed when others have changed since.
            if round % 3 == 0 { try store.packFacts(now: Self.late, limit: nil) }
            guard round % 4 == 3 else { continue }
            let scopes = Self.scopes(&dice)
            let mixed = try scopes.map { try Self.told(store, $0) }
            try store.packFacts(now: Self.late, limit: nil)
            #expect(try !store.hasPendingPages(now: Self.late))
            let kinds = try Self.pages(store)
            #expect(Set(kinds.keys) == ["change", "mainline", "run", "landed", "fate", "usage"], "\(kinds)")
            let packed = try scopes.map { try Self.told(store, $0) }
            try Self.unpack(store)
            for (place, scope) in scopes.enumerated() {
                let rows = try Self.told(store, scope)
                #expect(packed[place] == rows, "\(scope) after round \(round)")
                #expect(mixed[place] == rows, "\(scope), of which some was packed, after round \(round)")
            }
            try store.packFacts(now: Self.late, limit: nil)
        }
    }

    @Test func `of a damaged page the rows are read`() throws {
        let store = try Self.store()
        var dice = Dice(seed: 5)
        for round in 0..<8 { try Self.write(store, round, &dice) }
        let scope = PipelineScope(from: 0, to: Self.late)
        let rows = try Self.told(store, scope)
        try store.packFacts(now: Self.late, limit: nil)
        for damage in [
            "substr(bytes, 1, length(bytes) - 1)", "CAST(bytes || x'80' AS BLOB)", "x''", "x'ff'",
            "x'ffffffffffffffffffffff'",
        ] {
            try store.write { try $0.execute(sql: "UPDATE fact_page SET bytes = \(damage) WHERE week % 3 = 1") }
            #expect(try Self.told(store, scope) == rows, "\(damage)")
            try Self.unpack(store)
            try store.packFacts(now: Self.late, limit: nil)
        }
        // Whatever else stands there is read to its end.
        for seed in 0..<40 {
            try store.write { db in
                var dice = Dice(seed: UInt64(seed))
                let noise = Data((0..<60).map { _ in UInt8(dice.below(256)) })
                try db.execute(sql: "UPDATE fact_page SET bytes = ? WHERE week % 2 = 1", arguments: [noise])
            }
            _ = try Self.told(store, scope)
        }
    }

    @Test func `the week that goes on is not packed, and what comes to it is told at once`() throws {
        let store = try Self.store()
        let now = 30 * 7 * Self.day + Self.day
        func run(_ number: Int64, _ at: Int64) -> PipelineRecord {
            .run(RunRecord(repository: "acme/shop", number: number, createdAt: at))
        }
        _ = try store.take([run(1, now - 40 * Self.day), run(2, now - 9000)], now: now)
        try store.packFacts(now: now)
        #expect(try Self.pages(store) == ["run": 1])
        #expect(try !store.hasPendingPages(now: now))
        let scope = PipelineScope(from: 0, to: now + 1)
        #expect(try store.runs(in: scope).count == 2)
        _ = try store.take([run(3, now), run(4, now - 40 * Self.day)], now: now)
        #expect(try store.runs(in: scope).count == 4)
        #expect(try store.hasPendingPages(now: now))
        try store.packFacts(now: now + 7 * Self.day)
        #expect(try store.runs(in: scope).count == 4)
        #expect(try Self.pages(store) == ["run": 2])
    }

    @Test func `all weeks of a store of version 10 wait to be packed`() throws {
        let folder = try ProgramFolder()
        let path = folder.file("old.sqlite")
        let queue = try DatabaseQueue(path: path)
        try Store(location: path, database: queue).migrate(to: 10)
        try queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO session (uid, agent, maker_id) VALUES ('s', 'acme', 'one');
                    INSERT INTO generation (uid, session, started_at, ended_at) VALUES ('g', 1, 5, 5);
                    INSERT INTO path (text) VALUES ('a.py');
                    INSERT INTO edit (uid, call, generation, path, kind, at) VALUES ('e', 'c', 1, 1, 'create', 6);
                    INSERT INTO change (repository, number, created_at, merged_at)
                        VALUES ('a/b', 1, 5, \(8 * Self.day)), ('a/b', 2, -5, NULL);
                    INSERT INTO mainline (repository, hash, authored_at, committed_at, landed_at, parents, is_first)
                        VALUES ('a/b', 'h', 1, 1, \(15 * Self.day), 1, 1);
                    INSERT INTO run (repository, number, created_at) VALUES ('a/b', 1, \(22 * Self.day));
                    INSERT INTO landed VALUES ('a/b', \(29 * Self.day), 'h', 'mark', 1, x'');
                    INSERT INTO edit_fate (edit, repository, session, model, status, at, tokens, landed_at)
                        VALUES (1, 'a/b', 1, '', 'applied', \(36 * Self.day), 4, \(43 * Self.day));
                    """)
        }
        try Store(location: path, database: queue).addUpUsage()
        try queue.close()
        let store = try Store.open(at: path, mode: .write)
        let waiting = try store.read { db in
            try String.fetchAll(db, sql: "SELECT kind || ' ' || repository || ' ' || week FROM pending_page ORDER BY 1")
        }
        #expect(
            waiting == [
                "change a/b 0", "change a/b 1", "fate a/b 5", "fate a/b 6", "landed a/b 4", "mainline a/b 2",
                "run a/b 3",
                "usage  0",
            ])
        try store.packFacts(now: Self.late)
        let scope = PipelineScope(from: -100 * Self.day, to: Self.late)
        #expect(try store.changes(in: scope).map(\.number).sorted() == [1, 2])
        #expect(try store.commits(in: scope).count == 1)
        #expect(try store.usage(in: scope).map(\.generations) == [1])
    }
}
