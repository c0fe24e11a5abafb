import Provenance
import Store
import Text

/// A part of the graph as one JSON object: `nodes`, `edges` by the nodes' ids, and what was left out.
package struct GraphJSON {
    private let graph: Subgraph

    package init(_ graph: Subgraph) { self.graph = graph }

    package var bytes: [UInt8] {
        var json = JSONWriter()
        json.object { object in
            object.set("root", graph.nodes.first?.link)
            object.array("nodes") { nodes in
                for (place, node) in graph.nodes.enumerated() {
                    nodes.object { object in
                        object.set("id", node.link)
                        object.set("kind", node.kind)
                        object.set("uid", node.uid)
                        object.set("title", node.title)
                        object.set("at", node.at)
                        object.set("mark", node.mark)
                        object.set("trust", node.trust?.word)
                        object.set("depth", graph.depths[place])
                    }
                }
            }
            object.array("edges") { edges in
                for edge in graph.edges {
                    edges.object { object in
                        object.set("cause", graph.nodes[edge.cause].link)
                        object.set("effect", graph.nodes[edge.effect].link)
                        object.set("name", edge.name)
                        object.set("inverse", edge.inverse)
                    }
                }
            }
            object.array("left_out") { cuts in for cut in graph.cuts { cuts.add(cut) } }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}
