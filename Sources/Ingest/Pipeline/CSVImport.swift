import Store
import Text

/// A table with a header: what its rows are shows by the columns.
struct CSVImport {
    let reader: PipelineReader

    private enum Table: String {
        case changes = "a table of changes"
        case incidents = "a table of incidents"
        case releases = "a table of releases"
        case deployments = "a table of deployments"
        case runs = "a table of runs"
        case metrics = "a table of metrics"
    }

    /// Columns by the names that other tools give them.
    private static let names = [
        "pr": "number", "pull_request": "number", "merge_request": "number", "iid": "number", "opened_at": "created_at",
        "created": "created_at", "opened": "created_at", "merged": "merged_at", "closed": "closed_at",
        "first_review": "first_review_at", "first_commit": "first_commit_at", "additions": "added",
        "deletions": "removed", "changed_files": "files", "started": "started_at", "start": "started_at",
        "resolved": "resolved_at", "end": "resolved_at", "ended_at": "resolved_at", "caused_by": "cause",
        "tag_name": "tag", "version": "tag", "published_at": "at", "date": "at", "time": "at", "deployed_at": "at",
        "timestamp": "at", "sha": "revision", "commit": "revision", "metric": "name", "repo": "repository",
    ]

    func read(_ bytes: UnsafeRawBufferPointer, name: String) throws(PipelineFileError) -> PipelineReading {
        var rows = CSVRows(bytes)
        guard let header = rows.next() else {
            throw PipelineFileError("'\(name)' is empty: there is nothing to import.")
        }
        let columns = header.fields.map { field in
            let name = field.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 }
            return Self.names[String(name)] ?? String(name)
        }
        guard let table = Self.table(columns) else {
            let shown = header.fields.prefix(8).map { Visible.text(String($0.prefix(40))) }.joined(separator: ", ")
            throw PipelineFileError(
                """
                '\(name)' is neither JSON nor a table that is known: its first line is '\(shown)'. Tables have a header \
                with number and created_at (changes), started_at (incidents), tag and at (releases), revision and at \
                (deployments), or name, value and at (metrics).
                """)
        }
        var reading = PipelineReading()
        reading.shapes = [table.rawValue]
        for (line, fields) in rows {
            var row: [String: String] = [:]
            for (column, field) in zip(columns, fields) where !field.isEmpty { row[column] = field }
            do {
                reading.rows.append(.init(record: try record(table, Row(values: row, line: line))))
            } catch let bad as BadPipelineRow {
                reading.bad.append(.init(line: line, reason: bad.reason))
            } catch {}
        }
        return reading
    }

    private static func table(_ columns: [String]) -> Table? {
        func has(_ names: String...) -> Bool { names.allSatisfy(columns.contains) }
        if has("name", "value") { return .metrics }
        if has("number"), has("created_at") || has("merged_at") { return .changes }
        if has("started_at"), !has("revision") { return .incidents }
        if has("revision", "at") { return .deployments }
        if has("tag", "at") { return .releases }
        return nil
    }

    private struct Row {
        var values: [String: String]
        var line: Int

        func time(_ name: String) throws(BadPipelineRow) -> Int64? {
            guard let text = values[name] else { return nil }
            return try PipelineTime.of(text: text, name)
        }

        func required(_ name: String) throws(BadPipelineRow) -> Int64 {
            guard let time = try time(name) else { throw BadPipelineRow("'\(name)' is empty.") }
            return time
        }

        func count(_ name: String) throws(BadPipelineRow) -> Int64? {
            guard let text = values[name] else { return nil }
            guard let number = Int64(text), number >= 0 else {
                throw BadPipelineRow("'\(name)' is no whole number; \(PipelineFields.shown(text)).")
            }
            return number
        }
    }

    private func repository(_ row: Row) throws(BadPipelineRow) -> String {
        if let name = row.values["repository"] { return name }
        if let url = row.values["url"], let found = PipelineFields.repository(inURL: url) { return found.name }
        if let repository = reader.repository { return repository }
        throw BadPipelineRow("It does not say of which repository it is: name it with --repository owner/name.")
    }

    private func record(_ table: Table, _ row: Row) throws(BadPipelineRow) -> PipelineRecord {
        switch table {
        case .changes: return .change(try change(row))
        case .incidents: return .incident(try incident(row))
        case .releases:
            guard let tag = row.values["tag"] else { throw BadPipelineRow("'tag' is empty.") }
            return .release(ReleaseRecord(repository: try repository(row), tag: tag, at: try row.required("at")))
        case .deployments, .runs:
            guard let revision = row.values["revision"] else { throw BadPipelineRow("'revision' is empty.") }
            var deployment = DeploymentRecord(
                repository: try repository(row), revision: revision, at: try row.required("at"))
            deployment.identity = reader.host.map { "\($0)/\(deployment.repository)" }
            deployment.environment = row.values["environment"]
            deployment.service = row.values["service"]
            deployment.version = row.values["tag"]
            return .deployment(deployment)
        case .metrics:
            guard let name = row.values["name"] else { throw BadPipelineRow("'name' is empty.") }
            let text = row.values["value"] ?? ""
            guard let value = Double(text), value.isFinite else {
                throw BadPipelineRow("'value' is no number; \(PipelineFields.shown(text)).")
            }
            return .metric(
                MetricRecord(
                    name: name, value: value, unit: row.values["unit"], repository: row.values["repository"] ?? "",
                    at: try row.required("at")))
        }
    }

    private func change(_ row: Row) throws(BadPipelineRow) -> ChangeRecord {
        guard let number = try row.count("number"), number > 0 else { throw BadPipelineRow("'number' is empty.") }
        var change = ChangeRecord(repository: try repository(row), number: number)
        change.url = row.values["url"]
        change.title = row.values["title"]
        change.createdAt = try row.time("created_at")
        change.readyAt = try row.time("ready_at")
        change.firstCommitAt = try row.time("first_commit_at")
        change.firstReviewAt = try row.time("first_review_at")
        change.mergedAt = try row.time("merged_at")
        change.closedAt = try row.time("closed_at")
        change.added = try row.count("added")
        change.removed = try row.count("removed")
        change.files = try row.count("files")
        change.commits = try row.count("commits")
        change.headRef = row.values["branch"]
        change.labels = row.values["labels"]?.split(separator: ",").map(String.init) ?? []
        change.kind = ChangeKind.of(title: change.title, labels: change.labels)
        change.state = change.mergedAt != nil ? .merged : change.closedAt != nil ? .closed : .open
        if let created = change.createdAt, let merged = change.mergedAt, merged < created {
            throw BadPipelineRow("It was merged before it was opened.")
        }
        if change.createdAt == nil, change.mergedAt == nil { throw BadPipelineRow("It has no time at all.") }
        return change
    }

    private func incident(_ row: Row) throws(BadPipelineRow) -> IncidentRecord {
        let start = try row.required("started_at")
        let title = row.values["title"] ?? row.values["name"] ?? ""
        var incident = IncidentRecord(maker: "csv", makerID: row.values["id"] ?? "\(title)@\(start)", startedAt: start)
        incident.title = title
        incident.repository = row.values["repository"] ?? reader.repository
        incident.service = row.values["service"]
        incident.severity = row.values["severity"].flatMap(PipelineFields.severity)
        incident.cause = row.values["cause"]
        incident.resolvedAt = try row.time("resolved_at")
        if let end = incident.resolvedAt, end < start { throw BadPipelineRow("It was over before it began.") }
        return incident
    }
}
