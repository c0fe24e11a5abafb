/// What a host, an alarm system or a table says of the pipeline. Times are Unix milliseconds UTC.
package enum PipelineRecord: Equatable, Sendable {
    case change(ChangeRecord)
    case run(RunRecord)
    case release(ReleaseRecord)
    case deployment(DeploymentRecord)
    case incident(IncidentRecord)
    case metric(MetricRecord)
}

/// A pull or merge request.
package struct ChangeRecord: Equatable, Sendable {
    package enum State: String, Sendable { case open, merged, closed }
    /// Who says how much of it was generated.
    package enum Witness: String, Sendable { case record, session, note, trailer, nothing }

    /// `owner/name` on its host.
    package var repository: String
    package var number: Int64
    package var url: String?
    package var title: String?
    package var state: State?
    package var isDraft: Bool?
    package var isBot: Bool?
    /// `fix`, `feat`, …; see ``ChangeKind``.
    package var kind: String?
    package var labels: [String] = []
    package var headRef: String?
    package var baseRef: String?
    package var head: String?
    package var mergeCommit: String?
    package var createdAt: Int64?
    package var readyAt: Int64?
    package var firstCommitAt: Int64?
    package var firstReviewAt: Int64?
    package var mergedAt: Int64?
    package var closedAt: Int64?
    package var updatedAt: Int64?
    package var added: Int64?
    package var removed: Int64?
    package var files: Int64?
    package var commits: Int64?
    package var lateCommits: Int64?
    package var hasConflicts: Bool?
    package var generated: Double?
    package var generatedBy: Witness?

    package init(repository: String, number: Int64) {
        self.repository = repository
        self.number = number
    }
}

/// A run of a repository's checks.
package struct RunRecord: Equatable, Sendable {
    package enum Conclusion: String, Sendable { case success, failure, cancelled, skipped }

    package var repository: String
    package var number: Int64
    package var name: String?
    package var branch: String?
    package var commit: String?
    package var event: String?
    package var conclusion: Conclusion?
    package var createdAt: Int64
    package var startedAt: Int64?
    package var endedAt: Int64?

    package init(repository: String, number: Int64, createdAt: Int64) {
        self.repository = repository
        self.number = number
        self.createdAt = createdAt
    }
}

package struct ReleaseRecord: Equatable, Sendable {
    package enum Source: String, Sendable { case tag, `import` }

    package var repository: String
    package var tag: String
    package var commit: String?
    package var at: Int64
    package var isPrerelease = false
    package var source: Source

    package init(repository: String, tag: String, commit: String? = nil, at: Int64, source: Source = .import) {
        self.repository = repository
        self.tag = tag
        self.commit = commit
        self.at = at
        self.source = source
    }
}

package struct DeploymentRecord: Equatable, Sendable {
    package var repository: String
    /// The repository's identity, where its host is known.
    package var identity: String?
    package var revision: String
    package var environment: String?
    package var service: String?
    package var version: String?
    package var at: Int64

    package init(repository: String, revision: String, at: Int64) {
        self.repository = repository
        self.revision = revision
        self.at = at
    }
}

package struct IncidentRecord: Equatable, Sendable {
    package var maker: String
    package var makerID: String
    package var repository: String?
    package var title = ""
    package var service: String?
    /// A word of `Severity`.
    package var severity: String?
    package var cause: String?
    package var url: String?
    package var startedAt: Int64
    package var resolvedAt: Int64?
    package var updatedAt: Int64?

    package init(maker: String, makerID: String, startedAt: Int64) {
        self.maker = maker
        self.makerID = makerID
        self.startedAt = startedAt
    }
}

package struct MetricRecord: Equatable, Sendable {
    package var name: String
    package var value: Double
    package var unit: String?
    /// Empty for all.
    package var repository: String
    package var at: Int64

    package init(name: String, value: Double, unit: String? = nil, repository: String = "", at: Int64) {
        self.name = name
        self.value = value
        self.unit = unit
        self.repository = repository
        self.at = at
    }
}
