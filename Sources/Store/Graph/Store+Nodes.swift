import GRDB
package import Provenance

extension Store {
    /// What there is to say of nodes, in their order; those that are gone are left out.
    package func nodes(_ names: [NodeName]) throws -> [GraphNode] {
        try read { db in try names.compactMap { try Self.node($0, db) } }
    }

    /// The node that a record is.
    package static func node(of kind: RecordKind, _ id: Int64) -> NodeName {
        .row(NodeKind(rawValue: kind.rawValue) ?? .turn, id)
    }

    /// The node of a kind by its uid, hash, identity or the beginning of a commit's hash; `nil` where there is none, or
    /// several begin so.
    package func node(_ kind: NodeKind, named uid: String) throws -> NodeName? {
        try read { db in
            switch kind {
            case .revision:
                let hashes = try String.fetchAll(
                    db,
                    sql: """
                        SELECT hash FROM revision WHERE hash >= ?1 AND hash < ?1 || '~'
                        UNION SELECT revision FROM deployment WHERE revision >= ?1 AND revision < ?1 || '~'
                        UNION SELECT commit_id FROM resolution WHERE commit_id >= ?1 AND commit_id < ?1 || '~' LIMIT 2
                        """, arguments: [uid])
                return hashes.count == 1 ? .named(kind: kind.rawValue, uid: hashes[0]) : nil
            case .change:
                return try Self.linkEnd(.named(kind: kind.rawValue, uid: uid), db) == nil
                    ? nil : .named(kind: kind.rawValue, uid: uid)
            default: return try Self.row(kind, uid, db).map { .row(kind, $0) }
            }
        }
    }

    /// The row that a link's end names.
    static func row(_ kind: NodeKind, _ uid: String, _ db: Database) throws -> Int64? {
        switch kind {
        case .repository:
            try Int64.fetchOne(db, sql: "SELECT id FROM repository WHERE identity = ?", arguments: [uid])
        case .frame:
            // `<uid of the alert>.<exception>.<depth>`
            try frame(uid, db)
        case .revision, .change: nil
        default:
            try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT id FROM \(kind.rawValue) WHERE uid = ?"), arguments: [uid])
        }
    }

    private static func frame(_ uid: String, _ db: Database) throws -> Int64? {
        let parts = uid.split(separator: ".")
        guard parts.count == 3, let exception = Int64(parts[1]), let depth = Int64(parts[2]) else { return nil }
        return try Int64.fetchOne(
            db,
            sql: """
                SELECT f.id FROM alert a JOIN frame f ON f.alert = a.id
                WHERE a.uid >= ?1 AND a.uid < ?1 || '~' AND f.exception = ?2 AND f.depth = ?3
                """, arguments: [String(parts[0]), exception, depth])
    }

    static func node(_ name: NodeName, _ db: Database) throws -> GraphNode? {
        switch name {
        case .row(let kind, let id):
            guard
                let row = try Row.fetchOne(
                    db.cachedStatement(sql: NodeTitle.select(kind)), arguments: [id])
            else { return nil }
            var node = GraphNode(
                name: name, uid: row["uid"] ?? "", title: line(row["title"] ?? ""), at: row["at"], mark: row["mark"])
            if let trust = row["trust"] as Int? { node.trust = Trust(rawValue: trust) }
            return node
        case .named(let kind, let uid):
            let title = kind == NodeKind.revision.rawValue ? "commit \(uid.prefix(10))" : uid
            return GraphNode(name: name, uid: uid, title: line(title))
        }
    }

    /// One line of at most 200 characters.
    private static func line(_ text: String) -> String {
        String(text.prefix(400)).split(whereSeparator: \.isNewline).first { !$0.allSatisfy(\.isWhitespace) }
            .map { String($0.prefix(200)) } ?? ""
    }
}
