import Foundation
import GRDB
import Provenance
import Testing

@testable import Graph
@testable import Store

/// A graph of links between sessions alone: any shape that a test needs.
struct Web {
    let store: Store

    /// - Parameter edges: `a>b` for a link from one to the other.
    init(_ edges: String) throws {
        store = try Store.inMemory()
        try store.write { db in
            for edge in edges.split(separator: " ") {
                let ends = edge.split(separator: ">").map(String.init)
                for end in ends {
                    try db.execute(
                        sql: "INSERT OR IGNORE INTO session (uid, agent, maker_id) VALUES (?, 'acme', ?)",
                        arguments: [end, end])
                }
                try db.execute(
                    sql: """
                        INSERT INTO link (from_kind, from_uid, relation, to_kind, to_uid)
                        VALUES ('session', ?, 'caused', 'session', ?)
                        """, arguments: [ends[0], ends[1]])
            }
        }
    }

    func node(_ uid: String) throws -> NodeName { try #require(try store.node(.session, named: uid)) }

    func reach(_ uid: String, _ direction: GraphDirection?, _ limits: WalkLimits = WalkLimits()) throws -> Subgraph {
        try GraphWalk(store: store, limits: limits).reach(from: node(uid), direction)
    }
}

extension Subgraph {
    var uids: String { nodes.map(\.uid).joined(separator: " ") }
    var arrows: [String] { edges.map { "\(nodes[$0.cause].uid)>\(nodes[$0.effect].uid)" }.sorted() }
}

struct GraphWalkTests {
    @Test func `A cycle ends, and each of its edges is there once`() throws {
        let graph = try Web("a>b b>c c>a c>d").reach("a", .effects)
        #expect(graph.uids == "a b c d")
        #expect(graph.depths == [0, 1, 2, 3])
        #expect(graph.arrows == ["a>b", "b>c", "c>a", "c>d"])
        #expect(graph.cuts.isEmpty)
    }

    @Test func `A ladder of diamonds is walked in its nodes, not in its paths`() throws {
        // 2 to the power of 40 paths lead through it.
        let steps = (0..<40).map { "n\($0)>l\($0) n\($0)>r\($0) l\($0)>n\($0 + 1) r\($0)>n\($0 + 1)" }
        let graph = try Web(steps.joined(separator: " ")).reach("n0", .effects, WalkLimits(depth: 1000))
        #expect(graph.nodes.count == 121)
        #expect(graph.edges.count == 160)
    }

    @Test func `Causes and effects are told apart, and both ways find everything`() throws {
        let web = try Web("a>b b>c x>b")
        #expect(try web.reach("b", .causes).uids == "b a x")
        #expect(try web.reach("b", .effects).uids == "b c")
        #expect(Set(try web.reach("c", nil).nodes.map(\.uid)) == ["a", "b", "c", "x"])
    }

    @Test func `What is left out is said`() throws {
        let web = try Web("a>b b>c c>d a>e a>f a>g")
        let shallow = try web.reach("a", .effects, WalkLimits(depth: 1))
        #expect(shallow.nodes.count == 5)
        #expect(shallow.cuts == ["more than 1 edges away"])
        #expect(try web.reach("a", .effects, WalkLimits(nodes: 3)).cuts == ["more than 3 records"])
        #expect(try web.reach("a", .effects, WalkLimits(fan: 2)).cuts == ["more than 2 edges of one kind"])
    }

    @Test func `The shortest path goes along edges of either direction`() throws {
        let web = try Web("a>b b>c c>d d>e x>a x>e")
        let path = try #require(
            try GraphWalk(store: web.store).shortestPath(from: web.node("b"), to: web.node("e")))
        #expect(path.nodes.count == 4)
        #expect(path.nodes.first?.uid == "b" && path.nodes.last?.uid == "e")
        #expect(path.edges.count == 3)
        let lone = try Web("a>b c>d")
        #expect(try GraphWalk(store: lone.store).shortestPath(from: lone.node("a"), to: lone.node("d")) == nil)
    }
}
