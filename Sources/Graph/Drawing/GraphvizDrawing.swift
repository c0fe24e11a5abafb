import Provenance
import Store
import Text

/// A part of the graph in Graphviz's language: causes to the left, effects to the right.
package struct GraphvizDrawing {
    private let graph: Subgraph

    package init(_ graph: Subgraph) { self.graph = graph }

    package var text: String {
        var text = "digraph colophon {\n"
        text += "  graph [rankdir=LR, charset=\"UTF-8\"];\n"
        text += "  node [fontname=\"Helvetica\", fontsize=10, shape=box];\n"
        text += "  edge [fontname=\"Helvetica\", fontsize=8];\n"
        for (place, node) in graph.nodes.enumerated() {
            var attributes = ["label=\(Self.quoted(node.label))", "tooltip=\(Self.quoted(node.link))"]
            if let shape = Self.shape(node.kind) { attributes.append("shape=\(shape)") }
            if node.trust == .untrusted { attributes.append("style=dashed") }
            if place == 0 { attributes.append("penwidth=2") }
            text += "  n\(place) [\(attributes.joined(separator: ", "))];\n"
        }
        for edge in graph.edges {
            text += "  n\(edge.cause) -> n\(edge.effect) [label=\(Self.quoted(edge.name))];\n"
        }
        return text + "}\n"
    }

    private static func shape(_ kind: String) -> String? {
        switch kind {
        case "generation", "deployment": "ellipse"
        case "session", "turn", "repository": "folder"
        case "finding", "alert": "octagon"
        case "segment": "note"
        default: nil
        }
    }

    /// "In quoted strings in DOT, the only escaped character is double-quote"; but a label reads `\n`, `\G` and the like
    /// itself, so a backslash is doubled for it. What stands for an entity of HTML would be read as one: `&` is written as
    /// one.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if number > 0 { quoted += "\\n" }
            for scalar in Visible.text(String(line)).unicodeScalars {
                switch scalar {
                case "\"": quoted += "\\\""
                case "\\": quoted += "\\\\"
                case "&": quoted += "&amp;"
                default: quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }
}

extension GraphNode {
    /// The kind and what is said of the node, in two lines.
    var label: String {
        let words = Visible.text(title).truncated(to: 60)
        return [
            [kind, mark, trust == .untrusted ? "untrusted" : nil].compactMap(\.self).joined(separator: " · "), words,
        ]
        .filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
