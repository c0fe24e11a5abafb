import GRDB
import Metrics
import Testing

@testable import Flows
@testable import Store

/// What is read for figures.
struct PipelineStatsTests {
    private static let now: Int64 = 1_793_880_000_000
    private static let split = now - 40 * 86_400_000

    private static func store() throws -> Store {
        let store = try Store.inMemory()
        try DemoWriter(DemoPlan(generations: 600, seed: 1, now: now)).fill(store)
        try store.addUpUsage(limit: nil)
        // Two commits of the main line, one of which takes the other back, and a merge that had conflicts.
        try store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO mainline (repository, hash, authored_at, committed_at, landed_at, parents, is_first, reverts,
                        conflicts) VALUES
                        ('acme/shop', 'aaaaaaaa', ?1, ?1, ?1, 1, 1, NULL, NULL),
                        ('acme/shop', 'bbbbbbbb', ?1, ?1, ?1 + 9, 1, 1, 'aaaaaaaa', NULL),
                        ('acme/shop', 'cccccccc', ?1, ?1, ?1 + 10, 2, 1, NULL, 2)
                    """, arguments: [split + 86_400_000])
        }
        return store
    }

    @Test func `a figure asked for alone is what it is among all, and of two periods what it is of each`() throws {
        let stats = PipelineStats(store: try Self.store(), repository: nil, now: Self.now)
        let all = try stats.facts(from: Self.split, to: Self.now)
        let periods = (2 * Self.split - Self.now..<Self.split, Self.split..<Self.now)
        var known = 0
        for metric in PipelineMetric.allCases {
            let expected = all.figure(metric)
            let alone = try stats.sides(periods.0, periods.1, for: [metric])
            let found = alone.after.figure(metric)
            #expect(found.value == expected.value, "\(metric)")
            #expect(found.count == expected.count && found.missing == expected.missing, "\(metric)")
            let row = try #require(
                Scoreboard(before: alone.before, after: alone.after, metrics: [metric], keepsEmpty: true).rows.first)
            #expect(row.name == metric.rawValue && row.after.value == expected.value, "\(metric)")
            #expect(row.before?.value == alone.before?.figure(metric).value, "\(metric)")
            if expected.count > 0 { known += 1 }
        }
        #expect(known > 15)
        #expect(all.figure(.reverted).count > 0 && all.figure(.conflicts).value == 1)
    }

    @Test func `all that the screen shows is the same by pages and by rows`() throws {
        let store = try Self.store()
        let stats = PipelineStats(store: store, repository: nil, now: Self.now)
        let windows: [PipelineWindow] = [.month, .quarter, .year, .split]
        let rows = try windows.map { try stats.account($0) }
        #expect(rows.allSatisfy { $0.tiles.count > 15 && !$0.stages.isEmpty })
        try store.packFacts(now: Self.now, limit: nil)
        let count = try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM fact_page") ?? 0 }
        #expect(count > 20)
        for (window, account) in zip(windows, rows) { #expect(try stats.account(window) == account, "\(window)") }
    }

    @Test func `what brings in changes is told as a command for the very host`() throws {
        let store = try Store.inMemory()
        func command(_ repository: String?, _ identity: String?) -> String {
            PipelineAdvice(store: store, repository: repository, identity: identity).importCommand
        }
        #expect(
            command("acme/shop", "github.com/acme/shop")
                == "gh api graphql --paginate -f owner=acme -f name=shop -f query=\"$(colophon import --query)\" | colophon import -"
        )
        #expect(
            command("acme/shop", "git.acme.example/acme/shop").contains("--hostname git.acme.example -f owner=acme"))
        #expect(
            command("group/sub/shop", "gitlab.com/group/sub/shop").contains(
                "projects/group%2Fsub%2Fshop/merge_requests"))
        #expect(command("shop", nil) == "colophon import FILE --repository shop")
        #expect(command("acme/$(rm)'s", "github.com/acme/$(rm)'s").contains("-f name='$(rm)'\\''s' -f"))
        #expect(command("shop", "github.com/shop") == "colophon import FILE --repository shop")
        #expect(command("path:/tmp/it", "path:/tmp/it").hasPrefix("colophon import FILE"))
    }
}
