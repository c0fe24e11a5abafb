/// Which way edges are followed.
package enum GraphDirection: String, CaseIterable, Sendable {
    case causes, effects
}

/// The edges of one kind at one node.
package struct EdgeGroup: Hashable, Sendable {
    /// What tells one kind of edge from another.
    package enum ID: Hashable, Sendable {
        /// Held by the tables: the place of its rule.
        case rule(Int)
        /// Stated by `link`, of this node or to it.
        case link(relation: String, kind: String, isFrom: Bool)
    }

    package var id: ID
    package var direction: GraphDirection
    /// As it reads from this node: `wrote`, `written by`.
    package var name: String
    /// The same from the other end.
    package var inverse: String
    /// What kind of node is at the other end.
    package var kind: String
    /// How many there are, counted up to `EdgeGroup.mostCounted`.
    package var count: Int

    /// No more are counted: a list says "100+".
    package static let mostCounted = 100

    /// `4`, `100+`.
    package var countText: String { count > Self.mostCounted ? "\(Self.mostCounted)+" : "\(count)" }
}

/// A neighbour of a node, and where the next page begins.
package struct Neighbour: Equatable, Sendable {
    package var name: NodeName
    package var key: NeighbourKey
}

/// The place of a neighbour in the order of its group.
package struct NeighbourKey: Hashable, Sendable {
    var order: Int64
    var id: Int64
    /// Of links, which are in the order of their names.
    var text: String?
}
