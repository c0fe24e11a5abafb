import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

/// What hosts tell is kept once, and what is added up equals what a slow question says.
struct PipelineStoreTests {
    private func change(_ number: Int64, _ state: ChangeRecord.State, merged: Int64? = nil, updated: Int64? = nil)
        -> ChangeRecord
    {
        var change = ChangeRecord(repository: "acme/shop", number: number)
        (change.state, change.createdAt, change.mergedAt, change.updatedAt) = (state, 1000, merged, updated)
        return change
    }

    @Test func `a change told twice is one, and an older telling does not undo a newer one`() throws {
        let store = try Store.inMemory()
        #expect(try store.take([.change(change(7, .open, updated: 10))], now: 20) == [true])
        #expect(try store.take([.change(change(7, .merged, merged: 5000, updated: 30))], now: 40) == [false])
        var old = change(7, .open, updated: 10)
        old.title = "Refunds"
        _ = try store.take([.change(old)], now: 50)
        // A table without times of changing does not open it again either.
        _ = try store.take([.change(change(7, .open))], now: 60)
        let all = try store.changes(in: PipelineScope(from: 0, to: 9000))
        #expect(all.count == 1 && all[0].state == .merged && all[0].mergedAt == 5000 && all[0].seenAt == 60)
        #expect(try store.read { try String.fetchOne($0, sql: "SELECT title FROM change") } == "Refunds")
    }

    @Test func `a session's mention of a change and its import are one row, and forgetting leaves the import`() throws {
        let store = try Store.inMemory()
        try store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO change (repository, number) VALUES ('acme/shop', 7);
                    INSERT INTO session (uid, agent, maker_id) VALUES ('s', 'acme', 'one');
                    INSERT INTO link (from_kind, from_uid, relation, to_kind, to_uid)
                        VALUES ('session', 's', 'part of', 'change', 'acme/shop#7');
                    """)
        }
        #expect(try store.take([.change(change(7, .merged, merged: 5000))], now: 9) == [false])
        try store.markChangesOfSessions()
        #expect(try store.changes(in: PipelineScope(from: 0, to: 9000)).map(\.generated) == [1])
    }

    @Test func `every other record told twice is one`() throws {
        let store = try Store.inMemory()
        var incident = IncidentRecord(maker: "pagerduty", makerID: "P1", startedAt: 100)
        incident.title = "Down"
        var over = incident
        over.resolvedAt = 900
        let records: [PipelineRecord] = [
            .run(RunRecord(repository: "a/b", number: 1, createdAt: 5)), .incident(incident),
            .release(ReleaseRecord(repository: "a/b", tag: "v1", at: 50)),
            .deployment(DeploymentRecord(repository: "a/b", revision: "abc", at: 60)),
            .metric(MetricRecord(name: "threads", value: 3, at: 70)),
        ]
        #expect(try store.take(records, now: 1) == [true, true, true, true, true])
        #expect(try store.take(records + [.incident(over)], now: 2) == Array(repeating: false, count: 6))
        // A tag knows less of a release than its host.
        _ = try store.take([.release(ReleaseRecord(repository: "a/b", tag: "v1", at: 10, source: .tag))], now: 3)
        #expect(try store.releases(in: PipelineScope(from: 0, to: 100)).map(\.at) == [50])
        #expect(try store.incidents(in: PipelineScope(from: 0, to: 1000)).map(\.resolvedAt) == [900])
        #expect(try store.deployments(in: PipelineScope(repository: "a/b", from: 0, to: 100)).count == 1)
    }

    @Test(arguments: ["a-check", "zebra"])
    func `runs of all repositories are found, whatever they are called`(name: String) throws {
        let store = try Store.inMemory()
        let records: [PipelineRecord] = ["acme/a", "acme/b", "m/c"].map { place in
            var run = RunRecord(repository: place, number: 1, createdAt: 5)
            run.name = name
            return .run(run)
        }
        _ = try store.take(records, now: 1)
        #expect(try store.runs(in: PipelineScope(from: 0, to: 10)).count == 3)
    }

    @Test func `a commit that a fork has too went live when its own repository had it`() throws {
        let store = try Store.inMemory()
        try store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO mainline (repository, hash, authored_at, committed_at, landed_at, parents, is_first) VALUES
                        ('acme/fork', 'abc', 1, 1, 90, 1, 1), ('acme/shop', 'abc', 1, 1, 40, 1, 1),
                        ('acme/shop', 'def', 1, 1, 50, 1, 1);
                    INSERT INTO repository (id, identity, name) VALUES (1, 'github.com/acme/shop', 'shop');
                    INSERT INTO deployment (uid, repository, revision, at) VALUES ('d', 1, 'abc', 95), ('e', NULL, 'def', 99);
                    """)
        }
        #expect(try store.deployments(in: PipelineScope(from: 0, to: 100)).map(\.landedAt) == [40, 50])
    }

    @Test func `the changes of a stretch are those opened or merged in it, each once, and no row is looked up`() throws
    {
        let store = try Store.inMemory()
        let moments: [Int64?] = [nil, 99, 100, 150, 199, 200]
        for (place, opened) in moments.enumerated() {
            for (number, merged) in moments.enumerated() {
                var change = ChangeRecord(
                    repository: number.isMultiple(of: 2) ? "a/b" : "c/d", number: Int64(place * 10 + number))
                (change.state, change.createdAt, change.mergedAt) = (.merged, opened, merged)
                _ = try store.take([.change(change)], now: 300)
            }
        }
        for repository in [nil, "a/b", "c/d"] {
            let slow = try store.read { db in
                try Int64.fetchAll(
                    db,
                    sql: """
                        SELECT number FROM change WHERE coalesce(repository = ?, 1)
                            AND (coalesce(created_at BETWEEN 100 AND 199, 0) OR coalesce(merged_at BETWEEN 100 AND 199, 0))
                        ORDER BY number
                        """, arguments: [repository])
            }
            let found = try store.changes(in: PipelineScope(repository: repository, from: 100, to: 200)).map(\.number)
            #expect(found.sorted() == slow && !slow.isEmpty)
        }
        let plan = try store.read { db in
            try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN \(Store.changesInScope)", arguments: ["a/b", 100, 200]
            ).map { $0["detail"] as String }
        }
        #expect(plan.contains { $0.contains("COVERING INDEX change_created") }, "\(plan)")
        #expect(plan.contains { $0.contains("INDEX change_merged") }, "\(plan)")
    }

    @Test func `the schema refuses words it does not know`() throws {
        let store = try Store.inMemory()
        for sql in [
            "INSERT INTO change (repository, number, state) VALUES ('a', 1, 'lost')",
            "INSERT INTO incident (uid, maker, maker_id, started_at, resolved_at) VALUES ('u', 'm', 'i', 10, 5)",
            "INSERT INTO run (repository, number, created_at, conclusion) VALUES ('a', 1, 1, 'perhaps')",
            "INSERT INTO mainline (repository, hash, authored_at, committed_at, landed_at, parents, is_first, change) VALUES ('a', 'h', 1, 1, 1, 1, 1, 99)",
            "INSERT INTO metric (name, value, at) VALUES ('', 1, 1)",
        ] {
            #expect(throws: StoreError.self, "\(sql)") { try store.write { try $0.execute(sql: sql) } }
        }
    }

    @Test func `a cause is found by the number of its change and by the beginning of its commit`() throws {
        let store = try Store.inMemory()
        var commit = MainlineCommit(
            hash: "9f31c2a000", authoredAt: 1, committedAt: 1, landedAt: 77, parents: 1, isFirst: true)
        commit.change = 7
        try store.keep(
            mainline: [commit], changes: [change(7, .merged, merged: 66)], releases: [], of: "acme/shop", now: 1)
        for cause in ["#7", "9F31C2A", nil, "#8", "9f3"] {
            var incident = IncidentRecord(maker: "csv", makerID: cause ?? "none", startedAt: 100)
            (incident.cause, incident.repository) = (cause, "acme/shop")
            _ = try store.take([.incident(incident)], now: 1)
        }
        #expect(
            try store.incidents(in: PipelineScope(from: 0, to: 200)).map(\.causeLandedAt) == [66, 77, nil, nil, nil])
    }

    @Test func `what is added up equals the slow question after any inserts, changes and deletions`() throws {
        let store = try Store.inMemory()
        try store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO repository (identity, name) VALUES ('github.com/acme/shop', 'shop');
                    INSERT INTO session (uid, agent, maker_id, repository) VALUES ('s1', 'codex', '1', 1), ('s2', 'acme', '2', NULL);
                    INSERT INTO path (text) VALUES ('a.py');
                    """)
        }
        var seed: UInt64 = 42
        func dice(_ sides: UInt64) -> Int64 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64((seed >> 33) % sides)
        }
        for round in 0..<300 {
            try store.write { db in
                switch dice(10) {
                case 0..<4:
                    try db.execute(
                        sql: """
                            INSERT INTO generation (uid, session, model, started_at, ended_at, input_tokens, output_tokens)
                            VALUES (?, ?, ?, ?, ?, ?, ?)
                            """,
                        arguments: [
                            "g\(round)", dice(2) + 1, dice(3) == 0 ? nil : "opus", dice(40) * 400_000, 99_000_000,
                            dice(4) == 0 ? nil : dice(100), dice(4) == 0 ? nil : dice(100),
                        ])
                case 4..<6:
                    try db.execute(
                        sql: """
                            INSERT INTO edit (uid, call, generation, path, kind, status, at, added)
                            SELECT ?, 'c', id, 1, 'update', ?, 1, ? FROM generation ORDER BY random() LIMIT 1
                            """,
                        arguments: [
                            "e\(round)", ["applied", "rejected", "proposed", "changed"][Int(dice(4))], dice(50),
                        ])
                case 6:
                    try db.execute(
                        sql: """
                            INSERT INTO finding (uid, edit, rule, severity, message, at)
                            SELECT ?, id, 'r', 'low', '', 1 FROM edit ORDER BY id DESC LIMIT 1
                            """, arguments: ["f\(round)"])
                case 7:
                    try db.execute(sql: "UPDATE finding SET status = 'false' WHERE id % 3 = ?", arguments: [dice(3)])
                case 8:
                    try db.execute(
                        sql: "UPDATE generation SET started_at = started_at + 900000, session = ? WHERE id % 7 = ?",
                        arguments: [dice(2) + 1, dice(7)])
                    try db.execute(sql: "UPDATE edit SET status = 'failed' WHERE id % 5 = ?", arguments: [dice(5)])
                default: try db.execute(sql: "DELETE FROM generation WHERE id % 31 = ?", arguments: [dice(31)])
                }
            }
            if round % 50 == 49 {
                try store.addUpUsage()
                #expect(try sums(store, Self.fast) == sums(store, Self.slow), "after round \(round)")
            }
        }
        try store.write { try $0.execute(sql: "UPDATE session SET repository = 1, agent = 'codex'") }
        try store.addUpUsage()
        #expect(try sums(store, Self.fast) == sums(store, Self.slow))
        #expect(
            try store.usage(in: PipelineScope(repository: "acme/shop", from: 0, to: .max / 2)).reduce(0) {
                $0 + $1.generations
            }
                == Int64(store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM generation") ?? 0 }))
    }

    private func sums(_ store: Store, _ sql: String) throws -> [String] {
        try store.read { db in
            try Row.fetchAll(db, sql: sql).map { row in row.map { "\($0.0)=\($0.1)" }.joined(separator: " ") }
        }
    }

    private static let fast = """
        SELECT slot, repository, agent, model, generations, counted, input_tokens, output_tokens, edits, kept, refused, added,
            findings FROM usage ORDER BY 1, 2, 3, 4
        """
    private static let slow = """
        SELECT g.started_at / 900000 AS slot, coalesce(s.repository, 0) AS repository, s.agent, coalesce(g.model, '') AS model,
            count(*) AS generations, count(coalesce(g.input_tokens, g.output_tokens)) AS counted,
            sum(coalesce(g.input_tokens, 0)) AS input_tokens, sum(coalesce(g.output_tokens, 0)) AS output_tokens,
            sum((SELECT count(*) FROM edit e WHERE e.generation = g.id)) AS edits,
            sum((SELECT count(*) FROM edit e WHERE e.generation = g.id AND e.status IN ('applied', 'changed'))) AS kept,
            sum((SELECT count(*) FROM edit e WHERE e.generation = g.id AND e.status IN ('rejected', 'failed'))) AS refused,
            sum((SELECT coalesce(sum(e.added), 0) FROM edit e WHERE e.generation = g.id
                AND e.status NOT IN ('rejected', 'failed'))) AS added,
            sum((SELECT count(*) FROM edit e JOIN finding f ON f.edit = e.id WHERE e.generation = g.id
                AND f.status <> 'false')) AS findings
        FROM generation g JOIN session s ON s.id = g.session GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
        """

    @Test func `a store of version 6 keeps its changes, and all it generated waits to be added up`() throws {
        let folder = try ProgramFolder()
        let path = folder.file("old.sqlite")
        let queue = try DatabaseQueue(path: path)
        try Store(location: path, database: queue).migrate(to: 6)
        try queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO change (repository, number, url) VALUES ('acme/shop', 7, 'https://example.com/7');
                    INSERT INTO session (uid, agent, maker_id) VALUES ('s', 'acme', 'one');
                    INSERT INTO generation (uid, session, started_at, ended_at, output_tokens) VALUES ('g', 1, 900005, 900009, 4);
                    """)
        }
        try queue.close()
        let store = try Store.open(at: path, mode: .write)
        #expect(try store.hasPendingUsage())
        try store.addUpUsage()
        #expect(try store.usage(in: PipelineScope(from: 0, to: 2_000_000)).map(\.outputTokens) == [4])
        #expect(
            try store.read { try String.fetchOne($0, sql: "SELECT url || coalesce(state, '-') FROM change") }
                == "https://example.com/7-")
    }
}
