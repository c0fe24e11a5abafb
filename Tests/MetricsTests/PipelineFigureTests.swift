import Metrics
import Store
import Testing

/// Figures of made-up pipelines, each counted by hand.
struct PipelineFigureTests {
    private static let hour: Int64 = 3_600_000
    private static let day: Int64 = 86_400_000

    private func facts(days: Int64 = 70) -> PipelineFacts {
        PipelineFacts(scope: PipelineScope(from: 0, to: days * Self.day), now: days * Self.day)
    }

    private func change(
        _ number: Int64, opened: Int64?, merged: Int64? = nil, seen: Int64? = nil, generated: Double? = nil,
        state: ChangeRecord.State? = nil, isBot: Bool = false
    ) -> ChangeFact {
        var fact = ChangeFact(number: number, isBot: isBot)
        (fact.createdAt, fact.mergedAt, fact.seenAt, fact.generated) = (opened, merged, seen, generated)
        fact.state = state ?? (merged == nil ? .open : .merged)
        return fact
    }

    @Test func `merge time counts open changes with their age, and leaves out closed ones and those of programs`() {
        var facts = facts()
        let h = Self.hour
        facts.changes = [
            change(1, opened: 0, merged: 2 * h), change(2, opened: h, merged: 5 * h),
            change(3, opened: 0, merged: 10 * h),
            change(4, opened: 0, seen: 30 * h), change(5, opened: 0, seen: 3 * h, state: .closed),
            change(6, opened: 0, merged: h, isBot: true), change(7, opened: nil, merged: 9 * h),
        ]
        let figure = facts.figure(.mergeTime)
        #expect(figure.count == 4 && figure.censored == 1 && figure.missing == 1)
        // S falls to 3/4 at 2, 1/2 at 4, 1/4 at 10.
        #expect(figure.value == 7)
        facts.changes[2].readyAt = 4 * h
        #expect(facts.figure(.mergeTime).value == 5)
    }

    @Test func `parts of the merge time, and what lacks a moment is missing`() {
        var facts = facts()
        let h = Self.hour
        var reviewed = change(1, opened: 10 * h, merged: 20 * h)
        (reviewed.firstCommitAt, reviewed.firstReviewAt, reviewed.lateCommits) = (4 * h, 13 * h, 2)
        facts.changes = [reviewed, change(2, opened: 0, merged: 3 * h)]
        #expect(facts.figure(.codingTime).value == 6 && facts.figure(.codingTime).missing == 1)
        #expect(facts.figure(.pickupTime).value == 3)
        #expect(facts.figure(.reviewTime).value == 7)
        #expect(facts.figure(.commitToMerge).value == 16)
        #expect(facts.figure(.lateRevisions).value == 1 && facts.figure(.lateRevisions).count == 1)
    }

    @Test func `with a merge of the main line all is taken back that it brought, and nothing else that came with it`() {
        var facts = facts()
        func commit(_ hash: String, _ day: Int64, isMerge: Bool = false, isFirst: Bool = false) -> CommitFact {
            CommitFact(hash: hash, authoredAt: 0, landedAt: day * Self.day, isMerge: isMerge, isFirst: isFirst)
        }
        facts.commits = [
            commit("aaaaaaaaaa", 3, isMerge: true, isFirst: true), commit("a111111111", 3), commit("a222222222", 3),
            // A merge within another's work is taken back: of its own commits nothing is known.
            commit("bbbbbbbbbb", 9, isMerge: true, isFirst: true), commit("b111111111", 9, isMerge: true),
            commit("b222222222", 9), commit("cccccccccc", 11, isFirst: true),
        ]
        facts.reverted = ["aaaaaaaaaa", "b111111111"]
        #expect(facts.figure(.reverted).value == 0.5 && facts.figure(.reverted).count == 4)
    }

    @Test func `throughput is by weeks, and of the control by itself`() {
        var facts = facts(days: 14)
        facts.changes = (0..<6).map { change($0, opened: nil, merged: $0 * Self.day, generated: $0 < 2 ? 0.5 : 0) }
        facts.changes.append(change(9, opened: nil, merged: 15 * Self.day))
        #expect(facts.figure(.changes).value == 3)
        #expect(facts.figure(.changes, of: .control).value == 2)
        #expect(facts.figure(.generatedChanges).count == 6)
        #expect(facts.figure(.changes, of: .share(0.4...1)).count == 2)
    }

    /// DevLake counted incidents where deployments were meant: 6/23 instead of 4/23.
    @Test func `a deployment with several incidents has failed once`() {
        var facts = facts(days: 100)
        facts.deployments = (0..<23).map { ReleaseFact(name: "v\($0)", at: Int64($0) * 3 * Self.day) }
        facts.incidents = [0, 0, 3, 3, 9, 14].map { place in
            IncidentFact(title: "", startedAt: Int64(place) * 3 * Self.day + Self.hour, resolvedAt: nil)
        }
        let figure = facts.figure(.failRate)
        guard case .share(let share) = figure.measured else { return #expect(Bool(false)) }
        #expect(share == Proportion(4, of: 23))
        #expect(facts.linkCounts.map(\.count) == [0, 0, 6])
    }

    @Test func `young deployments are pending, and without incidents and commits nothing is known to fail`() {
        var facts = facts(days: 20)
        facts.deployments = [ReleaseFact(name: "a", at: 5 * Self.day), ReleaseFact(name: "b", at: 18 * Self.day)]
        #expect(facts.figure(.failRate).count == 0 && facts.figure(.failRate).missing == 2)
        facts.incidents = [
            IncidentFact(title: "", startedAt: 5 * Self.day + 1, resolvedAt: 5 * Self.day + 2 * Self.hour + 1)
        ]
        #expect(facts.figure(.failRate).value == 1 && facts.figure(.failRate).missing == 1)
        #expect(facts.figure(.recoveryTime).value == 2)
    }

    @Test func `a named cause is stronger than time, and so is a trace`() {
        var facts = facts(days: 60)
        facts.deployments = [
            ReleaseFact(name: "old", at: 10 * Self.day, landedAt: 9 * Self.day),
            ReleaseFact(name: "new", at: 20 * Self.day, landedAt: 19 * Self.day),
        ]
        let start = 21 * Self.day
        facts.incidents = [IncidentFact(title: "", startedAt: start, causeLandedAt: 8 * Self.day)]
        #expect(facts.linkCounts.map(\.count) == [1, 0, 0])
        #expect(facts.figure(.detectionTime).value == Double(13 * 24))
        facts.incidents = [IncidentFact(title: "", service: "api", startedAt: start)]
        facts.traced = [
            TracedFact(service: "API", at: start, tracedAt: start + 60_000, commit: "c", landedAt: 8 * Self.day)
        ]
        #expect(facts.linkCounts.map(\.count) == [0, 1, 0])
        #expect(facts.figure(.alertToPrompt).value == 1)
    }

    @Test func `a release fails by a commit of it that is taken back within the week`() {
        var facts = facts(days: 60)
        facts.releases = [
            ReleaseFact(name: "v1", at: 10 * Self.day, landedAt: 10 * Self.day),
            ReleaseFact(name: "v2", at: 20 * Self.day, landedAt: 20 * Self.day),
        ]
        facts.commits = [
            CommitFact(hash: "aaaaaaaaaa", authoredAt: 0, landedAt: 9 * Self.day),
            CommitFact(hash: "bbbbbbbbbb", authoredAt: 0, landedAt: 12 * Self.day, reverts: ["aaaaaaa"]),
            CommitFact(hash: "cccccccccc", authoredAt: 0, landedAt: 50 * Self.day, reverts: ["bbbbbbbbbb"]),
        ]
        facts.reverted = ["aaaaaaa", "bbbbbbbbbb"]
        #expect(facts.figure(.failedReleases).value == 0.5)
        #expect(facts.figure(.reverted).value == 2.0 / 3)
        #expect(facts.figure(.deployments).count == 2)
        // v2 takes back what v1 brought.
        #expect(facts.figure(.reworkRate).value == 0.5)
    }

    @Test func `lead time ends with the first deployment that holds the change`() {
        var facts = facts(days: 30)
        var one = change(1, opened: nil, merged: 5 * Self.day)
        one.firstCommitAt = 4 * Self.day
        facts.changes = [one]
        #expect(facts.figure(.leadTime).missing == 1)
        facts.deployments = [
            // Of an older state, though later in time.
            ReleaseFact(name: "a", at: 6 * Self.day, landedAt: 3 * Self.day),
            ReleaseFact(name: "b", at: 7 * Self.day, landedAt: 5 * Self.day),
        ]
        #expect(facts.figure(.leadTime).value == 72 && facts.figure(.deployTime).value == 48)
        facts.deployments.removeLast()
        #expect(facts.figure(.leadTime).censored == 1)
    }

    @Test func `usage makes rates and shares`() {
        var facts = facts(days: 10)
        var day = UsageFact(day: 3, agent: "codex", model: "m")
        (day.generations, day.edits, day.kept, day.refused, day.added, day.findings) = (50, 12, 8, 2, 500, 3)
        facts.usage = [day]
        #expect(facts.figure(.generations).value == 5)
        #expect(facts.figure(.keptEdits).value == 0.8 && facts.figure(.keptEdits).missing == 2)
        #expect(facts.figure(.findings).value == 6)
        #expect(facts.figure(.conflicts).count == 0)
    }

    @Test func `a scoreboard says in three sentences what changed, what did not and what cannot be told`() {
        func period(_ start: Int64, _ hours: Int64, _ count: Int64) -> PipelineFacts {
            let scope = PipelineScope(from: start, to: start + 70 * Self.day)
            var facts = PipelineFacts(scope: scope, now: start + 70 * Self.day)
            facts.changes = (0..<count).map { place in
                let opened = start + place * Self.day / 2
                return change(place, opened: opened, merged: opened + (hours + place % 7) * Self.hour, generated: 0)
            }
            facts.incidents = [IncidentFact(title: "", startedAt: start + 5, resolvedAt: start + 9)]
            return facts
        }
        let board = Scoreboard(before: period(0, 40, 90), after: period(70 * Self.day, 10, 90))
        #expect(board.sentences[0].hasPrefix("What changed: merge time −70 % (43 h → 13 h, 95 % interval"))
        #expect(board.sentences[1].contains("changes merged") || board.sentences[2].contains("changes merged"))
        #expect(board.sentences[2].contains("incidents"))
        #expect(board.rows.first { $0.name == "incidents" }?.verdict == .tooFew)
        let empty = Scoreboard(before: nil, after: facts())
        #expect(empty.rows.isEmpty && empty.sentences[0] == "Nothing is known to have changed.")
    }

    @Test func `every metric has a page, and is found by its name and title`() {
        for metric in PipelineMetric.allCases {
            #expect(PipelineMetric(named: metric.rawValue) == metric && PipelineMetric(named: metric.title) == metric)
            #expect(metric.definition.meaning.hasSuffix(".") && metric.definition.counting.hasSuffix("."))
        }
        #expect(Set(PipelineMetric.allCases.map(\.title)).count == PipelineMetric.allCases.count)
    }

    @Test(arguments: [
        (18.24, "18.2"), (0, "0"), (1204, "1,204"), (0.0357, "0.036"), (-28, "−28"), (9.99, "10"), (0.5, "0.5"),
        (99.96, "100"), (Double.infinity, "∞"),
    ])
    func `numbers have few digits`(value: Double, text: String) { #expect(FigureWords.number(value) == text) }
}
