import GRDB
package import Provenance

/// Where a record is seen: its session, its turn and what in it, or the alert itself.
package enum RecordPlace: Equatable, Sendable {
    case session(uid: String)
    case turn(id: Int64, title: String, edit: Int64?, generation: Int64?)
    case alert(id: Int64, title: String)
    /// What has no screen of its own is seen among what it came from and what came from it.
    case node(NodeName)
}

extension Store {
    /// Where a record is seen; `nil` for what belongs to no turn, and for what is gone.
    package func place(of kind: RecordKind, _ id: Int64) throws -> RecordPlace? {
        try read { db in try Self.place(of: kind, id, db) }
    }

    static func place(of kind: RecordKind, _ id: Int64, _ db: Database) throws -> RecordPlace? {
        if kind == .session {
            return try String.fetchOne(db, sql: "SELECT uid FROM session WHERE id = ?", arguments: [id])
                .map { .session(uid: $0) }
        }
        if kind == .alert {
            return try Row.fetchOne(db, sql: "SELECT id, title FROM alert WHERE id = ?", arguments: [id])
                .map { .alert(id: $0["id"], title: $0["title"]) }
        }
        guard let sql = Self.placeQuery(kind),
            let row = try Row.fetchOne(
                db,
                sql:
                    "SELECT t.id AS turn, t.title, q.edit, q.generation FROM (\(sql)) q JOIN turn t ON t.id = q.turn",
                arguments: [id])
        else { return nil }
        return .turn(id: row["turn"], title: row["title"], edit: row["edit"], generation: row["generation"])
    }

    private static func placeQuery(_ kind: RecordKind) -> String? {
        switch kind {
        case .turn: "SELECT id AS turn, NULL AS edit, NULL AS generation FROM turn WHERE id = ?"
        case .prompt: "SELECT turn, NULL AS edit, NULL AS generation FROM prompt WHERE id = ?"
        case .generation: "SELECT turn, NULL AS edit, id AS generation FROM generation WHERE id = ?"
        case .edit:
            """
            SELECT g.turn, e.id AS edit, NULL AS generation FROM edit e JOIN generation g ON g.id = e.generation
            WHERE e.id = ?
            """
        case .finding, .decision:
            """
            SELECT g.turn, f.edit, iif(f.edit IS NULL, g.id, NULL) AS generation FROM \(kind.rawValue) f
            LEFT JOIN edit e ON e.id = f.edit JOIN generation g ON g.id = coalesce(f.generation, e.generation)
            WHERE f.id = ?
            """
        case .session, .segment, .alert: nil
        }
    }
}
