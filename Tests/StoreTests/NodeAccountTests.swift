import Foundation
import GRDB
import Provenance
import Testing

@testable import Store

/// What the provenance screen is told of a record and its neighbours.
struct NodeAccountTests {
    private let store: Store

    init() throws {
        store = try Store.inMemory()
        try store.write { db in try db.execute(sql: GraphNeighbourTests.rows) }
    }

    @Test func `Of each kind of record something is told, by an index, and of none that is gone`() throws {
        for kind in NodeKind.allCases {
            try store.read { db in
                let sql = NodeFacts.select(kind)
                let arguments: StatementArguments = sql.contains("?2") ? [1, 10] : [1]
                let steps = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments)
                    .map { $0["detail"] as String }
                // A change is never looked for by its whole name.
                #expect(kind == .change || !steps.contains { $0.hasPrefix("SCAN") }, "\(kind): \(steps)")
            }
            guard !kind.isNamed else { continue }
            #expect(try store.account(of: .row(kind, 99_999), limit: 10) == nil)
        }
        #expect(try store.account(of: .named(kind: "revision", uid: "c0ffee"), limit: 10) != nil)
        #expect(try store.account(of: .named(kind: "checkpoint", uid: "k1"), limit: 10)?.facts == [])
    }

    @Test func `Facts have names, times are times, and what was not recorded is left out`() throws {
        try store.write { db in
            try db.execute(
                sql: "UPDATE generation SET output_tokens = 7, model = 'opus', ended_at = started_at + 90 WHERE id = 1")
        }
        let account = try #require(try store.account(of: .row(.generation, 1), limit: 100))
        #expect(account.facts.contains(NodeAccount.Fact("model", .words("opus"))))
        #expect(account.facts.contains(NodeAccount.Fact("tokens out", .number(7))))
        #expect(account.facts.contains(NodeAccount.Fact("took", .span(90))))
        #expect(!account.facts.contains { $0.name == "tokens in" })
        #expect(account.place == (try store.place(of: .generation, 1)))
        #expect(account.session != nil)
    }

    @Test func `Long words are cut, and said to be`() throws {
        try store.write { db in
            try db.execute(
                sql: """
                    UPDATE body SET text = '\(String(repeating: "退", count: 50))'
                    WHERE id = (SELECT body FROM segment WHERE id = 1)
                    """)
        }
        let account = try #require(try store.account(of: .row(.segment, 1), limit: 20))
        #expect(account.text.count == 20 && account.isCut)
        #expect(try store.account(of: .row(.segment, 1), limit: 50)?.isCut == false)
    }

    @Test func `Neighbours come with what is said of them, page by page`() throws {
        try store.write { db in
            for number in 10..<30 {
                try db.execute(
                    sql: """
                        INSERT INTO generation (id, uid, session, turn, started_at, ended_at)
                        VALUES (\(number), 'many\(number)', 1, 1, 5, 5)
                        """)
            }
        }
        let lists = try store.neighbourhood(of: .row(.turn, 1), .effects, limit: 8)
        let list = try #require(lists.first { $0.group.kind == "generation" })
        #expect(list.nodes.count == 8 && list.next != nil && list.group.count > 20)
        var all = list.nodes
        var next = list.next
        while let key = next {
            let page = try store.neighbourhood(of: .row(.turn, 1), along: list.group, after: key, limit: 8)
            all += page.nodes
            next = page.next
        }
        #expect(all.count == list.group.count && Set(all.map(\.uid)).count == all.count)
        #expect(lists.allSatisfy { $0.group.direction == .effects })
    }

    /// `COLOPHON_GRAPH_STORE` names a large store, such as that of `colophon demo --generations 1000000`.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["COLOPHON_GRAPH_STORE"] != nil, "no large store is named"))
    func `What the screen asks for of any record takes no longer in a large store`() throws {
        let path = ProcessInfo.processInfo.environment["COLOPHON_GRAPH_STORE"] ?? ""
        let store = try Store.open(at: path, mode: .read)
        for kind in NodeKind.allCases where !kind.isNamed {
            let ids = try store.read { db in
                let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM \(kind.rawValue)") ?? 0
                return try (0..<200).compactMap {
                    try Int64.fetchOne(
                        db, sql: "SELECT id FROM \(kind.rawValue) WHERE id >= ? LIMIT 1", arguments: [last * $0 / 200])
                }
            }
            var times: [Duration] = []
            for id in ids {
                let start = ContinuousClock.now
                _ = try store.account(of: .row(kind, id), limit: 4000)
                for direction in GraphDirection.allCases {
                    _ = try store.neighbourhood(of: .row(kind, id), direction, limit: 40)
                }
                times.append(ContinuousClock.now - start)
            }
            times.sort()
            guard !times.isEmpty else { continue }
            print(
                kind.rawValue, "median", times[times.count / 2], "p95", times[times.count * 95 / 100], "max",
                times[times.count - 1])
        }
    }
}
