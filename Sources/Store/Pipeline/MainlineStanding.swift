import GRDB

/// How far what is known of a repository's main line is up to date.
package struct MainlineStanding: Equatable, Sendable {
    /// When the newest commit or change came.
    package var newest: Int64?
    /// Until when generated lines were followed.
    package var walked: Int64?
    /// First parents that came since; no more than a hundred are counted.
    package var behind = 0
    /// Something generated is known of it.
    package var hasGenerated = false
    /// A host told of its changes.
    package var hasOpened = false
}

extension Store {
    package func mainlineStanding(of repository: String) throws -> MainlineStanding {
        let newest = try pipelineSpan(of: repository)?.last
        let hasGenerated = try firstGenerated(in: repository) != nil
        let walk = try lineWalk(of: repository)
        return try read { db in
            var standing = MainlineStanding(newest: newest, walked: walk?.at, hasGenerated: hasGenerated)
            standing.hasOpened =
                try Bool.fetchOne(
                    db,
                    sql: "SELECT EXISTS (SELECT 1 FROM change WHERE repository = ? AND created_at IS NOT NULL)",
                    arguments: [repository]) ?? false
            if let walk {
                standing.behind =
                    try Int.fetchOne(
                        db,
                        sql: """
                            SELECT count(*) FROM (SELECT 1 FROM mainline
                                WHERE repository = ? AND landed_at > ? AND is_first = 1 LIMIT 100)
                            """, arguments: [repository, walk.at]) ?? 0
            }
            return standing
        }
    }
}
