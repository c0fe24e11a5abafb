import Foundation
import GRDB
import Testing

@testable import Store

/// The index from code to edits gives the same answers however its runs lie.
struct ShingleIndexTests {
    private func filled(_ store: Store, runs: Int, each: Int) throws -> [UInt32: Set<Int64>] {
        var known: [UInt32: Set<Int64>] = [:]
        var state: UInt64 = 42
        func roll(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
        for run in 0..<runs {
            var entries: [ShingleEntry] = []
            for _ in 0..<each {
                let entry = ShingleEntry(
                    shingle: UInt32(truncatingIfNeeded: roll(4000) &* 1_000_003),
                    edit: Int64(run * 100) + Int64(roll(100)))
                entries.append(entry)
                known[entry.shingle, default: []].insert(entry.edit)
            }
            try store.index(entries, of: [])
        }
        return known.filter { $0.value.count < ShingleEntry.mostEdits }
    }

    private func check(_ store: Store, _ known: [UInt32: Set<Int64>], _ moment: Comment) throws {
        let asked = Array(known.keys) + [7, .max, 0]
        let found = try store.edits(holding: asked)
        #expect(found.mapValues(Set.init) == known, moment)
    }

    @Test func `every entry is found before, while and after runs are merged`() throws {
        let store = try Store.inMemory()
        let known = try filled(store, runs: 9, each: 1500)
        try check(store, known, "before")
        #expect(try store.mergeShingleRuns())
        try check(store, known, "once")
        while try store.mergeShingleRuns() { continue }
        try check(store, known, "after")
        let (runs, blocks, stray) = try store.read { db in
            (
                try Int.fetchOne(db, sql: "SELECT count(*) FROM shingle_run"),
                try Int.fetchOne(db, sql: "SELECT count(*) FROM shingle"),
                try Int.fetchOne(db, sql: "SELECT count(*) FROM shingle WHERE run NOT IN (SELECT id FROM shingle_run)")
            )
        }
        #expect(runs == 1)
        #expect(blocks ?? 0 > 10)
        #expect(stray == 0)
        #expect(try !store.mergeShingleRuns())
    }

    @Test func `a run whose maker died is swept away and never read`() throws {
        let store = try Store.inMemory()
        let known = try filled(store, runs: 3, each: 200)
        try store.write { db in
            try db.execute(sql: "INSERT INTO shingle (run, first, entries) VALUES (99, -1, x''), (99, 5, x'000005')")
        }
        try check(store, known, "a run in the making")
        // A later run: the dead one is older than it.
        try store.index([ShingleEntry(shingle: 3, edit: 1)], of: [])
        try store.mergeShingleRuns()
        #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM shingle WHERE run = 99") } == 0)
    }

    @Test func `what more than 64 edits have says nothing of one of them`() throws {
        let store = try Store.inMemory()
        try store.index((0..<64).map { ShingleEntry(shingle: 8, edit: $0) }, of: [])
        #expect(try store.edits(holding: [8])[8]?.count == 64)
        try store.index((100..<200).map { ShingleEntry(shingle: 8, edit: $0) }, of: [])
        #expect(try store.edits(holding: [8])[8] == nil)
    }

    @Test func `bytes that are no block give nothing and harm nothing`() throws {
        let store = try Store.inMemory()
        try store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO shingle_run (id, level, entries) VALUES (1, 0, 9);
                    INSERT INTO shingle (run, first, entries) VALUES
                        (1, 0, x''), (1, 10, x'ffffffffffffffffffffffff'), (1, 20, x'0005'), (1, 30, x'00ffffffffffffffffff010000');
                    """)
        }
        #expect(try store.edits(holding: [0, 5, 10, 20, 25, 30, 4_000_000_000]).isEmpty)
    }
}
