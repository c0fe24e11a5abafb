import Dashboard
import Provenance
import Terminal
import Text

@testable import Graph
@testable import Store

/// A graph made up for tests: what a store would answer about it, page by page.
struct MadeGraph {
    struct Edge {
        var cause: NodeName
        var effect: NodeName
        var forward: String
        var backward: String
    }

    var nodes: [NodeName: GraphNode] = [:]
    var edges: [Edge] = []
    var accounts: [NodeName: NodeAccount] = [:]

    mutating func add(
        _ kind: NodeKind, _ id: Int64, _ uid: String, _ title: String, mark: String? = nil, trust: Trust? = nil
    ) -> NodeName {
        let name = NodeName.row(kind, id)
        var node = GraphNode(name: name, uid: uid, title: title, at: Samples.now - 2 * Samples.minute, mark: mark)
        node.trust = trust
        nodes[name] = node
        return name
    }

    mutating func join(_ cause: NodeName, _ effect: NodeName, _ forward: String, _ backward: String) {
        edges.append(Edge(cause: cause, effect: effect, forward: forward, backward: backward))
    }

    // MARK: What is asked of it

    func answer(_ question: GraphRequest.Question) -> GraphAnswer {
        switch question {
        case .page(let subject):
            guard let account = account(subject) else { return .page(nil) }
            let name = account.node.name
            return .page(
                GraphPage(account: account, causes: column(name, .causes), effects: column(name, .effects)))
        case .more(let name, let group, let key):
            return .more(list(name, group.direction, group.name, group.kind, from: Int(key.id)))
        case .tree(let name):
            guard let root = nodes[name] else { return .tree(nil) }
            var graph = Subgraph()
            graph.nodes = [root]
            graph.depths = [0]
            var next = 0
            while next < graph.nodes.count, graph.nodes.count < 60 {
                for edge in edges where edge.cause == graph.nodes[next].name || edge.effect == graph.nodes[next].name {
                    let places = [edge.cause, edge.effect].map { name in
                        if let known = graph.nodes.firstIndex(where: { $0.name == name }) { return known }
                        graph.nodes.append(nodes[name] ?? root)
                        graph.depths.append(graph.depths[next] + 1)
                        return graph.nodes.count - 1
                    }
                    let told = Subgraph.Edge(
                        cause: places[0], effect: places[1], name: edge.forward, inverse: edge.backward)
                    if !graph.edges.contains(told) { graph.edges.append(told) }
                }
                next += 1
            }
            graph.cuts = ["more than 60 records"]
            return .tree(TreeLines(graph))
        case .text(let subject): return .text(account(subject))
        }
    }

    private func account(_ subject: GraphRequest.Subject) -> NodeAccount? {
        let node: GraphNode? =
            switch subject {
            case .node(let name): nodes[name]
            case .link(let link): nodes.values.first { $0.link == link }
            }
        return node.map { accounts[$0.name] ?? NodeAccount(node: $0) }
    }

    private func column(_ name: NodeName, _ direction: GraphDirection) -> GraphColumn {
        var groups: [(edge: String, kind: String)] = []
        for edge in edges(name, direction) {
            let group = (
                direction == .causes ? edge.backward : edge.forward,
                (direction == .causes ? edge.cause : edge.effect).kind
            )
            if !groups.contains(where: { $0 == group }) { groups.append(group) }
        }
        return GraphColumn(groups.map { list(name, direction, $0.edge, $0.kind, from: 0) })
    }

    private func edges(_ name: NodeName, _ direction: GraphDirection) -> [Edge] {
        edges.filter { (direction == .causes ? $0.effect : $0.cause) == name }
    }

    private func list(
        _ name: NodeName, _ direction: GraphDirection, _ edge: String, _ kind: String, from start: Int
    ) -> NeighbourList {
        let all = edges(name, direction).filter {
            (direction == .causes ? $0.backward : $0.forward) == edge
                && (direction == .causes ? $0.cause : $0.effect).kind == kind
        }.compactMap { nodes[direction == .causes ? $0.cause : $0.effect] }
        let group = EdgeGroup(
            id: .link(relation: edge, kind: kind, isFrom: direction == .effects), direction: direction, name: edge,
            inverse: edge, kind: kind, count: min(all.count, EdgeGroup.mostCounted + 1))
        let end = min(start + 40, all.count)
        return NeighbourList(
            group: group, nodes: Array(all[min(start, end)..<end]),
            next: end < all.count ? NeighbourKey(order: 0, id: Int64(end), text: nil) : nil)
    }
}
