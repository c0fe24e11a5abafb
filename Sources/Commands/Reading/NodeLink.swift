import Provenance
import Store

/// A name for any node of the graph: what `Link` names, and what has no screen of its own.
enum NodeLink {
    static func resolve(_ text: String, in store: Store) throws -> NodeName {
        if let colon = text.firstIndex(of: ":"), let kind = NodeKind(rawValue: String(text[..<colon])),
            RecordKind(rawValue: kind.rawValue) == nil
        {
            let uid = String(text[text.index(after: colon)...])
            guard !uid.isEmpty, let node = try store.node(kind, named: uid) else {
                throw CommandError(
                    "The store holds no \(kind.rawValue) '\(uid)', or several begin so: 'colophon graph session:ID' shows what is near."
                )
            }
            return node
        }
        let (kind, id) = try Link(text).resolve(in: store)
        return Store.node(of: kind, id)
    }
}
