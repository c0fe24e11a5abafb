package import Store

/// All that figures of one period are made from.
package struct PipelineFacts: Sendable {
    /// The period.
    package var scope: PipelineScope
    /// Until when is known what became of things.
    package var now: Int64
    package var changes: [ChangeFact] = []
    package var commits: [CommitFact] = []
    /// The main line is known, though nothing may have landed in the period.
    package var hasMainline = false
    /// Commits that take others back, and these, from before and after the period too; where there are none, `commits` tell.
    package var withdrawals: [CommitFact] = []
    /// Commits that a later one took back.
    package var reverted: Set<String> = []
    /// From before the period too: what went live before says what a later one brought.
    package var deployments: [ReleaseFact] = []
    package var releases: [ReleaseFact] = []
    package var incidents: [IncidentFact] = []
    package var traced: [TracedFact] = []
    package var runs: [RunFact] = []
    package var usage: [UsageFact] = []
    package var answers: [(time: Int64, tokens: Int64?)] = []
    /// Calls of engines that colophon saw itself.
    package var calls: [CallFact] = []
    package var promptToMerge: [Int64] = []
    package var decisions: [String: Int] = [:]
    /// Lines that came to the main line, and when they went.
    package var lives: [LifeFact] = []
    package var texts: [TextFact] = []
    package var arrivals: [ArrivalFact] = []
    package var styles: [StyleFact] = []
    /// Branches that are not merged, as they were last looked at.
    package var branches: [BranchFact] = []
    package var others: [(name: String, unit: String?, values: [Double])] = []

    package init(scope: PipelineScope, now: Int64) {
        self.scope = scope
        self.now = now
    }

    /// So long something may take to show that it failed.
    package static let detection: Int64 = 7 * 86_400_000

    func isIn(_ moment: Int64?) -> Bool { scope.holds(moment) }

    /// The part of the period that has been.
    var length: Int64 { max(0, min(scope.to, now) - scope.from) }

    /// What went live: deployments, else releases.
    package var live: [ReleaseFact] { deployments.isEmpty ? releases : deployments }
}
