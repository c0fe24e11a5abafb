import Provenance
import Store
import Text

/// A part of the graph as an indented tree for people: each node once, a second way to it as a mark.
package struct TreeDrawing {
    private let graph: Subgraph
    private let width: Int?

    package init(_ graph: Subgraph, width: Int?) {
        self.graph = graph
        self.width = width
    }

    package var text: String {
        guard let root = graph.nodes.first else { return "" }
        var text = line(root, before: "") + "\n"
        for direction in GraphDirection.allCases {
            var branches: [(String, [Int])] = []
            collect(direction, into: &branches)
            if branches.isEmpty { continue }
            text += "\n\(direction.rawValue)\n"
            for (before, places) in branches { text += line(graph.nodes[places[0]], before: before) + "\n" }
        }
        for cut in graph.cuts { text += "left out: \(cut)\n" }
        return text
    }

    /// Edges by their near end, in the order in which the walk met them.
    private func collect(_ direction: GraphDirection, into lines: inout [(String, [Int])]) {
        var next: [Int: [(edge: Subgraph.Edge, far: Int)]] = [:]
        for edge in graph.edges {
            let (near, far) = direction == .causes ? (edge.effect, edge.cause) : (edge.cause, edge.effect)
            next[near, default: []].append((edge, far))
        }
        var shown: Set<Int> = [0]
        // What is still to be told, the next last; deep graphs must not deepen the stack.
        var open = (next[0] ?? []).reversed().map { (depth: 1, edge: $0.edge, far: $0.far) }
        while let (depth, edge, far) = open.popLast() {
            let name = direction == .causes ? edge.inverse : edge.name
            let isNew = shown.insert(far).inserted
            let mark = isNew ? "" : far == 0 ? "@ " : "* "
            lines.append((String(repeating: "  ", count: min(depth, 40)) + "\(Visible.text(name)) \(mark)", [far]))
            guard isNew else { continue }
            for step in (next[far] ?? []).reversed() { open.append((depth + 1, step.edge, step.far)) }
        }
    }

    private func line(_ node: GraphNode, before: String) -> String {
        let uid = node.uid.count > 16 ? String(node.uid.prefix(10)) : node.uid
        let trust = node.trust == .untrusted ? "  untrusted" : ""
        let mark = node.mark.map { "  \($0)" } ?? ""
        let line =
            "\(before)\(node.kind) \(Visible.text(uid))  \(Visible.text(node.title))\(Visible.text(mark))\(trust)"
        return width.map { line.truncated(to: $0) } ?? line
    }
}
