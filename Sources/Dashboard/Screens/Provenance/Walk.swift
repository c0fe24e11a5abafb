import Store

/// A path through the graph: where it begins, and the column of siblings at each edge that was walked.
///
/// No node is in it twice: who walks to one that is comes back to it, so that cycles end.
struct Walk: Equatable {
    /// An edge that was walked, and which of the neighbours one went to.
    struct Step: Equatable {
        var direction: GraphDirection
        var column: GraphColumn
        var place: GraphColumn.Place
    }

    private(set) var root: GraphNode
    private(set) var steps: [Step] = []

    /// Of a longer path the beginning is left out.
    static let longest = 200

    init(root: GraphNode) { self.root = root }

    /// The node that one has come to.
    var focus: GraphNode { node(at: steps.count) }
    var count: Int { steps.count + 1 }

    func node(at index: Int) -> GraphNode {
        guard steps.indices.contains(index - 1) else { return root }
        return steps[index - 1].column.node(steps[index - 1].place) ?? root
    }

    /// Where in the path a node is; the place at which one stands is asked for last.
    func index(of name: NodeName) -> Int? { (0..<count).first { node(at: $0).name == name } }

    /// Whether one stands on a sibling that is further up in the path: it is expanded there.
    var isOnRepeated: Bool { index(of: focus.name) ?? steps.count < steps.count }

    /// Walks along an edge; to a node of the path back to it.
    mutating func go(_ direction: GraphDirection, in column: GraphColumn, to place: GraphColumn.Place) {
        guard let node = column.node(place) else { return }
        if let known = index(of: node.name) { return cut(to: known) }
        steps.append(Step(direction: direction, column: column, place: place))
        guard steps.count > Self.longest else { return }
        root = self.node(at: 1)
        steps.removeFirst()
    }

    /// Leaves what lies behind a node of the path.
    mutating func cut(to index: Int) { steps.removeSubrange(min(max(index, 0), steps.count)...) }

    /// Goes to another of the siblings at a place of the path, which ends there.
    mutating func choose(_ place: GraphColumn.Place, at index: Int) {
        cut(to: index)
        guard let last = steps.indices.last, steps.count == index, steps[last].column.node(place) != nil else { return }
        steps[last].place = place
    }

    /// The node whose neighbours the last column holds.
    var parent: GraphNode? { steps.isEmpty ? nil : node(at: steps.count - 1) }

    /// Takes further neighbours of a node into the columns that hold the others.
    mutating func append(_ list: NeighbourList, of name: NodeName) {
        for index in steps.indices where node(at: index).name == name {
            guard steps[index].direction == list.group.direction else { continue }
            steps[index].column.append(list)
        }
    }
}
