import Provenance
import Store
import Text

extension PipelineFields {
    private func required(_ name: StaticString, _ value: Int64?) throws(BadPipelineRow) -> Int64 {
        guard let value else { throw BadPipelineRow("'\(name)' is missing: without it nothing can be counted.") }
        return value
    }

    private static func conclusion(_ word: String?) -> RunRecord.Conclusion? {
        switch word?.lowercased() {
        case "success", "passed": .success
        case "failure", "failed", "timed_out", "startup_failure": .failure
        case "cancelled", "canceled", "stale": .cancelled
        case "skipped", "neutral", "action_required", "manual": .skipped
        default: nil
        }
    }

    /// `gh run list --json databaseId,status,conclusion,createdAt,…`.
    func ghRun() throws(BadPipelineRow) -> RunRecord {
        var run = RunRecord(
            repository: try repository(of: text("url")), number: try required("databaseId", count("databaseId")),
            createdAt: try required("createdAt", try time("createdAt", "startedAt")))
        run.name = text("workflowName", "name")
        run.branch = text("headBranch")
        run.commit = text("headSha")
        run.event = text("event")
        run.conclusion = Self.conclusion(text("conclusion"))
        run.startedAt = try time("startedAt")
        // "updatedAt" is the end of a run that has ended.
        if run.conclusion != nil { run.endedAt = try time("updatedAt") }
        return run
    }

    func restRun() throws(BadPipelineRow) -> RunRecord {
        var run = RunRecord(
            repository: try repository(of: text("html_url", "url")), number: try required("id", count("id")),
            createdAt: try required("created_at", try time("created_at")))
        run.name = text("name")
        run.branch = text("head_branch")
        run.commit = text("head_sha")
        run.event = text("event")
        run.conclusion = Self.conclusion(text("conclusion"))
        run.startedAt = try time("run_started_at")
        if run.conclusion != nil { run.endedAt = try time("updated_at") }
        return run
    }

    func gitLabRun() throws(BadPipelineRow) -> RunRecord {
        var run = RunRecord(
            repository: try repository(of: text("web_url")), number: try required("id", count("id")),
            createdAt: try required("created_at", try time("created_at")))
        run.name = text("name")
        run.branch = text("ref")
        run.commit = text("sha")
        run.event = text("source")
        run.conclusion = Self.conclusion(text("status"))
        run.startedAt = try time("started_at")
        if run.conclusion != nil { run.endedAt = try time("finished_at", "updated_at") }
        return run
    }

    /// A draft is public to nobody.
    func release() throws(BadPipelineRow) -> ReleaseRecord? {
        guard let tag = text("tagName", "tag_name") else { throw BadPipelineRow("It names no tag.") }
        if object["isDraft"].bool == true || object["draft"].bool == true { return nil }
        let at = try time("publishedAt", "published_at", "released_at", "createdAt", "created_at")
        var release = ReleaseRecord(
            repository: try repository(of: text("url", "html_url") ?? object["_links"]["self"].string), tag: tag,
            at: try required("publishedAt", at))
        release.isPrerelease = object["isPrerelease"].bool ?? object["prerelease"].bool ?? false
        release.commit = object["commit"]["id"].string
        return release
    }

    func deployment() throws(BadPipelineRow) -> DeploymentRecord {
        guard let sha = text("sha") else { throw BadPipelineRow("It names no commit.") }
        let url = text("url", "repository_url")
        var deployment = DeploymentRecord(
            repository: try repository(of: url), revision: sha,
            at: try required("created_at", try time("updated_at", "created_at")))
        deployment.identity = identity(of: url)
        deployment.environment = text("environment")
        return deployment
    }

    /// Only those that succeeded went live.
    func gitLabDeployment() throws(BadPipelineRow) -> DeploymentRecord? {
        guard text("status") == "success" else { return nil }
        guard let sha = text("sha") else { throw BadPipelineRow("It names no commit.") }
        let url = object["deployable"]["pipeline"]["web_url"].string ?? object["deployable"]["web_url"].string
        var deployment = DeploymentRecord(
            repository: try repository(of: url), revision: sha,
            at: try required("created_at", try time("updated_at", "created_at")))
        deployment.identity = identity(of: url)
        deployment.environment = object["environment"]["name"].string
        return deployment
    }

    /// `GET /incidents`, and the data of a webhook.
    func pagerDuty() throws(BadPipelineRow) -> IncidentRecord {
        guard let id = text("id") ?? object["incident_number"].int.map(String.init) else {
            throw BadPipelineRow("It has no id.")
        }
        var incident = IncidentRecord(
            maker: "pagerduty", makerID: id, startedAt: try required("created_at", try time("created_at")))
        incident.title = text("title", "summary", "description") ?? ""
        incident.service = object["service"]["summary"].string ?? object["service"]["name"].string
        // "P1" where the account has priorities; each has an urgency.
        let urgency = text("urgency").flatMap { $0 == "high" || $0 == "low" ? $0 : nil }
        incident.severity = object["priority"]["summary"].string.flatMap(Self.severity) ?? urgency
        incident.url = text("html_url")
        incident.updatedAt = try time("updated_at", "last_status_change_at")
        incident.resolvedAt = try time("resolved_at")
        if incident.resolvedAt == nil, text("status") == "resolved" {
            incident.resolvedAt = try time("last_status_change_at")
        }
        return try checked(incident)
    }

    /// What Alertmanager sends to a webhook, and what its API lists. The same alert that fires again is another incident.
    func alertmanager() throws(BadPipelineRow) -> IncidentRecord {
        let start = try required("startsAt", try time("startsAt"))
        let labels = object["labels"]
        let name = labels["alertname"].string ?? "alert"
        let print = text("fingerprint") ?? Self.fingerprint(labels)
        var incident = IncidentRecord(maker: "alertmanager", makerID: "\(print)@\(start)", startedAt: start)
        incident.title = object["annotations"]["summary"].string ?? name
        incident.service = labels["service"].string ?? labels["job"].string
        incident.severity = labels["severity"].string.flatMap(Self.severity)
        incident.url = text("generatorURL")
        let status = text("status") ?? object["status"]["state"].string
        // Of an alert that fires, `endsAt` is only when it will be given up.
        if status == "resolved" || status == nil { incident.resolvedAt = try time("endsAt") }
        return try checked(incident)
    }

    private static func fingerprint(_ labels: JSONValue) -> String {
        let text = labels.members.map { "\($0.key)=\($0.value.string ?? "")" }.sorted().joined(separator: "\u{0}")
        return String(SHA256.hash(text).hex(16))
    }

    static func severity(_ word: String) -> String? {
        switch word.lowercased() {
        case "critical", "page", "sev1", "p1", "emergency", "fatal": "critical"
        case "high", "error", "sev2", "p2": "high"
        case "warning", "warn", "medium", "sev3", "p3": "medium"
        case "low", "sev4", "p4": "low"
        case "info", "none", "sev5", "p5": "info"
        default: nil
        }
    }

    private func checked(_ incident: IncidentRecord) throws(BadPipelineRow) -> IncidentRecord {
        if let end = incident.resolvedAt, end < incident.startedAt {
            throw BadPipelineRow("It was over before it began.")
        }
        return incident
    }

    func metric() throws(BadPipelineRow) -> MetricRecord {
        guard let name = text("name") else { throw BadPipelineRow("'name' is empty: a number needs one.") }
        guard let value = object["value"].double, value.isFinite else {
            throw BadPipelineRow("'value' is no number; \(Self.shown(object["value"].source)).")
        }
        return MetricRecord(
            name: name, value: value, unit: text("unit"), repository: text("repository") ?? "",
            at: try required("at", try time("at", "time", "date")))
    }
}
