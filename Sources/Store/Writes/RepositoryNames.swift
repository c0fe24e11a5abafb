import GRDB

/// The names that one repository has had: its first commit before it had a remote, a remote before it moved.
///
/// Each is a link of the kind `repository` with the relation `same as`, from the name it had to the name it has. The links
/// only ever join, so that stores which know different ones come to the same in any order.
struct RepositoryNames {
    let db: Database

    static let relation = "same as"

    /// The best name of those that a name is linked with, near or far: one that nothing else replaced, a remote before a
    /// commit.
    func current(of identity: String) throws -> String {
        try String.fetchOne(
            db.cachedStatement(sql: "\(Self.linked) SELECT name FROM same ORDER BY \(Self.order) LIMIT 1"),
            arguments: [identity]) ?? identity
    }

    func link(_ former: String, to identity: String) throws {
        guard former != identity else { return }
        try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO link (from_kind, from_uid, relation, to_kind, to_uid)
                VALUES ('repository', ?, '\(Self.relation)', 'repository', ?)
                """
        ).execute(arguments: [former, identity])
    }

    /// Brings the rows of former names to the row of the current one.
    func join() throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT identity FROM repository WHERE identity IN (
                    SELECT from_uid FROM link WHERE \(Self.isAlias)
                    UNION SELECT to_uid FROM link WHERE \(Self.isAlias))
                """)
        for row in rows {
            let former: String = row["identity"]
            try move(former, to: current(of: former))
        }
    }

    /// All that is stored under one identity goes to another.
    func move(_ former: String, to identity: String) throws {
        guard former != identity, let old = try id(of: former) else { return }
        let name = identity.split(separator: "/").last.map(String.init) ?? identity
        guard let new = try id(of: identity) else {
            try db.execute(
                sql: "UPDATE repository SET identity = ?2, name = CASE WHEN ?3 THEN name ELSE ?4 END WHERE id = ?1",
                arguments: [old, identity, identity.hasPrefix("root:") || identity.hasPrefix("path:"), name])
            return
        }
        for table in ["session", "turn", "revision"] {
            try db.execute(sql: "UPDATE \(table) SET repository = ? WHERE repository = ?", arguments: [new, old])
        }
        try db.execute(
            sql: """
                UPDATE repository SET directory = coalesce(
                    directory, (SELECT o.directory FROM repository o WHERE o.id = ?1)) WHERE id = ?2
                """, arguments: [old, new])
        try db.execute(sql: "DELETE FROM repository WHERE id = ?", arguments: [old])
    }

    private func id(of identity: String) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM repository WHERE identity = ?"), arguments: [identity])
    }

    static let isAlias = "from_kind = 'repository' AND to_kind = 'repository' AND relation = '\(relation)'"

    private static let linked = """
        WITH RECURSIVE same (name) AS (
            SELECT ?
            UNION SELECT to_uid FROM same JOIN link ON from_uid = name WHERE \(isAlias)
            UNION SELECT from_uid FROM same JOIN link ON to_uid = name WHERE \(isAlias))
        """

    private static let order = """
        EXISTS (SELECT 1 FROM link WHERE from_uid = name AND \(isAlias)),
        name LIKE 'path:%', name LIKE 'root:%', name
        """
}
