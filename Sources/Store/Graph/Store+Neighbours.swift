import GRDB

extension Store {
    /// The kinds of edges at a node with how many there are of each, one that is empty left out.
    ///
    /// - Parameter direction: causes, effects, or both for `nil`.
    package func edges(of node: NodeName, _ direction: GraphDirection? = nil) throws -> [EdgeGroup] {
        try read { db in
            try (direction.map { [$0] } ?? [.causes, .effects]).flatMap { try Self.groups(of: node, $0, db) }
        }
    }

    /// One page of the neighbours along one kind of edge.
    ///
    /// - Parameter key: that of the last neighbour before; `nil` for the first page.
    package func neighbours(
        of node: NodeName, along group: EdgeGroup, after key: NeighbourKey? = nil, limit: Int
    ) throws -> [Neighbour] {
        try read { db in try Self.page(of: node, along: group, after: key, limit: limit, db) }
    }

    /// The first neighbours along every kind of edge, in one look at the store.
    ///
    /// - Parameter limit: of each kind; where there are more the group's count says so.
    package func surroundings(
        of node: NodeName, _ direction: GraphDirection, limit: Int
    ) throws -> [(group: EdgeGroup, neighbours: [NodeName])] {
        try read { db in
            try Self.groups(of: node, direction, isCounted: false, db).compactMap { group in
                let page = try Self.page(of: node, along: group, after: nil, limit: limit + 1, db)
                guard !page.isEmpty else { return nil }
                var group = group
                group.count = page.count
                return (group, page.prefix(limit).map(\.name))
            }
        }
    }

    // MARK: - By the tables

    static func groups(
        of node: NodeName, _ direction: GraphDirection, isCounted: Bool = true, _ db: Database
    ) throws -> [EdgeGroup] {
        var groups: [EdgeGroup] = []
        if let kind = node.known {
            for (place, rule) in EdgeRule.leaving(kind, direction) {
                guard let argument = argument(of: node, for: kind) else { continue }
                let count =
                    isCounted
                    ? try Int.fetchOne(db.cachedStatement(sql: rule.list(direction).count), arguments: [argument]) ?? 0
                    : 1
                guard count > 0 else { continue }
                let isForward = direction == .effects
                groups.append(
                    EdgeGroup(
                        id: .rule(place), direction: direction, name: isForward ? rule.forward : rule.backward,
                        inverse: isForward ? rule.backward : rule.forward,
                        kind: (isForward ? rule.effect : rule.cause).rawValue, count: count))
            }
        }
        return groups + (try linkGroups(of: node, direction, db))
    }

    private static func argument(of node: NodeName, for kind: NodeKind) -> DatabaseValue? {
        switch node {
        case .row(_, let id): kind.isNamed ? nil : id.databaseValue
        case .named(_, let uid): kind.isNamed ? uid.databaseValue : nil
        }
    }

    static func page(
        of node: NodeName, along group: EdgeGroup, after key: NeighbourKey?, limit: Int, _ db: Database
    ) throws -> [Neighbour] {
        guard case .rule(let place) = group.id else {
            return try linkPage(of: node, along: group, after: key, limit: limit, db)
        }
        guard EdgeRule.all.indices.contains(place), let kind = node.known,
            let argument = argument(of: node, for: kind)
        else { return [] }
        let rule = EdgeRule.all[place]
        let list = rule.list(group.direction)
        let other = group.direction == .effects ? rule.effect : rule.cause
        let from = key ?? list.start
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: list.page), arguments: [argument, from.order, from.id, limit])
        return rows.map { row in
            Neighbour(
                name: other.isNamed ? .named(kind: other.rawValue, uid: row[0]) : .row(other, row[0]),
                key: NeighbourKey(order: row[1], id: row[2]))
        }
    }

    // MARK: - By links

    /// What a link would call the node; `nil` where it has no uid.
    static func linkEnd(_ node: NodeName, _ db: Database) throws -> (kind: String, uid: String)? {
        switch node {
        case .named(let kind, let uid): (kind, uid)
        case .row(let kind, let id):
            switch kind {
            case .frame, .revision, .change: nil
            case .repository:
                try String.fetchOne(db, sql: "SELECT identity FROM repository WHERE id = ?", arguments: [id])
                    .map { (kind.rawValue, $0) }
            default:
                try String.fetchOne(
                    db.cachedStatement(sql: "SELECT uid FROM \(kind.rawValue) WHERE id = ?"), arguments: [id]
                ).map { (kind.rawValue, $0) }
            }
        }
    }

    /// More kinds of links at one node than these are not shown.
    private static let mostRelations = 50

    private static func linkGroups(
        of node: NodeName, _ direction: GraphDirection, _ db: Database
    ) throws -> [EdgeGroup] {
        guard let end = try linkEnd(node, db) else { return [] }
        return try [true, false].flatMap { isFrom in
            try linkGroups(of: end, isFrom: isFrom, direction, db)
        }
    }

    /// - Parameter isFrom: whether links are looked for that are stated of the node, not those that lead to it.
    private static func linkGroups(
        of end: (kind: String, uid: String), isFrom: Bool, _ direction: GraphDirection, _ db: Database
    ) throws -> [EdgeGroup] {
        let (near, far) = isFrom ? ("from", "to") : ("to", "from")
        // From one relation to the next along the index.
        let next = try db.cachedStatement(
            sql: """
                SELECT relation, \(far)_kind FROM link WHERE \(near)_kind = ?1 AND \(near)_uid = ?2
                    AND (relation, \(far)_kind) > (?3, ?4) ORDER BY relation, \(far)_kind LIMIT 1
                """)
        let count = try db.cachedStatement(
            sql: """
                SELECT count(*) FROM (SELECT 1 FROM link WHERE \(near)_kind = ?1 AND \(near)_uid = ?2
                    AND relation = ?3 AND \(far)_kind = ?4 LIMIT \(EdgeGroup.mostCounted + 1))
                """)
        var groups: [EdgeGroup] = []
        var last = ("", "")
        for _ in 0..<mostRelations {
            guard let row = try Row.fetchOne(next, arguments: [end.kind, end.uid, last.0, last.1]) else { break }
            last = (row[0], row[1])
            let isCause = isFrom != LinkRelation.namesCause(last.0)
            guard isCause == (direction == .effects) else { continue }
            let inverse = LinkRelation.inverse(of: last.0)
            groups.append(
                EdgeGroup(
                    id: .link(relation: last.0, kind: last.1, isFrom: isFrom), direction: direction,
                    name: isFrom ? last.0 : inverse, inverse: isFrom ? inverse : last.0, kind: last.1,
                    count: try Int.fetchOne(count, arguments: [end.kind, end.uid, last.0, last.1]) ?? 0))
        }
        return groups
    }

    private static func linkPage(
        of node: NodeName, along group: EdgeGroup, after key: NeighbourKey?, limit: Int, _ db: Database
    ) throws -> [Neighbour] {
        guard case .link(let relation, let kind, let isFrom) = group.id, let end = try linkEnd(node, db) else {
            return []
        }
        let (near, far) = isFrom ? ("from", "to") : ("to", "from")
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(far)_uid FROM link WHERE \(near)_kind = ?1 AND \(near)_uid = ?2 AND relation = ?3
                    AND \(far)_kind = ?4 AND \(far)_uid > ?5 ORDER BY \(far)_uid LIMIT ?6
                """)
        let uids = try String.fetchAll(
            statement, arguments: [end.kind, end.uid, relation, kind, key?.text ?? "", limit])
        return try uids.map { uid in
            Neighbour(name: try name(kind, uid, db), key: NeighbourKey(order: 0, id: 0, text: uid))
        }
    }

    /// What a link calls so: the record of this store, where it is one.
    private static func name(_ kind: String, _ uid: String, _ db: Database) throws -> NodeName {
        guard let known = NodeKind(rawValue: kind), let id = try row(known, uid, db) else {
            return .named(kind: kind, uid: uid)
        }
        return .row(known, id)
    }
}
