import Provenance
import Store
import Text

/// A part of the graph as a flowchart of Mermaid, which pages of code hosts draw.
package struct MermaidDrawing {
    private let graph: Subgraph

    package init(_ graph: Subgraph) { self.graph = graph }

    package var text: String {
        var text = "flowchart LR\n"
        for (place, node) in graph.nodes.enumerated() {
            let (open, close) = Self.shape(node.kind)
            text += "  n\(place)\(open)\"\(Self.escaped(node.label))\"\(close)\n"
        }
        for edge in graph.edges { text += "  n\(edge.cause) -->|\"\(Self.escaped(edge.name))\"| n\(edge.effect)\n" }
        let untrusted = graph.nodes.indices.filter { graph.nodes[$0].trust == .untrusted }
        if !untrusted.isEmpty {
            text += "  classDef untrusted stroke-dasharray: 4\n"
            text += "  class \(untrusted.map { "n\($0)" }.joined(separator: ",")) untrusted\n"
        }
        return text
    }

    private static func shape(_ kind: String) -> (String, String) {
        switch kind {
        case "generation", "deployment": ("([", "])")
        case "session", "turn", "repository": ("[[", "]]")
        case "finding", "alert": ("{{", "}}")
        default: ("[", "]")
        }
    }

    /// Everything that Mermaid, Markdown or HTML may read as its own becomes an entity: "#35;" is a number sign.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if number > 0 { escaped += "<br/>" }
            for scalar in Visible.text(String(line)).unicodeScalars {
                switch scalar {
                case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", ":", "-", "+", "/", "_", "(", ")", "=", "'", "·":
                    escaped.unicodeScalars.append(scalar)
                case _ where scalar.value >= 0xA0: escaped.unicodeScalars.append(scalar)
                default: escaped += "#\(scalar.value);"
                }
            }
        }
        return escaped
    }
}
