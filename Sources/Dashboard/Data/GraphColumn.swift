package import Store

/// The neighbours of a node on one side, by the kinds of edges that lead to them.
package struct GraphColumn: Equatable, Sendable {
    /// One of the neighbours.
    package struct Place: Equatable, Comparable, Sendable {
        package var group = 0
        package var row = 0

        package static func < (one: Place, other: Place) -> Bool { (one.group, one.row) < (other.group, other.row) }
    }

    /// None of them empty.
    package private(set) var lists: [NeighbourList]

    package init(_ lists: [NeighbourList] = []) { self.lists = lists.filter { !$0.nodes.isEmpty } }

    /// How many neighbours are in memory.
    package var count: Int { lists.reduce(0) { $0 + $1.nodes.count } }
    package var isEmpty: Bool { lists.isEmpty }

    /// `4`, `100+`: how many there are.
    var countText: String {
        let isMore = lists.contains { $0.next != nil && $0.group.count > EdgeGroup.mostCounted }
        let count = lists.reduce(0) { $0 + max($1.nodes.count, min($1.group.count, EdgeGroup.mostCounted)) }
        return "\(count)\(isMore ? "+" : "")"
    }

    package func node(_ place: Place) -> GraphNode? {
        guard lists.indices.contains(place.group), lists[place.group].nodes.indices.contains(place.row) else {
            return nil
        }
        return lists[place.group].nodes[place.row]
    }

    /// The first place of a node.
    package func place(of name: NodeName) -> Place? {
        for (group, list) in lists.enumerated() {
            if let row = list.nodes.firstIndex(where: { $0.name == name }) { return Place(group: group, row: row) }
        }
        return nil
    }

    /// The places in their order, as numbers from 0.
    func index(of place: Place) -> Int {
        lists.prefix(place.group).reduce(0) { $0 + $1.nodes.count } + place.row
    }

    /// The nearest one there is.
    func place(at index: Int) -> Place {
        var rest = min(max(index, 0), max(count - 1, 0))
        for (group, list) in lists.enumerated() {
            if rest < list.nodes.count { return Place(group: group, row: rest) }
            rest -= list.nodes.count
        }
        return Place()
    }

    func moved(_ place: Place, by step: Int) -> Place {
        let (sum, overflows) = index(of: place).addingReportingOverflow(step)
        return self.place(at: overflows ? (step < 0 ? 0 : .max) : sum)
    }

    /// What is to be asked for before one comes to the end of what is in memory; no list grows without end.
    func wanted(around place: Place) -> (group: EdgeGroup, after: NeighbourKey)? {
        guard lists.indices.contains(place.group) else { return nil }
        let list = lists[place.group]
        guard let next = list.next, place.row + Self.margin >= list.nodes.count, list.nodes.count < Self.longest else {
            return nil
        }
        return (list.group, next)
    }

    private static let margin = 12
    static let longest = 2000

    /// Takes the next page of one of its kinds.
    mutating func append(_ list: NeighbourList) {
        guard let place = lists.firstIndex(where: { $0.group.id == list.group.id }) else { return }
        lists[place].nodes += list.nodes
        lists[place].next = list.next
    }
}
