import Metrics
import Store

/// What is to be read of a store for some figures of some periods, each part by itself, what takes longest first.
struct FactReadings {
    /// Puts what was read where it belongs: into the facts of each period, in their order.
    typealias Part = @Sendable (inout [PipelineFacts]) -> Void
    typealias Reading = @Sendable (Store) throws -> Part

    /// What went live up to so long before a period may still fail in it.
    private static let lead: Int64 = 60 * 86_400_000

    private(set) var all: [Reading] = []
    private let repository: String?
    private let periods: [Range<Int64>]

    init(
        repository: String?, periods: [Range<Int64>], now: Int64, offset: Int64, metrics: Set<PipelineMetric>
    ) {
        self.repository = repository
        self.periods = periods
        func wants(_ some: PipelineMetric...) -> Bool { some.contains { metrics.contains($0) } }
        if wants(.survival14, .survival30, .survival90, .rework14, .rework30, .mergedLines) {
            each {
                try $0.lives(in: $1)
            } _: {
                $0.lives = $1
            }
        }
        if wants(.crossEntropy) {
            each {
                try $0.styles(in: $1)
            } _: {
                $0.styles = $1
            }
        }
        if wants(.acceptance, .acceptedEdits, .editToMerge) {
            each {
                try $0.mergedTexts(in: $1)
            } _: {
                $0.texts = $1
            }
        }
        let wantsChanges =
            metrics.contains(where: { $0.isOfChanges && $0 != .conflicts }) || wants(.generatedChanges)
        if wantsChanges {
            each {
                try $0.changes(in: $1)
            } _: {
                $0.changes = $1
            }
        }
        if wants(.commits, .reverted) {
            each {
                try $0.commits(in: $1)
            } _: {
                $0.commits = $1
            }
        } else if wants(.conflicts) {
            each {
                try $0.commits(in: $1, isMerge: true)
            } _: {
                $0.commits = $1
            }
        }
        // What merges say of conflicts goes before what hosts say of changes.
        if wants(.conflicts), !wantsChanges {
            each { store, scope in
                let isReplayed = try store.hasReplayedMerges(in: scope)
                return isReplayed ? [] : try store.changes(in: scope)
            } _: {
                $0.changes = $1
            }
        }
        if wants(.mergedEdits) {
            each {
                try $0.arrivals(in: $1)
            } _: {
                $0.arrivals = $1
            }
        }
        readReleases(wants, now: now)
        if wants(.generations, .keptEdits, .findings, .acceptedLines) {
            each {
                try $0.usage(in: $1, offset: offset)
            } _: {
                $0.usage = $1
            }
        }
        if wants(.failedRuns, .runTime) {
            each {
                try $0.runs(in: $1)
            } _: {
                $0.runs = $1
            }
        }
        if wants(.answerTime, .tokenRate) {
            each {
                try $0.answerTimes(in: $1)
            } _: {
                $0.answers = $1
            }
        }
        if wants(.firstToken, .failedAnswers) {
            each {
                try $0.calls(in: $1)
            } _: {
                $0.calls = $1
            }
        }
        if wants(.promptToMerge) {
            each {
                try $0.promptToMerge(in: $1)
            } _: {
                $0.promptToMerge = $1
            }
        }
        if wants(.blocked) {
            each {
                try $0.decisions(from: $1.from, to: $1.to)
            } _: {
                $0.decisions = $1
            }
        }
        if wants(.drift, .predictedConflicts) {
            each {
                try $0.branches(in: $1)
            } _: {
                $0.branches = $1
            }
        }
        if metrics.count > 1 {
            each {
                try $0.metricValues(in: $1)
            } _: {
                $0.others = $1
            }
        }
    }

    /// What goes on beyond the end of a period, and begins before it: read once, of which each period takes its own.
    private mutating func readReleases(_ wants: (PipelineMetric...) -> Bool, now: Int64) {
        guard let first = periods.map(\.lowerBound).min() else { return }
        let froms = periods.map(\.lowerBound)
        let wide = PipelineScope(repository: repository, from: first - Self.lead, to: now)
        let since = PipelineScope(repository: repository, from: first, to: now)
        if wants(.deployments, .failRate, .recoveryTime, .reworkRate, .failedReleases, .deployTime, .leadTime) {
            // Each in two parts, which follow each other: the commits of thousands are looked up.
            let middle = max(wide.from, froms.max() ?? first)
            for (from, to) in [(wide.from, middle), (middle, max(middle, wide.to))] {
                let scope = PipelineScope(repository: repository, from: from, to: to)
                all.append { store in
                    let (deployments, releases) = (try store.deployments(in: scope), try store.releases(in: scope))
                    return { facts in
                        for (place, from) in froms.enumerated() {
                            facts[place].deployments += deployments.filter { $0.at >= from - Self.lead }
                            facts[place].releases += releases.filter { $0.at >= from - Self.lead }
                        }
                    }
                }
            }
        }
        if wants(.failRate, .reworkRate, .failedReleases) {
            each(before: Self.lead, until: now) {
                try $0.withdrawals(in: $1)
            } _: {
                $0.withdrawals = $1
            }
            let repository = repository
            all.append { store in
                let hasMainline = try store.hasMainline(of: repository)
                return { facts in for place in facts.indices { facts[place].hasMainline = hasMainline } }
            }
        }
        if wants(.reverted) {
            let repository = repository
            all.append { store in
                let reverted = Set(try store.revertedCommits(of: repository))
                return { facts in for place in facts.indices { facts[place].reverted = reverted } }
            }
        }
        if wants(.incidents, .failRate, .recoveryTime, .reworkRate, .failedReleases, .detectionTime) {
            all.append { store in
                let incidents = try store.incidents(in: since)
                return { facts in
                    for (place, from) in froms.enumerated() {
                        facts[place].incidents = incidents.filter { $0.startedAt >= from }
                    }
                }
            }
        }
        if wants(.detectionTime, .alertToPrompt, .failRate, .failedReleases, .recoveryTime) {
            all.append { store in
                let traced = try store.tracedAlerts(in: since)
                return { facts in
                    for (place, from) in froms.enumerated() { facts[place].traced = traced.filter { $0.at >= from } }
                }
            }
        }
    }

    /// Of each period by itself.
    ///
    /// - Parameters:
    ///   - lead: so long before it, too.
    ///   - end: until then, in place of its own end.
    private mutating func each<Found: Sendable>(
        before lead: Int64 = 0, until end: Int64? = nil,
        _ read: @escaping @Sendable (Store, PipelineScope) throws -> Found,
        _ put: @escaping @Sendable (inout PipelineFacts, Found) -> Void
    ) {
        // The later one has more, mostly.
        for (place, period) in periods.enumerated().reversed() {
            let scope = PipelineScope(
                repository: repository, from: period.lowerBound - lead, to: end ?? period.upperBound)
            all.append { store in
                let found = try read(store, scope)
                return { put(&$0[place], found) }
            }
        }
    }
}
