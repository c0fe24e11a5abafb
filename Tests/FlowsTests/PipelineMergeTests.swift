import GRDB
import Testing

@testable import Flows
@testable import Store

/// What hosts told of the pipeline goes along when stores are merged.
struct PipelineMergeTests {
    private static func change(_ number: Int64, _ with: (inout ChangeRecord) -> Void) -> PipelineRecord {
        var change = ChangeRecord(repository: "acme/shop", number: number)
        with(&change)
        return .change(change)
    }

    /// Three that know parts of the same: earlier, later, and more.
    private static let parts: [[PipelineRecord]] = {
        var early = RunRecord(repository: "acme/shop", number: 9, createdAt: 1000)
        early.conclusion = .failure
        early.endedAt = 1500
        var late = early
        (late.conclusion, late.endedAt) = (.success, 2500)
        var incident = IncidentRecord(maker: "pagerduty", makerID: "P1", startedAt: 900)
        var over = incident
        (over.resolvedAt, over.title, over.cause) = (4000, "checkout-500", "#7")
        incident.service = "shop"
        return [
            [
                change(7) { ($0.state, $0.createdAt, $0.title, $0.updatedAt) = (.open, 100, "Refunds", 150) },
                .run(early), .incident(incident), .metric(.init(name: "threads", value: 3, at: 50)),
                .release(.init(repository: "acme/shop", tag: "v1", commit: "aaaaaaa", at: 70, source: .tag)),
            ],
            [
                change(7) {
                    ($0.state, $0.createdAt, $0.mergedAt, $0.title, $0.updatedAt) = (
                        .merged, 100, 900, "Refunds, twice", 950
                    )
                    ($0.generated, $0.generatedBy, $0.labels) = (0.25, .record, ["bug"])
                },
                change(8) { $0.state = .closed }, .run(late), .incident(over),
                .metric(.init(name: "threads", value: 4, unit: "a week", at: 50)),
                .release(.init(repository: "acme/shop", tag: "v1", at: 90)),
            ],
            [
                change(7) {
                    ($0.state, $0.firstReviewAt, $0.updatedAt) = (.open, 400, 500)
                    ($0.generated, $0.generatedBy) = (1, .trailer)
                },
                change(9) { ($0.state, $0.isDraft) = (.open, true) },
                .metric(.init(name: "threads", value: 5, at: 60)),
            ],
        ]
    }()

    private static let tables: KeyValuePairs = [
        "change": "repository, number", "run": "repository, number", "release": "repository, tag", "incident": "uid",
        "metric": "name, at",
    ]

    private static func dump(_ store: Store) throws -> [String] {
        try store.read { db in
            try tables.flatMap { table, order in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY \(order)").map { row in
                    table + row.filter { $0.0 != "id" }.map { " \($0)=\($1.description)" }.joined()
                }
            }
        }
    }

    @Test func `three stores come to the same in every order, and again changes nothing`() throws {
        let folder = try TemporaryFolder()
        let paths = try Self.parts.enumerated().map { place, records in
            let path = "\(folder.path)/\(place).sqlite"
            let store = try Store.open(at: path)
            _ = try store.take(records, now: Int64(1000 + place))
            try store.close()
            return path
        }
        var all: [[String]] = []
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let store = try Store.inMemory()
            for place in order + [order[0]] { _ = try Merging(store: store).take(paths[place]) }
            all.append(try Self.dump(store))
        }
        #expect(Set(all).count == 1)
        let merged = try #require(all.first)
        #expect(merged.count == 3 + 1 + 1 + 1 + 2)
        let refunds = try #require(merged.first { $0.contains("number=7") })
        for word in [
            "state=\"merged\"", "title=\"Refunds, twice\"", "merged_at=900", "first_review_at=400", "generated=0.25",
        ] {
            #expect(refunds.contains(word), "\(refunds)")
        }
        #expect(merged.contains { $0.hasPrefix("run") && $0.contains("success") })
        #expect(merged.contains { $0.hasPrefix("incident") && $0.contains("resolved_at=4000") && $0.contains("shop") })
        #expect(merged.contains { $0.hasPrefix("release") && $0.contains("at=90") && $0.contains("aaaaaaa") })
    }
}
