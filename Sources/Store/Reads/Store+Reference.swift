import GRDB
package import Provenance

/// A record that another one refers to.
package struct Reference: Equatable, Sendable {
    package var uid: UID
    /// The session that it belongs to, of a generation or an edit.
    package var session: UID?
    /// The folders that the session's paths are relative to.
    package var folders: [String] = []

    package init(uid: UID, session: UID? = nil) {
        self.uid = uid
        self.session = session
    }
}

extension Store {
    /// The first of these uids that is there.
    package func reference(to kind: RecordKind, anyOf uids: [UID]) throws -> Reference? {
        try read { db in
            let statement = try db.cachedStatement(sql: Self.lookUp(kind))
            for uid in uids {
                guard let row = try Row.fetchOne(statement, arguments: [uid.text]) else { continue }
                var reference = Reference(uid: uid)
                guard kind == .generation || kind == .edit else { return reference }
                reference.session = (row["session_uid"] as String?).map(UID.init(text:))
                reference.folders = [row["root"] as String?, row["directory"] as String?].compactMap { $0 }
                return reference
            }
            return nil
        }
    }

    private static func lookUp(_ kind: RecordKind) -> String {
        let session = """
            SELECT s.uid AS session_uid, s.directory AS directory, r.directory AS root
            FROM session s LEFT JOIN repository r ON r.id = s.repository JOIN generation g ON g.session = s.id
            """
        return switch kind {
        case .generation: "\(session) WHERE g.uid = ?"
        case .edit: "\(session) JOIN edit e ON e.generation = g.id WHERE e.uid = ?"
        default: "SELECT 1 FROM \(kind.rawValue) WHERE uid = ?"
        }
    }
}
