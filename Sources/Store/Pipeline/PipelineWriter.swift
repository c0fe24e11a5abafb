import GRDB
import Provenance
import Text

/// Writes what is told of the pipeline; the same told twice is one row, and a later telling completes an earlier.
struct PipelineWriter {
    let db: Database
    /// When it is told.
    let now: Int64

    enum Outcome: Equatable { case new, known }

    func write(_ record: PipelineRecord) throws -> Outcome {
        switch record {
        case .change(let change): try write(change)
        case .run(let run): try write(run)
        case .release(let release): try write(release)
        case .deployment(let deployment): try write(deployment)
        case .incident(let incident): try write(incident)
        case .metric(let metric): try write(metric)
        }
    }

    private func isKnown(_ sql: String, _ arguments: StatementArguments) throws -> Bool {
        try Bool.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (\(sql))"), arguments: arguments) ?? false
    }

    /// A telling that is older than what is there only fills in what is not known.
    private func write(_ change: ChangeRecord) throws -> Outcome {
        let isKnown = try isKnown(
            "SELECT 1 FROM change WHERE repository = ? AND number = ?", [change.repository, change.number])
        try db.cachedStatement(sql: Self.changeSQL).execute(arguments: [
            change.repository, change.number, change.url, change.title, change.state?.rawValue, change.isDraft,
            change.isBot, change.kind, change.labels.isEmpty ? nil : change.labels.joined(separator: ","),
            change.headRef, change.baseRef, change.head, change.mergeCommit, change.createdAt, change.readyAt,
            change.firstCommitAt, change.firstReviewAt, change.mergedAt, change.closedAt, change.updatedAt, now,
            change.added, change.removed, change.files, change.commits, change.lateCommits, change.hasConflicts,
            change.generated, change.generatedBy?.rawValue,
        ])
        return isKnown ? .known : .new
    }

    private static let changeColumns = [
        "url", "title", "state", "is_draft", "is_bot", "kind", "labels", "head_ref", "base_ref", "head", "merge_commit",
        "created_at", "ready_at", "first_commit_at", "first_review_at", "merged_at", "closed_at", "updated_at",
        "seen_at",
        "added", "removed", "files", "commits", "late_commits", "has_conflicts", "generated", "generated_by",
    ]

    private static let changeSQL = {
        let isOlder = "excluded.updated_at < updated_at OR (state = 'merged' AND excluded.updated_at IS NULL)"
        let updates = changeColumns.map { column in
            switch column {
            case "seen_at": "seen_at = max(coalesce(seen_at, 0), excluded.seen_at)"
            case "updated_at":
                "updated_at = max(coalesce(updated_at, excluded.updated_at), coalesce(excluded.updated_at, updated_at))"
            // Only what looked for it knows better than what did not.
            case "generated", "generated_by":
                """
                \(column) = CASE WHEN excluded.generated_by IS NULL
                    OR (excluded.generated_by = 'nothing' AND generated_by IS NOT NULL)
                    OR (generated_by = 'record' AND excluded.generated_by <> 'record')
                    THEN \(column) ELSE excluded.\(column) END
                """
            default:
                """
                \(column) = CASE WHEN \(isOlder) THEN coalesce(\(column), excluded.\(column))
                    ELSE coalesce(excluded.\(column), \(column)) END
                """
            }
        }
        return """
            INSERT INTO change (repository, number, \(changeColumns.joined(separator: ", ")))
            VALUES (\(Array(repeating: "?", count: changeColumns.count + 2).joined(separator: ", ")))
            ON CONFLICT (repository, number) DO UPDATE SET \(updates.joined(separator: ", "))
            """
    }()

    private func write(_ run: RunRecord) throws -> Outcome {
        let isKnown = try isKnown(
            "SELECT 1 FROM run WHERE repository = ? AND number = ?", [run.repository, run.number])
        try db.cachedStatement(
            sql: """
                INSERT INTO run (repository, number, name, branch, commit_id, event, conclusion, created_at, started_at,
                    ended_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (repository, number) DO UPDATE SET name = coalesce(excluded.name, name),
                    branch = coalesce(excluded.branch, branch), commit_id = coalesce(excluded.commit_id, commit_id),
                    event = coalesce(excluded.event, event), conclusion = coalesce(excluded.conclusion, conclusion),
                    started_at = coalesce(excluded.started_at, started_at),
                    ended_at = coalesce(excluded.ended_at, ended_at)
                """
        ).execute(arguments: [
            run.repository, run.number, run.name, run.branch, run.commit, run.event, run.conclusion?.rawValue,
            run.createdAt, run.startedAt, run.endedAt,
        ])
        return isKnown ? .known : .new
    }

    /// What a host says of a release is better than its tag alone.
    func write(_ release: ReleaseRecord) throws -> Outcome {
        let isKnown = try isKnown(
            "SELECT 1 FROM release WHERE repository = ? AND tag = ?", [release.repository, release.tag])
        try db.cachedStatement(
            sql: """
                INSERT INTO release (repository, tag, commit_id, at, is_prerelease, source) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (repository, tag) DO UPDATE SET commit_id = coalesce(excluded.commit_id, commit_id),
                    at = CASE WHEN source = 'import' AND excluded.source = 'tag' THEN at ELSE excluded.at END,
                    is_prerelease = CASE WHEN source = 'import' AND excluded.source = 'tag'
                        THEN is_prerelease ELSE excluded.is_prerelease END,
                    source = CASE WHEN source = 'import' THEN source ELSE excluded.source END
                """
        ).execute(arguments: [
            release.repository, release.tag, release.commit, release.at, release.isPrerelease, release.source.rawValue,
        ])
        return isKnown ? .known : .new
    }

    private func write(_ deployment: DeploymentRecord) throws -> Outcome {
        let parts = [
            deployment.repository, deployment.revision, deployment.service ?? "", deployment.environment ?? "",
            String(deployment.at),
        ]
        let uid = String(SHA256.hash("deployment\u{0}" + parts.joined(separator: "\u{0}")).hex(24))
        let isKnown = try isKnown("SELECT 1 FROM deployment WHERE uid = ?", [uid])
        try db.cachedStatement(
            sql: """
                INSERT INTO deployment (uid, repository, revision, version, service, environment, at)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO NOTHING
                """
        ).execute(arguments: [
            uid, try repositoryID(deployment), deployment.revision, deployment.version, deployment.service,
            deployment.environment, deployment.at,
        ])
        return isKnown ? .known : .new
    }

    /// The row of the repository: that of its identity, else one whose host is not known.
    private func repositoryID(_ deployment: DeploymentRecord) throws -> Int64? {
        let known = try Int64.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT id FROM repository WHERE identity = ?1 OR (?1 IS NULL AND substr(identity, -length(?2) - 1) = '/' || ?2)
                    ORDER BY id LIMIT 1
                    """), arguments: [deployment.identity, deployment.repository])
        if let known { return known }
        let name = deployment.repository.split(separator: "/").last.map(String.init) ?? deployment.repository
        return try Int64.fetchOne(
            db.cachedStatement(
                sql: """
                    INSERT INTO repository (identity, name) VALUES (?, ?)
                    ON CONFLICT (identity) DO UPDATE SET name = name RETURNING id
                    """), arguments: [deployment.identity ?? deployment.repository, name])
    }

    private func write(_ incident: IncidentRecord) throws -> Outcome {
        let uid = String(SHA256.hash("incident\u{0}\(incident.maker)\u{0}\(incident.makerID)").hex(24))
        let isKnown = try isKnown("SELECT 1 FROM incident WHERE uid = ?", [uid])
        try db.cachedStatement(
            sql: """
                INSERT INTO incident (uid, maker, maker_id, repository, title, service, severity, cause, url, started_at,
                    resolved_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (uid) DO UPDATE SET repository = coalesce(excluded.repository, repository),
                    title = CASE excluded.title WHEN '' THEN title ELSE excluded.title END,
                    service = coalesce(excluded.service, service), severity = coalesce(excluded.severity, severity),
                    cause = coalesce(excluded.cause, cause), url = coalesce(excluded.url, url),
                    started_at = min(started_at, excluded.started_at),
                    resolved_at = CASE WHEN excluded.updated_at < updated_at
                        THEN coalesce(resolved_at, excluded.resolved_at)
                        ELSE coalesce(excluded.resolved_at, resolved_at) END,
                    updated_at = max(coalesce(updated_at, excluded.updated_at), coalesce(excluded.updated_at, updated_at))
                """
        ).execute(arguments: [
            uid, incident.maker, incident.makerID, incident.repository, incident.title, incident.service,
            incident.severity, incident.cause, incident.url, incident.startedAt, incident.resolvedAt,
            incident.updatedAt,
        ])
        return isKnown ? .known : .new
    }

    private func write(_ metric: MetricRecord) throws -> Outcome {
        let isKnown = try isKnown(
            "SELECT 1 FROM metric WHERE name = ? AND repository = ? AND at = ?",
            [metric.name, metric.repository, metric.at])
        try db.cachedStatement(
            sql: """
                INSERT INTO metric (name, repository, value, unit, at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (name, repository, at) DO UPDATE SET value = excluded.value,
                    unit = coalesce(excluded.unit, unit)
                """
        ).execute(arguments: [metric.name, metric.repository, metric.value, metric.unit, metric.at])
        return isKnown ? .known : .new
    }
}
