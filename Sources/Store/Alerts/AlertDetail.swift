import GRDB
import Provenance

/// One alert in full: what was said, and which of its frames are known.
package struct AlertDetail: Equatable, Sendable {
    package var alert: AlertRow
    /// What came with it: a trace, a payload, or the story that was told of it.
    package var text: String?
    package var repository: RepositoryPlace?
    /// The root cause's innermost first; none where it was never traced.
    package var frames: [AlertFrame]

    package init(
        alert: AlertRow, text: String? = nil, repository: RepositoryPlace? = nil, frames: [AlertFrame] = []
    ) {
        self.alert = alert
        self.text = text
        self.repository = repository
        self.frames = frames
    }
}

extension Store {
    /// One alert in full; `nil` where it is gone.
    package func alert(_ id: Int64) throws -> AlertDetail? {
        let detail = try read { db -> AlertDetail? in
            guard
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT a.*, b.text, r.identity, r.name, r.directory FROM alert a
                        LEFT JOIN body b ON b.id = a.body LEFT JOIN repository r ON r.id = a.repository
                        WHERE a.id = ?
                        """, arguments: [id])
            else { return nil }
            var detail = AlertDetail(alert: AlertRow(row: row), text: row["text"])
            if let identity = row["identity"] as String? {
                detail.repository = RepositoryPlace(
                    identity: identity, name: row["name"] ?? "", directory: row["directory"])
            }
            return detail
        }
        guard var detail else { return nil }
        detail.frames = try frames(ofAlert: id)
        return detail
    }

    /// The alert that a turn has to do with: of several that whose line the edit wrote, then the latest.
    ///
    /// - Parameter edit: the row's id of the edit that is meant.
    package func alert(ofTurn turn: Int64, edit: Int64? = nil) throws -> Int64? {
        let byFrame = try read { db in
            try Int64.fetchOne(
                db,
                sql: """
                    SELECT a.id FROM generation g JOIN edit e ON e.generation = g.id JOIN resolution r ON r.edit = e.id
                    JOIN frame f ON f.id = r.frame JOIN alert a ON a.id = f.alert
                    WHERE g.turn = ?1 ORDER BY r.edit IS ?2 DESC, a.at DESC, a.id DESC LIMIT 1
                    """, arguments: [turn, edit])
        }
        if let byFrame { return byFrame }
        let links = try self.turn(turn)?.linked ?? []
        for link in links where link.hasPrefix("alert:") {
            if case .one(_, let id, _) = try find(.alert, String(link.dropFirst("alert:".count))) { return id }
        }
        return nil
    }
}
