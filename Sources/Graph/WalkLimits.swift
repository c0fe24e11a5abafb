/// How far a walk goes before it says that it was cut.
package struct WalkLimits: Sendable {
    package var nodes: Int
    package var depth: Int
    package var time: Duration
    /// Neighbours of one node along one kind of edge.
    package var fan: Int

    package init(nodes: Int = 2000, depth: Int = 64, time: Duration = .seconds(10), fan: Int = 500) {
        self.nodes = nodes
        self.depth = depth
        self.time = time
        self.fan = fan
    }
}
