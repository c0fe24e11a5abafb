import GRDB

// What hosts and alarm systems told of the pipeline. What is read from git is not taken: who has the clone reads it again.
extension RowTaker {
    private var hasPipeline: Bool {
        get throws { try source.tableExists("mainline") }
    }

    /// Of changes that are told twice the later word is not known by the column, so every rule is one whose order does not
    /// matter: what is open becomes merged, what was counted only grows.
    private static let changeRules: KeyValuePairs<String, JoinRule> = [
        "url": .least, "title": .longest, "state": .ranked(["open", "closed", "merged"]), "is_draft": .least,
        "is_bot": .greatest, "kind": .least, "labels": .longest, "head_ref": .least, "base_ref": .least,
        "head": .greatest, "merge_commit": .least, "created_at": .least, "ready_at": .least, "first_commit_at": .least,
        "first_review_at": .least, "merged_at": .least, "closed_at": .greatest, "updated_at": .greatest,
        "seen_at": .greatest, "added": .greatest, "removed": .greatest, "files": .greatest, "commits": .greatest,
        "late_commits": .greatest, "has_conflicts": .greatest,
    ]

    func takeChanges() throws {
        guard try hasPipeline else {
            return try take("SELECT * FROM change ORDER BY id") { row, db in
                try db.cachedStatement(
                    sql: """
                        INSERT INTO change (repository, number, url) VALUES (?, ?, ?)
                        ON CONFLICT (repository, number) DO UPDATE SET
                            url = coalesce(min(url, excluded.url), url, excluded.url)
                        """
                ).execute(arguments: [row.raw("repository"), row.raw("number"), row.raw("url")])
            }
        }
        try take("SELECT * FROM change ORDER BY id") { row, db in
            try db.cachedStatement(
                sql: "INSERT INTO change (repository, number) VALUES (?, ?) ON CONFLICT (repository, number) DO NOTHING"
            ).execute(arguments: [row.raw("repository"), row.raw("number")])
            guard let known = try keyed("change", ["repository", "number"], row, db) else { return }
            try join("change", known, row, Self.changeRules, cleaning: ["title", "labels", "head_ref"], db)
            try takeShare(of: row, to: known, db)
        }
        try takeRuns()
        try takeReleases()
        try takeIncidents()
        try takeMetrics()
    }

    /// How much of a change was generated, and who says so, belong together: the better witness, then the higher share.
    private func takeShare(of row: SourceRow, to known: Row, _ db: Database) throws {
        let ranks = ["nothing", "session", "trailer", "note", "record"]
        func worth(_ witness: DatabaseValue, _ share: DatabaseValue) -> (Int, Double) {
            (
                String.fromDatabaseValue(witness).flatMap(ranks.firstIndex(of:)) ?? -1,
                Double.fromDatabaseValue(share) ?? -1
            )
        }
        let theirs = worth(row["generated_by"], row["generated"])
        guard theirs > worth(known["generated_by"], known["generated"]) else { return }
        try db.cachedStatement(sql: "UPDATE change SET generated = ?, generated_by = ? WHERE id = ?").execute(
            arguments: [row.raw("generated"), row.raw("generated_by"), known["id"] as DatabaseValue])
    }

    /// The row here that has the values of these columns.
    private func keyed(_ table: String, _ columns: [String], _ row: SourceRow, _ db: Database) throws -> Row? {
        let condition = columns.map { "\($0) = ?" }.joined(separator: " AND ")
        return try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM \(table) WHERE \(condition)"),
            arguments: StatementArguments(columns.map { row[$0] }))
    }

    private func takeRuns() throws {
        try take("SELECT * FROM run ORDER BY id") { row, db in
            guard let known = try keyed("run", ["repository", "number"], row, db) else {
                return try insert(
                    "run",
                    [
                        "repository": row.raw("repository"), "number": row.raw("number"), "name": clean(row["name"]),
                        "branch": clean(row["branch"]), "commit_id": row.raw("commit_id"), "event": row.raw("event"),
                        "conclusion": row.raw("conclusion"), "created_at": row.raw("created_at"),
                        "started_at": row.raw("started_at"), "ended_at": row.raw("ended_at"),
                    ], db)
            }
            // A run that was made to run again ended as it did the last time.
            try join(
                "run", known, row,
                [
                    "name": .least, "branch": .least, "commit_id": .least, "event": .least,
                    "conclusion": .ranked(["skipped", "cancelled", "failure", "success"]), "created_at": .least,
                    "started_at": .greatest, "ended_at": .greatest,
                ], cleaning: ["name", "branch"], db)
        }
    }

    private func takeReleases() throws {
        try take("SELECT * FROM release ORDER BY id") { row, db in
            guard let known = try keyed("release", ["repository", "tag"], row, db) else {
                return try insert(
                    "release",
                    [
                        "repository": row.raw("repository"), "tag": row.raw("tag"),
                        "commit_id": row.raw("commit_id"), "at": row.raw("at"),
                        "is_prerelease": row.raw("is_prerelease"), "source": row.raw("source"),
                    ], db)
            }
            // What a host says is better than a tag alone; of two hosts' words the later moment.
            let ours = (known["source"] as String == "import" ? 1 : 0, known["at"] as Int64)
            let theirs = (
                String.fromDatabaseValue(row["source"]) == "import" ? 1 : 0, Int64.fromDatabaseValue(row["at"]) ?? 0
            )
            try join("release", known, row, ["commit_id": .least], db)
            if theirs.0 == ours.0 {
                try join("release", known, row, ["at": .greatest, "is_prerelease": .greatest], db)
            } else if theirs.0 > ours.0 {
                try db.cachedStatement(sql: "UPDATE release SET at = ?, is_prerelease = ?, source = ? WHERE id = ?")
                    .execute(arguments: [
                        row.raw("at"), row.raw("is_prerelease"), row.raw("source"), known["id"] as DatabaseValue,
                    ])
            }
        }
    }

    private func takeIncidents() throws {
        try take("SELECT * FROM incident ORDER BY id") { row, db in
            guard let id = try id("incident", row["uid"], db) else {
                return try insert(
                    "incident",
                    [
                        "uid": row.raw("uid"), "maker": row.raw("maker"), "maker_id": row.raw("maker_id"),
                        "repository": row.raw("repository"), "title": clean(row["title"]),
                        "service": row.raw("service"), "severity": row.raw("severity"), "cause": clean(row["cause"]),
                        "url": clean(row["url"]), "started_at": row.raw("started_at"),
                        "resolved_at": row.raw("resolved_at"), "updated_at": row.raw("updated_at"),
                    ], db)
            }
            try join(
                "incident", try self.row("incident", id, db), row,
                [
                    "repository": .least, "title": .longest, "service": .least, "severity": .least, "cause": .least,
                    "url": .least, "started_at": .least, "resolved_at": .greatest, "updated_at": .greatest,
                ], cleaning: ["title", "cause", "url"], db)
        }
    }

    private func takeMetrics() throws {
        try take("SELECT * FROM metric ORDER BY id") { row, db in
            guard let known = try keyed("metric", ["name", "repository", "at"], row, db) else {
                return try insert(
                    "metric",
                    [
                        "name": row.raw("name"), "repository": row.raw("repository"), "value": row.raw("value"),
                        "unit": row.raw("unit"), "at": row.raw("at"),
                    ], db)
            }
            // Of two values for one moment neither says which is newer: always the same one stands.
            try db.cachedStatement(
                sql: "UPDATE metric SET value = max(value, ?1), unit = coalesce(min(unit, ?2), unit, ?2) WHERE id = ?3"
            ).execute(arguments: [row.raw("value"), row.raw("unit"), known["id"] as DatabaseValue])
        }
    }
}
