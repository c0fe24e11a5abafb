package import Metrics
package import Store

/// Reads from a store what the pipeline's figures are made from.
package struct PipelineStats: Sendable {
    private(set) var store: Store
    /// `owner/name`; `nil` for all.
    package var repository: String?
    /// Unix milliseconds UTC.
    package var now: Int64
    /// By how much the clock whose days are meant is ahead of UTC, in milliseconds.
    package var offset: Int64

    package init(store: Store, repository: String?, now: Int64, offset: Int64 = 0) {
        self.store = store
        self.repository = repository
        self.now = now
        self.offset = offset
    }

    /// What went live up to so long before a period may still fail in it.
    private static let lead: Int64 = 60 * 86_400_000

    /// - Parameter metrics: which figures are wanted: what the others need is not read.
    package func facts(
        from: Int64, to: Int64, for metrics: Set<PipelineMetric> = Set(PipelineMetric.allCases)
    ) throws -> PipelineFacts {
        let scope = PipelineScope(repository: repository, from: from, to: to)
        var facts = PipelineFacts(scope: scope, now: now)
        func wants(_ some: PipelineMetric...) -> Bool { some.contains { metrics.contains($0) } }
        let wide = PipelineScope(repository: repository, from: from - Self.lead, to: now)
        if wants(.commits, .reverted, .conflicts) {
            facts.commits = try store.commits(
                in: scope, isMerge: wants(.commits, .reverted) ? nil : true)
        }
        // What merges say of conflicts goes before what hosts say of changes.
        let isReplayed = facts.commits.contains { $0.isMerge && $0.conflicts != nil }
        if metrics.contains(where: { $0.isOfChanges && $0 != .conflicts }) || wants(.generatedChanges)
            || (wants(.conflicts) && !isReplayed)
        {
            facts.changes = try store.changes(in: scope)
        }
        let isOfReleases = wants(
            .deployments, .failRate, .recoveryTime, .reworkRate, .failedReleases, .deployTime, .leadTime)
        if isOfReleases {
            facts.deployments = try store.deployments(in: wide)
            facts.releases = try store.releases(in: wide)
        }
        if wants(.failRate, .reworkRate, .failedReleases) {
            facts.withdrawals = try store.withdrawals(in: wide)
            facts.hasMainline = try store.hasMainline(of: repository)
        }
        if wants(.reverted) { facts.reverted = Set(try store.revertedCommits(of: repository)) }
        if wants(.incidents, .failRate, .recoveryTime, .reworkRate, .failedReleases, .detectionTime) {
            facts.incidents = try store.incidents(in: PipelineScope(repository: repository, from: from, to: now))
        }
        if wants(.detectionTime, .alertToPrompt, .failRate, .failedReleases, .recoveryTime) {
            facts.traced = try store.tracedAlerts(in: PipelineScope(repository: repository, from: from, to: now))
        }
        if wants(.failedRuns, .runTime) { facts.runs = try store.runs(in: scope) }
        if wants(.generations, .keptEdits, .findings, .acceptedLines) {
            facts.usage = try store.usage(in: scope, offset: offset)
        }
        if wants(.answerTime, .tokenRate) { facts.answers = try store.answerTimes(in: scope) }
        if wants(.firstToken, .failedAnswers) { facts.calls = try store.calls(in: scope) }
        if wants(.promptToMerge) { facts.promptToMerge = try store.promptToMerge(in: scope) }
        if wants(.blocked) { facts.decisions = try store.decisions(from: from, to: to) }
        if wants(.survival14, .survival30, .survival90, .rework14, .rework30, .mergedLines) {
            facts.lives = try store.lives(in: scope)
        }
        if wants(.acceptance, .acceptedEdits, .editToMerge) { facts.texts = try store.mergedTexts(in: scope) }
        if wants(.mergedEdits) { facts.arrivals = try store.arrivals(in: scope) }
        if wants(.crossEntropy) { facts.styles = try store.styles(in: scope) }
        if wants(.drift, .predictedConflicts) { facts.branches = try store.branches(in: scope) }
        if metrics.count > 1 { facts.others = try store.metricValues(in: scope) }
        return facts
    }

    /// The facts of a period and of the one before it, read at the same time, each by a connection of its own.
    package func sides(
        _ before: Range<Int64>?, _ after: Range<Int64>, for metrics: Set<PipelineMetric>
    ) throws -> (before: PipelineFacts?, after: PipelineFacts) {
        let stats = self
        guard let before else {
            return (nil, try stats.facts(from: after.lowerBound, to: after.upperBound, for: metrics))
        }
        // Of little, all is read before a second connection is open.
        guard try store.isLargePipeline() else {
            return (
                try stats.facts(from: before.lowerBound, to: before.upperBound, for: metrics),
                try stats.facts(from: after.lowerBound, to: after.upperBound, for: metrics)
            )
        }
        return try bothAtOnce {
            try stats.facts(from: before.lowerBound, to: before.upperBound, for: metrics)
        } _: {
            var beside = stats
            beside.store = try stats.store.beside()
            return try beside.facts(from: after.lowerBound, to: after.upperBound, for: metrics)
        }
    }

    /// The periods to compare where a moment splits time: after it until now, and as long before it, no longer than
    /// anything is known of.
    package func periods(split: Int64) throws -> (before: Range<Int64>, after: Range<Int64>) {
        let end = try max(end(), split + 1)
        let length = end - split
        let first = try store.pipelineSpan(of: repository)?.first ?? split - length
        return (max(min(first, split), split - length)..<split, split..<end)
    }

    /// Until when is known what happened: now, but where the last commit and change here are older than two weeks, a day
    /// after them. A clone that nobody fetched for months does not say that nothing happened since.
    package func end() throws -> Int64 {
        guard let last = try store.pipelineSpan(of: repository)?.last, last < now - 14 * 86_400_000 else { return now }
        return last + 86_400_000
    }

    /// The moment of the first commit that is known to be generated.
    package func firstGenerated() throws -> Int64? { try store.firstGenerated(in: repository) }
}
