import GRDB
import Testing

@testable import Store

/// What the dashboard reads beside plain pages.
struct ReadsTests {
    private static let hour: Int64 = 3_600_000
    private let store: Store

    init() throws {
        store = try Store.inMemory()
        try store.write { db in
            try db.execute(sql: FilterStore.rows)
            try db.execute(sql: "UPDATE turn SET edits = 2 WHERE uid IN ('t1', 't4')")
        }
    }

    private func turns(withCode: Bool) throws -> [TurnRow] { try store.turns(withCode: withCode, limit: 10) }

    @Test func `turns with code are those that have edits`() throws {
        #expect(try turns(withCode: true).map(\.uid) == ["t1", "t4"])
        #expect(try turns(withCode: false).count == 4)
    }

    @Test func `a turn names the pull request of its session that came after it`() throws {
        #expect(try turns(withCode: false).map(\.change) == ["acme/shop#412", "acme/shop#412", nil, nil])
        try store.write { db in
            try db.execute(sql: "UPDATE link SET at = ?", arguments: [FilterStore.now - 2 * Self.hour])
        }
        #expect(try turns(withCode: false).map(\.change) == [nil, "acme/shop#412", nil, nil])
    }

    @Test func `the edits of turns come in the order of time, each with its gravest open finding`() throws {
        let edits = try store.edits(ofTurns: [1, 3, 99])
        #expect(edits[1]?.map(\.edit.uid) == ["e2", "e1"])
        #expect(edits[1]?.map(\.finding?.rule) == [nil, "sql-from-input"])
        #expect(edits[3]?.map(\.edit.uid) == ["e3"])
        #expect(edits[99] == [])
    }

    @Test func `a turn in full has the findings of its generations and of its edits, and no others`() throws {
        #expect(try store.turn(1)?.findings.map(\.uid).sorted() == ["f1", "f2", "f3"])
        #expect(try store.turn(3)?.findings.map(\.uid) == ["f4"])
        #expect(try store.turn(2)?.findings == [])
    }

    @Test func `the findings of a turn are found by the turn, not by looking through all findings`() throws {
        let plan = try store.read { db in
            try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN \(FindingRow.select) WHERE \(FindingRow.isOfTurn)", arguments: [1]
            ).map { $0["detail"] as String }
        }
        #expect(!plan.contains { $0.hasPrefix("SCAN f") }, "\(plan)")
    }

    @Test func `what happened since a moment is counted, everywhere or in one repository`() throws {
        let lately = try store.news(since: FilterStore.now - 2 * Self.hour, repository: nil)
        #expect(lately.turns == 1 && lately.rejected == 0 && lately.graveFindings == 0)
        let ever = try store.news(since: -1, repository: nil)
        #expect(ever.turns == 4 && ever.rejected == 1 && ever.graveFindings == 2)
        let shop = try store.news(since: -1, repository: "shop")
        #expect(shop.turns == 2 && shop.rejected == 0 && shop.graveFindings == 1)
        #expect(try store.news(since: FilterStore.now, repository: nil).isEmpty)
    }

    @Test func `a visit is remembered, and an earlier one does not take its place`() throws {
        #expect(try store.lastVisit() == nil)
        try store.noteVisit(at: 9_000)
        try store.noteVisit(at: 10_000)
        try store.noteVisit(at: 500)
        #expect(try store.lastVisit() == 10_000)
    }
}
