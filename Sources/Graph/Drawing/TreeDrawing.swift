import Provenance
import Store
import Text

/// A part of the graph as an indented tree for people: each node once, a second way to it as a mark.
package struct TreeDrawing {
    private let tree: TreeLines
    private let width: Int?

    package init(_ graph: Subgraph, width: Int?) {
        tree = TreeLines(graph)
        self.width = width
    }

    package var text: String {
        guard let root = tree.root else { return "" }
        var text = line(root, before: "") + "\n"
        var direction: GraphDirection?
        for line in tree.lines {
            if line.direction != direction { text += "\n\(line.direction.rawValue)\n" }
            direction = line.direction
            let mark = line.repeats.map { $0 == .cycle ? "@ " : "* " } ?? ""
            let before = String(repeating: "  ", count: min(line.depth, 40)) + "\(Visible.text(line.edge)) \(mark)"
            text += self.line(line.node, before: before) + "\n"
        }
        for cut in tree.cuts { text += "left out: \(cut)\n" }
        return text
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
