import Foundation
import GRDB
import Testing

@testable import Store

/// However large the store is: no edge of the graph is found by reading a table from end to end.
struct GraphPlanTests {
    @Test(arguments: EdgeRule.all.indices)
    func `Each kind of edge is served by an index from both ends`(place: Int) throws {
        let rule = EdgeRule.all[place]
        let store = try Store.inMemory()
        try store.read { db in
            for direction in GraphDirection.allCases {
                let list = rule.list(direction)
                for (sql, count) in [(list.page, 4), (list.count, 1)] {
                    let arguments = StatementArguments(Array(repeating: 1, count: count))
                    let steps = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments)
                        .map { $0["detail"] as String }
                    // What is counted is itself a list, which is read to its end.
                    let scans = steps.filter { $0.hasPrefix("SCAN") && !$0.contains("(subquery") }
                    #expect(scans.isEmpty, "\(rule.forward) \(direction): \(steps)")
                }
            }
        }
    }

    /// `COLOPHON_GRAPH_STORE` names a large store, such as that of `colophon demo --generations 1000000`.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["COLOPHON_GRAPH_STORE"] != nil, "no large store is named"))
    func `The neighbours of any record take no longer in a large store`() throws {
        let path = ProcessInfo.processInfo.environment["COLOPHON_GRAPH_STORE"] ?? ""
        let store = try Store.open(at: path, mode: .read)
        var slowest: [String: Duration] = [:]
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
                for group in try store.edges(of: .row(kind, id)) {
                    let page = try store.neighbours(of: .row(kind, id), along: group, limit: 50)
                    _ = try store.nodes(page.map(\.name))
                }
                times.append(ContinuousClock.now - start)
            }
            times.sort()
            guard !times.isEmpty else { continue }
            slowest[kind.rawValue] = times[times.count * 95 / 100]
            print(
                kind.rawValue, "median", times[times.count / 2], "p95", times[times.count * 95 / 100], "max",
                times[times.count - 1])
        }
        #expect(!slowest.isEmpty)
    }
}
