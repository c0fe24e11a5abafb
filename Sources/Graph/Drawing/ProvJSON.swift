import Provenance
import Store
import Text

/// A part of the graph as PROV-JSON (W3C Member Submission, 24 April 2013).
///
/// Generations, turns, sessions, decisions and deployments are activities; models and coding agents are agents; everything
/// else is an entity. An edge becomes the relation of PROV that fits the kinds of its ends; where none does,
/// `wasInfluencedBy`. What the edge is called stands in `colophon:edge` of each.
package struct ProvJSON {
    private let graph: Subgraph

    package init(_ graph: Subgraph) { self.graph = graph }

    package var bytes: [UInt8] {
        var relations: [(name: String, ends: [(String, Int)], edge: Subgraph.Edge)] = []
        for edge in graph.edges { relations.append(relation(edge)) }
        var json = JSONWriter()
        json.object { object in
            object.object("prefix") { $0.set("colophon", "https://colophon.dev/ns#") }
            for kind in ["entity", "activity"] {
                let nodes = graph.nodes.indices.filter { Self.isActivity(graph.nodes[$0]) == (kind == "activity") }
                if nodes.isEmpty { continue }
                object.object(kind) { object in for place in nodes { write(place, to: &object) } }
            }
            for name in Set(relations.map(\.name)).sorted() {
                object.object(name) { object in
                    for (number, relation) in relations.enumerated() where relation.name == name {
                        object.object("_:e\(number)") { object in
                            for (role, place) in relation.ends { object.set("prov:\(role)", id(place)) }
                            object.set("colophon:edge", relation.edge.name)
                        }
                    }
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ place: Int, to object: inout JSONObjectWriter) {
        let node = graph.nodes[place]
        object.object(id(place)) { object in
            if let at = node.at, Self.isActivity(node) { object.set("prov:startTime", Timestamp(milliseconds: at).iso) }
            object.set("prov:type", node.kind)
            object.set("prov:label", Self.clean(node.title))
            object.set("colophon:uid", Self.clean(node.uid))
            if let at = node.at { object.set("colophon:at", at) }
            if let mark = node.mark { object.set("colophon:mark", Self.clean(mark)) }
            if let trust = node.trust { object.set("colophon:trust", trust.word) }
        }
    }

    /// A name within the namespace: letters, digits and what a local part may have unescaped.
    private func id(_ place: Int) -> String {
        let node = graph.nodes[place]
        let isPlain =
            !node.uid.isEmpty
            && node.uid.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: false
                }
            }
        let kind = String(
            node.kind.unicodeScalars.map { $0.isASCII && $0.properties.isAlphabetic ? Character($0) : "-" })
        return "colophon:\(kind)-\(isPlain ? node.uid : "n\(place)")"
    }

    /// Readers of PROV put strings into XML and Turtle, which have no place for controls.
    private static func clean(_ text: String) -> String { Visible.text(text) }

    private static func isActivity(_ node: GraphNode) -> Bool {
        ["generation", "turn", "session", "decision", "deployment"].contains(node.kind)
    }

    private func relation(_ edge: Subgraph.Edge) -> (name: String, ends: [(String, Int)], edge: Subgraph.Edge) {
        let ends =
            switch (Self.isActivity(graph.nodes[edge.cause]), Self.isActivity(graph.nodes[edge.effect])) {
            case (true, true): ("wasInformedBy", [("informed", edge.effect), ("informant", edge.cause)])
            case (true, false): ("wasGeneratedBy", [("entity", edge.effect), ("activity", edge.cause)])
            case (false, true): ("used", [("activity", edge.effect), ("entity", edge.cause)])
            case (false, false):
                edge.name == "part of"
                    ? ("hadMember", [("collection", edge.effect), ("entity", edge.cause)])
                    : ("wasDerivedFrom", [("generatedEntity", edge.effect), ("usedEntity", edge.cause)])
            }
        return (ends.0, ends.1, edge)
    }
}
