import GRDB
package import Provenance

extension Store {
    /// Keeps an alert with its frames, and who wrote their lines; an alert that is there is answered anew.
    ///
    /// - Parameters:
    ///   - alert: redacted.
    ///   - frames: redacted; those that the alert had go.
    ///   - repository: its identity, where that is known.
    /// - Returns: the row's id.
    package func keep(_ alert: Alert, frames: [AlertFrame], repository: String?) throws -> Int64 {
        try write { db in
            var writer = SightingWriter(db: db)
            try writer.write(.alert(alert))
            guard
                let id = try Int64.fetchOne(db, sql: "SELECT id FROM alert WHERE uid = ?", arguments: [alert.uid.text])
            else { return 0 }
            try Self.write(frames, of: id, repository, &writer, db)
            return id
        }
    }

    /// Keeps what the frames of an alert that is there came to; those that it had go.
    package func keep(_ frames: [AlertFrame], ofAlert id: Int64, repository: String?) throws {
        try write { db in
            let isThere = try Int64.fetchOne(db, sql: "SELECT id FROM alert WHERE id = ?", arguments: [id]) != nil
            guard isThere else { return }
            var writer = SightingWriter(db: db)
            try Self.write(frames, of: id, repository, &writer, db)
        }
    }

    private static func write(
        _ frames: [AlertFrame], of id: Int64, _ repository: String?, _ writer: inout SightingWriter, _ db: Database
    ) throws {
        try db.execute(
            sql: "UPDATE alert SET repository = (SELECT id FROM repository WHERE identity = ?2) WHERE id = ?1",
            arguments: [id, repository])
        try db.execute(sql: "DELETE FROM frame WHERE alert = ?", arguments: [id])
        for frame in frames { try write(frame, of: id, &writer, db) }
    }

    private static func write(
        _ frame: AlertFrame, of alert: Int64, _ writer: inout SightingWriter, _ db: Database
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO frame
                    (alert, exception, depth, type, message, file, line, function, source, is_own)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                alert, frame.exception, frame.depth, frame.type, frame.message, frame.file, frame.line, frame.function,
                frame.source, frame.isOwn,
            ])
        guard let resolution = frame.resolution, db.changesCount > 0 else { return }
        let id = db.lastInsertedRowID
        let path = try resolution.path.map { try writer.pathID($0) }
        try db.cachedStatement(
            sql: """
                INSERT INTO resolution
                    (frame, revision, path, line, level, edit, session, commit_id, evidence, horizon, at)
                VALUES (?, ?, ?, ?, ?, ?, (SELECT id FROM session WHERE uid = ?), ?, ?,
                    coalesce((SELECT max(id) FROM edit), 0), ?)
                """
        ).execute(
            arguments: [
                id, resolution.revision, path, resolution.line, resolution.certainty.rawValue, resolution.edit,
                resolution.session, resolution.commit, resolution.evidence, resolution.at,
            ])
    }

    /// The frames of an alert, the root cause's innermost first.
    package func frames(ofAlert id: Int64) throws -> [AlertFrame] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT f.*, r.level, r.revision, p.text AS path, r.line AS at_line, r.edit, s.uid AS session,
                        r.commit_id, r.evidence, r.horizon, r.at, g.turn, g.model, t.title
                    FROM frame f LEFT JOIN resolution r ON r.frame = f.id LEFT JOIN path p ON p.id = r.path
                    LEFT JOIN session s ON s.id = r.session LEFT JOIN edit e ON e.id = r.edit
                    LEFT JOIN generation g ON g.id = e.generation LEFT JOIN turn t ON t.id = g.turn
                    WHERE f.alert = ? ORDER BY f.exception, f.depth
                    """)
            return try Row.fetchAll(statement, arguments: [id]).map(AlertFrame.init(_:))
        }
    }
}

extension AlertFrame {
    fileprivate init(_ row: Row) {
        self.init(
            exception: row["exception"], depth: row["depth"], file: row["file"], line: row["line"],
            isOwn: row["is_own"])
        type = row["type"]
        message = row["message"]
        function = row["function"]
        source = row["source"]
        guard let level = row["level"] as String?, let certainty = Certainty(rawValue: level) else { return }
        var resolution = FrameResolution(certainty: certainty)
        resolution.revision = row["revision"]
        resolution.path = row["path"]
        resolution.line = row["at_line"]
        resolution.edit = row["edit"]
        resolution.turn = row["turn"]
        resolution.session = row["session"]
        resolution.commit = row["commit_id"]
        resolution.evidence = row["evidence"]
        resolution.horizon = row["horizon"]
        resolution.at = row["at"]
        resolution.model = row["model"]
        resolution.asked = row["title"]
        self.resolution = resolution
    }
}
