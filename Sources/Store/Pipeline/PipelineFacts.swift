/// A change as figures are made from it. Times are Unix milliseconds UTC.
package struct ChangeFact: Equatable, Sendable {
    package var number: Int64
    package var repository: String
    package var state: ChangeRecord.State?
    package var kind: String?
    package var isBot: Bool
    package var createdAt: Int64?
    package var readyAt: Int64?
    package var firstCommitAt: Int64?
    package var firstReviewAt: Int64?
    package var mergedAt: Int64?
    package var closedAt: Int64?
    package var seenAt: Int64?
    package var lines: Int64?
    package var lateCommits: Int64?
    package var hasConflicts: Bool?
    /// The share of it that was generated; `nil` where nobody looked.
    package var generated: Double?

    package init(number: Int64, repository: String = "", isBot: Bool = false) {
        self.number = number
        self.repository = repository
        self.isBot = isBot
    }
}

/// A commit of the main branch as figures are made from it.
package struct CommitFact: Equatable, Sendable {
    /// Its first letters, no fewer than seven.
    package var hash: String
    package var authoredAt: Int64
    package var landedAt: Int64
    package var isMerge: Bool
    package var isFirst: Bool
    package var isBot: Bool
    package var isGenerated: Bool
    /// The commits that it takes back.
    package var reverts: [String]
    /// Files in conflict when the merge is done again; `nil` where it was not.
    package var conflicts: Int64?

    package init(
        hash: String, authoredAt: Int64, landedAt: Int64, isMerge: Bool = false, isFirst: Bool = true,
        isBot: Bool = false, isGenerated: Bool = false, reverts: [String] = [], conflicts: Int64? = nil
    ) {
        self.hash = hash
        self.authoredAt = authoredAt
        self.landedAt = landedAt
        self.isMerge = isMerge
        self.isFirst = isFirst
        self.isBot = isBot
        self.isGenerated = isGenerated
        self.reverts = reverts
        self.conflicts = conflicts
    }
}

/// Something that went live, or a release that stands for it.
package struct ReleaseFact: Equatable, Sendable {
    package var name: String
    package var commit: String?
    package var service: String?
    package var at: Int64
    /// When its commit came to the main line; `nil` where that is not known.
    package var landedAt: Int64?

    package init(name: String, commit: String? = nil, service: String? = nil, at: Int64, landedAt: Int64? = nil) {
        self.name = name
        self.commit = commit
        self.service = service
        self.at = at
        self.landedAt = landedAt
    }
}

package struct IncidentFact: Equatable, Sendable {
    package var title: String
    package var service: String?
    package var cause: String?
    package var startedAt: Int64
    package var resolvedAt: Int64?
    /// When what somebody named as its cause came to the main line.
    package var causeLandedAt: Int64?

    package init(
        title: String, service: String? = nil, cause: String? = nil, startedAt: Int64, resolvedAt: Int64? = nil,
        causeLandedAt: Int64? = nil
    ) {
        self.causeLandedAt = causeLandedAt
        self.title = title
        self.service = service
        self.cause = cause
        self.startedAt = startedAt
        self.resolvedAt = resolvedAt
    }
}

/// An alert whose trace came to a commit.
package struct TracedFact: Equatable, Sendable {
    package var service: String?
    package var at: Int64
    /// When the suspect was told.
    package var tracedAt: Int64
    package var commit: String?
    /// When that commit came to the main line.
    package var landedAt: Int64?

    package init(service: String? = nil, at: Int64, tracedAt: Int64, commit: String? = nil, landedAt: Int64? = nil) {
        self.service = service
        self.at = at
        self.tracedAt = tracedAt
        self.commit = commit
        self.landedAt = landedAt
    }
}

package struct RunFact: Equatable, Sendable {
    package var conclusion: RunRecord.Conclusion?
    package var createdAt: Int64
    package var startedAt: Int64?
    package var endedAt: Int64?
}

/// What was generated in a stretch of time, added up.
package struct UsageFact: Equatable, Sendable {
    package var day: Int64
    package var agent: String
    package var model: String
    package var generations: Int64 = 0
    package var counted: Int64 = 0
    package var inputTokens: Int64 = 0
    package var cacheReadTokens: Int64 = 0
    package var cacheWriteTokens: Int64 = 0
    package var outputTokens: Int64 = 0
    package var edits: Int64 = 0
    package var kept: Int64 = 0
    package var refused: Int64 = 0
    package var added: Int64 = 0
    package var findings: Int64 = 0

    package init(day: Int64, agent: String, model: String) {
        self.day = day
        self.agent = agent
        self.model = model
    }
}
