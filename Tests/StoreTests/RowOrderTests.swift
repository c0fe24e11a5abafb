import GRDB
import Provenance
import Testing

@testable import Store

/// Lists in any order: the pages of a list are the list, down and up, and no row comes twice or not at all.
struct RowOrderTests {
    private static func store() throws -> Store {
        let store = try Store.inMemory()
        try store.write { db in
            try db.execute(sql: "INSERT INTO session (id, uid, agent, maker_id) VALUES (1, 's', 'acme', 's')")
            for id in 1...60 {
                // Few values, so that many rows are equal; some have none; times come twice.
                let model: String? = ["opus", "gpt", nil, "sonnet"][id % 4]
                let risk: Int? = id % 3 == 0 ? nil : id % 5
                let tokens: Int? = id % 7 == 0 ? nil : id % 6 * 100
                try db.execute(
                    sql: """
                        INSERT INTO turn (id, uid, session, at, ended_at, title, agent, model, risk, output_tokens, added, edits)
                        VALUES (?, ?, 1, ?, 0, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        id, "t\(id)", id / 2 * 1000, id % 9 == 0 ? "" : "title \(id % 8)", "agent \(id % 3)", model,
                        risk,
                        tokens, id % 10, id % 2,
                    ])
            }
            for id in 1...40 {
                let severity = ["low", "critical", "info", "high", "medium"][id % 5]
                try db.execute(sql: "INSERT INTO path (id, text) VALUES (?1, 'src/' || ?1 || '.py')", arguments: [id])
                try db.execute(
                    sql: """
                        INSERT INTO finding (id, uid, path, rule, severity, message, status, at)
                        VALUES (?1, 'f' || ?1, ?1, 'rule', ?2, 'words', ?3, ?1 / 3)
                        """, arguments: [id, severity, id % 4 == 0 ? "fixed" : "open"])
            }
        }
        return store
    }

    private func pages<Row>(
        of size: Int, _ direction: PageDirection, _ order: RowOrder, key: (Row) -> PageKey,
        _ page: (PageKey?, Int) throws -> [Row]
    ) rethrows -> [Row] {
        var all: [Row] = []
        var from: PageKey?
        while true {
            let rows = try page(from, size)
            all = direction == .older ? all + rows : rows + all
            guard rows.count == size, let last = direction == .older ? rows.last : rows.first else { return all }
            from = key(last)
        }
    }

    @Test(arguments: ListTable.turns.columns, [false, true])
    func `turns by any column are the same list page by page, from the top and from the end`(
        column: RowOrder.Column, isReversed: Bool
    ) throws {
        let store = try Self.store()
        let order = RowOrder(column, isReversed: isReversed)
        let all = try store.turns(by: order, limit: 1000)
        #expect(Set(all.map(\.id)).count == 60)
        for (one, other) in zip(all, all.dropFirst()) {
            #expect(order.precedes(order.key(of: one), order.key(of: other)), "\(one.id) before \(other.id)")
            #expect(!order.precedes(order.key(of: other), order.key(of: one)))
        }
        for direction in [PageDirection.older, .newer] {
            let paged = try pages(of: 7, direction, order, key: order.key(of:)) { from, limit in
                try store.turns(by: order, from: from, direction, limit: limit)
            }
            #expect(paged.map(\.id) == all.map(\.id), "\(direction)")
        }
    }

    @Test func `the gravest findings come first, and those without a name of ours last`() throws {
        let order = RowOrder(.severity)
        let rows = try Self.store().findings(onlyOpen: true, by: order, limit: 1000)
        let ranks = rows.map { ["critical", "high", "medium", "low", "info"].firstIndex(of: $0.severity) ?? 9 }
        #expect(rows.count == 30 && ranks == ranks.sorted())
        let fromEnd = try Self.store().findings(onlyOpen: true, by: order, .newer, limit: 4)
        #expect(fromEnd.map(\.id) == rows.suffix(4).map(\.id))
    }

    @Test func `what has no value comes last, either way round`() throws {
        let store = try Self.store()
        for isReversed in [false, true] {
            let rows = try store.turns(by: RowOrder(.model, isReversed: isReversed), limit: 1000)
            #expect(rows.suffix(15).allSatisfy { $0.model == nil })
            #expect(rows.first?.model == (isReversed ? "sonnet" : "gpt"))
        }
    }

    @Test func `a page that begins after a row which is gone goes on behind its place`() throws {
        let store = try Self.store()
        let order = RowOrder(.model)
        let all = try store.turns(by: order, limit: 1000)
        let key = order.key(of: all[14])
        try store.write { try $0.execute(sql: "DELETE FROM turn WHERE model = 'gpt'") }
        let rest = try store.turns(by: order, from: key, limit: 1000)
        #expect(rest.map(\.id) == all.filter { $0.model != "gpt" }.map(\.id))
    }

    @Test func `the first page of what an index orders reads no more than a page`() throws {
        let store = try Self.store()
        for (column, index) in [(RowOrder.Column.risk, "turn_risk"), (.model, "turn_model"), (.time, "turn_at")] {
            let plan = try store.read { db -> String in
                var plans: [String] = []
                db.trace { event in
                    if case .statement(let statement) = event { plans.append(statement.sql) }
                }
                defer { db.trace(options: []) }
                let query = PageQuery(
                    table: .turns, select: TurnRow.select, matches: "1", order: RowOrder(column), limit: 5)
                _ = try query.fetch(db, from: nil, .older)
                let last = plans.last { $0.contains("LIMIT") } ?? ""
                return try Row.fetchAll(
                    db, sql: "EXPLAIN QUERY PLAN " + last, arguments: column == .time ? [5] : [4, 5]
                )
                .map { $0["detail"] as String }.joined(separator: "\n")
            }
            #expect(plan.contains(index), "\(plan)")
        }
    }

    @Test func `a list is counted as it is filtered`() throws {
        let store = try Self.store()
        #expect(try store.count(.turns) == 60)
        #expect(try store.count(.turns, narrowed: true) == 30)
        #expect(try store.count(.turns, matching: Filter("model:opus", now: 0)) == 15)
        #expect(try store.count(.findings, matching: Filter("sev:>=high", now: 0), narrowed: true) == 12)
        #expect(try store.count(.findings, matching: Filter("file:src/7.py", now: 0)) == 1)
        #expect(try store.findings(matching: Filter("words -sev:info", now: 0), limit: 100).count == 32)
    }
}
