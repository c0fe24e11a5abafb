/// Which node of the graph is meant.
package enum NodeName: Hashable, Sendable {
    /// A record of this store, by its row's id.
    case row(NodeKind, Int64)
    /// A thing elsewhere by the name that it has there: `revision` and a hash, `checkpoint` and its id.
    case named(kind: String, uid: String)

    /// `edit`; of a thing elsewhere what links call it.
    package var kind: String {
        switch self {
        case .row(let kind, _): kind.rawValue
        case .named(let kind, _): kind
        }
    }

    /// The kind, where it is one that the graph knows edges of.
    var known: NodeKind? {
        switch self {
        case .row(let kind, _): kind
        case .named(let kind, _): NodeKind(rawValue: kind)
        }
    }
}
