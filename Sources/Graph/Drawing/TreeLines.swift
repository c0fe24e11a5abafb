package import Store

/// A part of the graph as the lines of an indented tree: causes, then effects, each node told once.
package struct TreeLines: Equatable, Sendable {
    package struct Line: Equatable, Sendable {
        /// 1 for a neighbour of the first node.
        package var depth: Int
        package var direction: GraphDirection
        /// What leads here from the line above that is one less deep: `written by`.
        package var edge: String
        package var node: GraphNode
        package var repeats: Repeat?
    }

    /// What stands there already is not told again.
    package enum Repeat: Equatable, Sendable {
        /// Another way leads to a node that has a line.
        case shared
        /// A way leads back to where the tree begins.
        case cycle
    }

    package private(set) var root: GraphNode?
    package private(set) var lines: [Line] = []
    /// Why there is more than this, as the end of a sentence.
    package private(set) var cuts: [String] = []

    package init(_ graph: Subgraph) {
        root = graph.nodes.first
        cuts = graph.cuts
        guard root != nil else { return }
        for direction in GraphDirection.allCases { collect(direction, graph) }
    }

    /// Edges by their near end, in the order in which the walk met them.
    private mutating func collect(_ direction: GraphDirection, _ graph: Subgraph) {
        var next: [Int: [(edge: Subgraph.Edge, far: Int)]] = [:]
        for edge in graph.edges {
            let (near, far) = direction == .causes ? (edge.effect, edge.cause) : (edge.cause, edge.effect)
            next[near, default: []].append((edge, far))
        }
        var shown: Set<Int> = [0]
        // What is still to be told, the next last; deep graphs must not deepen the stack.
        var open = (next[0] ?? []).reversed().map { (depth: 1, edge: $0.edge, far: $0.far) }
        while let (depth, edge, far) = open.popLast() {
            let isNew = shown.insert(far).inserted
            lines.append(
                Line(
                    depth: depth, direction: direction, edge: direction == .causes ? edge.inverse : edge.name,
                    node: graph.nodes[far], repeats: isNew ? nil : far == 0 ? .cycle : .shared))
            guard isNew else { continue }
            for step in (next[far] ?? []).reversed() { open.append((depth + 1, step.edge, step.far)) }
        }
    }
}
