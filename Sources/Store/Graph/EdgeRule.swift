/// A kind of edge that the tables hold, and how it is found from either end.
struct EdgeRule: Sendable {
    let cause: NodeKind
    let effect: NodeKind
    /// As it reads from the cause: `wrote`.
    let forward: String
    /// As it reads from the effect: `written by`.
    let backward: String
    /// From a cause `?1` to its effects.
    let effects: NeighbourQuery
    /// From an effect `?1` to its causes.
    let causes: NeighbourQuery

    init(
        _ cause: NodeKind, _ effect: NodeKind, _ forward: String, _ backward: String, effects: NeighbourQuery,
        causes: NeighbourQuery
    ) {
        self.cause = cause
        self.effect = effect
        self.forward = forward
        self.backward = backward
        self.effects = effects
        self.causes = causes
    }

    func list(_ direction: GraphDirection) -> NeighbourQuery { direction == .causes ? causes : effects }
}

/// The SELECT of one kind of neighbours of the node `?1`.
///
/// The order is one that an index gives, or of so few rows that sorting them is nothing.
struct NeighbourQuery: Sendable {
    /// What names the neighbour: a row's id, or the text of a thing elsewhere.
    let name: String
    /// Tables and condition.
    let source: String
    /// What they are ordered by before the row's id; a key of no time is the earliest.
    let order: String?
    /// The row's id that ends the order.
    let id: String
    let isDescending: Bool
    let group: String

    init(
        _ source: String, name: String = "n.id", order: String? = nil, id: String = "n.id", isDescending: Bool = false,
        group: String? = nil
    ) {
        self.source = source
        self.name = name
        self.order = order
        self.id = id
        self.isDescending = isDescending
        self.group = group.map { "GROUP BY \($0)" } ?? ""
    }

    static let least = "-9223372036854775808"

    /// `?2` and `?3` are the key of the last one before, `?4` how many.
    var page: String {
        let sign = isDescending ? "<" : ">"
        let turn = isDescending ? " DESC" : ""
        let key = order.map { "ifnull(\($0), \(Self.least))" } ?? "0"
        // Bound in any case, so that every page has the same four.
        let rest =
            order == nil
            ? "\(id) \(sign) ?3 AND ?2 IS NOT NULL"
            : "(\(key) \(sign) ?2 OR \(key) = ?2 AND \(id) \(sign) ?3)"
        let sort = order.map { "\($0)\(turn), " } ?? ""
        return "SELECT \(name), \(key), \(id) FROM \(source) AND \(rest) \(group) ORDER BY \(sort)\(id)\(turn) LIMIT ?4"
    }

    var count: String {
        "SELECT count(*) FROM (SELECT 1 FROM \(source) \(group) LIMIT \(EdgeGroup.mostCounted + 1))"
    }

    /// The key before all others.
    var start: NeighbourKey {
        isDescending ? NeighbourKey(order: .max, id: .max) : NeighbourKey(order: .min, id: .min)
    }
}
