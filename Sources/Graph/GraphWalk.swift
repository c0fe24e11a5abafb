package import Store

/// Walks the graph of a store; each node is expanded once, however many ways lead to it, so cycles and diamonds end.
///
///     let touched = try GraphWalk(store: store).reach(from: prompt, .effects)
package struct GraphWalk {
    private let store: Store
    private let limits: WalkLimits

    package init(store: Store, limits: WalkLimits = WalkLimits()) {
        self.store = store
        self.limits = limits
    }

    /// Everything that can be reached along edges of one direction, or along any for `nil`, the nearest first.
    ///
    /// All causes of a line answer "what context did it see", all effects of a prompt "what did it touch".
    package func reach(from start: NodeName, _ direction: GraphDirection? = nil) throws -> Subgraph {
        var found = Found(start)
        var cuts: Set<String> = []
        let end = ContinuousClock.now + limits.time
        var next = 0
        while next < found.names.count {
            if found.depths[next] >= limits.depth {
                cuts.insert("more than \(limits.depth) edges away")
                break
            }
            if ContinuousClock.now >= end {
                cuts.insert("what could not be read in \(limits.time)")
                break
            }
            for way in direction.map({ [$0] }) ?? [.causes, .effects] {
                for step in try store.surroundings(of: found.names[next], way, limit: limits.fan) {
                    if step.group.count > step.neighbours.count {
                        cuts.insert("more than \(limits.fan) edges of one kind")
                    }
                    for neighbour in step.neighbours {
                        if !found.add(neighbour, depth: found.depths[next] + 1, limit: limits.nodes) {
                            cuts.insert("more than \(limits.nodes) records")
                            continue
                        }
                        found.join(found.names[next], neighbour, step.group)
                    }
                }
            }
            next += 1
        }
        return try subgraph(found, cuts.sorted())
    }

    /// The nodes of a shortest path along edges of any direction, both ends among them; `nil` where none is found.
    ///
    /// It is sought from both ends at once, so that a hub in the middle is not walked through to its last record.
    package func shortestPath(from start: NodeName, to goal: NodeName) throws -> Subgraph? {
        guard start != goal else { return try subgraph(Found(start), []) }
        let end = ContinuousClock.now + limits.time
        var sides = [Side(start), Side(goal)]
        while sides.allSatisfy({ !$0.edge.isEmpty }), sides[0].depth + sides[1].depth < limits.depth {
            let near = sides[0].edge.count <= sides[1].edge.count ? 0 : 1
            var reached: [NodeName] = []
            var meeting: NodeName?
            for node in sides[near].edge {
                guard sides[0].came.count + sides[1].came.count < limits.nodes * 10, ContinuousClock.now < end else {
                    return nil
                }
                for way in GraphDirection.allCases {
                    for step in try store.surroundings(of: node, way, limit: limits.fan) {
                        for neighbour in step.neighbours where sides[near].came[neighbour] == nil {
                            sides[near].came[neighbour] = Came(from: node, by: step.group)
                            reached.append(neighbour)
                            if meeting == nil, sides[1 - near].came[neighbour] != nil { meeting = neighbour }
                        }
                    }
                }
            }
            if let meeting { return try path(through: meeting, sides) }
            sides[near].edge = reached
            sides[near].depth += 1
        }
        return nil
    }

    // MARK: - A path

    private struct Came {
        var from: NodeName?
        var by: EdgeGroup?
    }

    private struct Side {
        var came: [NodeName: Came]
        var edge: [NodeName]
        var depth = 0

        init(_ start: NodeName) {
            came = [start: Came()]
            edge = [start]
        }
    }

    private func path(through meeting: NodeName, _ sides: [Side]) throws -> Subgraph {
        var before: [(NodeName, EdgeGroup)] = []
        var place = meeting
        while let came = sides[0].came[place], let from = came.from, let by = came.by {
            before.append((from, by))
            place = from
        }
        var found = Found(place)
        for (node, by) in before.reversed() {
            let next = found.names.count
            let other = next < before.count ? before[before.count - 1 - next].0 : meeting
            _ = found.add(other, depth: next, limit: .max)
            found.join(node, other, by)
        }
        place = meeting
        while let came = sides[1].came[place], let from = came.from, let by = came.by {
            _ = found.add(from, depth: found.names.count, limit: .max)
            found.join(from, place, by)
            place = from
        }
        return try subgraph(found, [])
    }

    // MARK: - What was found

    private struct Found {
        var names: [NodeName]
        var depths: [Int]
        var places: [NodeName: Int]
        var edges: [Subgraph.Edge] = []
        var known: Set<Subgraph.Edge> = []

        init(_ start: NodeName) {
            names = [start]
            depths = [0]
            places = [start: 0]
        }

        /// - Returns: whether there is room for it.
        mutating func add(_ name: NodeName, depth: Int, limit: Int) -> Bool {
            if places[name] != nil { return true }
            guard names.count < limit else { return false }
            places[name] = names.count
            names.append(name)
            depths.append(depth)
            return true
        }

        /// An edge that is met from both ends is one edge.
        mutating func join(_ node: NodeName, _ neighbour: NodeName, _ group: EdgeGroup) {
            guard let here = places[node], let there = places[neighbour] else { return }
            let edge =
                group.direction == .effects
                ? Subgraph.Edge(cause: here, effect: there, name: group.name, inverse: group.inverse)
                : Subgraph.Edge(cause: there, effect: here, name: group.inverse, inverse: group.name)
            if known.insert(edge).inserted { edges.append(edge) }
        }
    }

    /// With what is said of the nodes; one that went meanwhile goes with its edges.
    private func subgraph(_ found: Found, _ cuts: [String]) throws -> Subgraph {
        let nodes = try store.nodes(found.names)
        var places: [Int: Int] = [:]
        var graph = Subgraph()
        for node in nodes {
            guard let old = found.places[node.name] else { continue }
            places[old] = graph.nodes.count
            graph.nodes.append(node)
            graph.depths.append(found.depths[old])
        }
        graph.edges = found.edges.compactMap { edge in
            guard let cause = places[edge.cause], let effect = places[edge.effect] else { return nil }
            return Subgraph.Edge(cause: cause, effect: effect, name: edge.name, inverse: edge.inverse)
        }
        graph.cuts = cuts
        return graph
    }
}
