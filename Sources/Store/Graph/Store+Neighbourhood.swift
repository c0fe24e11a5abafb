import GRDB

/// Neighbours of a node along one kind of edge, as far as they were read.
package struct NeighbourList: Equatable, Sendable {
    package var group: EdgeGroup
    package var nodes: [GraphNode]
    /// Behind which the next page begins; `nil` where there is none.
    package var next: NeighbourKey?

    package init(group: EdgeGroup, nodes: [GraphNode], next: NeighbourKey? = nil) {
        self.group = group
        self.nodes = nodes
        self.next = next
    }
}

extension Store {
    /// The first neighbours along every kind of edge with what is said of them, in one look at the store.
    ///
    /// - Parameter limit: of each kind.
    package func neighbourhood(of name: NodeName, _ direction: GraphDirection, limit: Int) throws -> [NeighbourList] {
        try read { db in
            try Self.groups(of: name, direction, db).map { group in
                try Self.list(of: name, along: group, after: nil, limit: limit, db)
            }
        }
    }

    /// The neighbours behind those that were read.
    package func neighbourhood(
        of name: NodeName, along group: EdgeGroup, after key: NeighbourKey?, limit: Int
    ) throws -> NeighbourList {
        try read { db in try Self.list(of: name, along: group, after: key, limit: limit, db) }
    }

    private static func list(
        of name: NodeName, along group: EdgeGroup, after key: NeighbourKey?, limit: Int, _ db: Database
    ) throws -> NeighbourList {
        let page = try page(of: name, along: group, after: key, limit: limit + 1, db)
        let nodes = try page.prefix(limit).compactMap { try node($0.name, db) }
        return NeighbourList(group: group, nodes: nodes, next: page.count > limit ? page[limit - 1].key : nil)
    }
}
