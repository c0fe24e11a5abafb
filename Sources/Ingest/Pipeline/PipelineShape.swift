import Store
import Text

/// Whose words a row is in.
enum PipelineShape: String {
    case ghChange = "gh pr list"
    case restChange = "GitHub pulls"
    case gitLabChange = "GitLab merge requests"
    case gitLabGraph = "GitLab's GraphQL merge requests"
    case ghRun = "gh run list"
    case restRun = "GitHub workflow runs"
    case gitLabRun = "GitLab pipelines"
    case ghRelease = "gh release list"
    case restRelease = "releases"
    case deployment = "GitHub deployments"
    case gitLabDeployment = "GitLab deployments"
    case pagerDuty = "PagerDuty incidents"
    case alertmanager = "Alertmanager alerts"
    case metric = "metrics"

    /// By the members that the others do not have.
    init?(of value: JSONValue) {
        func has(_ names: StaticString...) -> Bool { names.allSatisfy { value[$0].kind != .missing } }
        if has("startsAt", "labels") {
            self = .alertmanager
        } else if has("incident_number") || (value["type"].equals("incident") && has("created_at")) {
            self = .pagerDuty
        } else if has("iid"), has("source_branch") || has("merged_at") || has("target_branch") {
            self = .gitLabChange
        } else if has("iid"), has("sourceBranch") || has("mergedAt") || has("targetBranch") {
            self = .gitLabGraph
        } else if has("environment", "status"), value["environment"].kind == .object {
            self = .gitLabDeployment
        } else if has("sha", "environment", "created_at") {
            self = .deployment
        } else if has("databaseId"), has("workflowName") || has("conclusion") || has("event") || has("startedAt") {
            self = .ghRun
        } else if has("workflow_id", "run_number") {
            self = .restRun
        } else if has("tagName") {
            self = .ghRelease
        } else if has("tag_name"), has("published_at") || has("released_at") || has("created_at") {
            self = .restRelease
        } else if has("number"), has("createdAt") || has("mergedAt") || has("headRefName") {
            self = .ghChange
        } else if has("number", "created_at") {
            self = .restChange
        } else if has("id", "ref", "sha", "status") {
            self = .gitLabRun
        } else if has("name", "value") {
            self = .metric
        } else {
            return nil
        }
    }

    /// - Returns: `nil` for a row that is none on purpose, such as a draft of a release.
    func row(_ fields: PipelineFields) throws(BadPipelineRow) -> PipelineReading.Row? {
        switch self {
        case .ghChange: try fields.ghChange()
        case .restChange: try fields.restChange()
        case .gitLabChange: try fields.gitLabChange()
        case .gitLabGraph: try fields.gitLabGraph()
        case .ghRun: .init(record: .run(try fields.ghRun()))
        case .restRun: .init(record: .run(try fields.restRun()))
        case .gitLabRun: .init(record: .run(try fields.gitLabRun()))
        case .ghRelease, .restRelease: try fields.release().map { .init(record: .release($0)) }
        case .deployment: .init(record: .deployment(try fields.deployment()))
        case .gitLabDeployment: try fields.gitLabDeployment().map { .init(record: .deployment($0)) }
        case .pagerDuty: .init(record: .incident(try fields.pagerDuty()))
        case .alertmanager: .init(record: .incident(try fields.alertmanager()))
        case .metric: .init(record: .metric(try fields.metric()))
        }
    }
}
