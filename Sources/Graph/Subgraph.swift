package import Store

/// A part of the graph: nodes in the order in which a walk reached them, and the edges between them.
package struct Subgraph: Equatable, Sendable {
    package struct Edge: Hashable, Sendable {
        /// Places among the nodes.
        package var cause: Int
        package var effect: Int
        /// As it reads from the cause: `wrote`.
        package var name: String
        /// As it reads from the effect: `written by`.
        package var inverse: String

        package init(cause: Int, effect: Int, name: String, inverse: String) {
            self.cause = cause
            self.effect = effect
            self.name = name
            self.inverse = inverse
        }
    }

    /// The first is where the walk began.
    package var nodes: [GraphNode] = []
    /// How many edges each node is away from the first.
    package var depths: [Int] = []
    package var edges: [Edge] = []
    /// Why there is more than this, as the end of a sentence; none where this is all.
    package var cuts: [String] = []

    package init() {}

    package init(nodes: [GraphNode], edges: [Edge]) {
        self.nodes = nodes
        self.edges = edges
        depths = Array(repeating: 0, count: nodes.count)
    }
}
