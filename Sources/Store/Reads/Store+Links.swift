import GRDB
package import Provenance

/// What a link names in this store.
package enum LinkTarget: Equatable, Sendable {
    case one(kind: RecordKind, id: Int64, uid: String)
    case none
    /// The first few uids that begin so.
    case several([String])
}

extension Store {
    /// Looks a record up by its uid or the beginning of it.
    ///
    ///     try store.find(.turn, "4f2a")
    package func find(_ kind: RecordKind, _ beginning: String) throws -> LinkTarget {
        try read { db in
            // A uid is hexadecimal: everything that begins so lies between it and it with the letter after "f".
            let rows = try Row.fetchAll(
                db,
                sql: "SELECT id, uid FROM \(kind.rawValue) WHERE uid >= ?1 AND uid < ?1 || '~' ORDER BY uid LIMIT 5",
                arguments: [beginning])
            if let exact = rows.first(where: { $0["uid"] == beginning }) ?? (rows.count == 1 ? rows.first : nil) {
                return .one(kind: kind, id: exact["id"], uid: exact["uid"])
            }
            return rows.isEmpty ? .none : .several(rows.map { $0["uid"] })
        }
    }

    /// Looks for a uid among all kinds that lists show.
    package func find(anywhere beginning: String) throws -> LinkTarget {
        var found: [LinkTarget] = []
        for kind in [RecordKind.turn, .generation, .edit, .session, .finding, .alert] {
            let target = try find(kind, beginning)
            if target != .none { found.append(target) }
        }
        if found.count == 1, let only = found.first { return only }
        // A turn and its prompt share one uid on purpose; between other kinds an equal beginning is chance.
        let names = found.flatMap { target in
            switch target {
            case .one(let kind, _, let uid): ["\(kind.rawValue):\(uid)"]
            case .several(let uids): uids
            case .none: [String]()
            }
        }
        return names.isEmpty ? .none : .several(names)
    }
}
