import Store

extension PipelineFacts {
    /// The figure of a metric in this period.
    package func figure(_ metric: PipelineMetric, of selection: ChangeSelection = .all) -> Figure {
        switch metric {
        case .mergeTime: mergeTime(selection)
        case .codingTime:
            spans(opened(selection)) { change in
                change.firstCommitAt.flatMap { first in change.createdAt.map { (first, .some($0)) } }
            }
        case .pickupTime:
            spans(opened(selection)) { change in
                change.firstReviewAt.flatMap { review in
                    (change.readyAt ?? change.createdAt).map { ($0, .some(review)) }
                }
            }
        case .reviewTime:
            spans(opened(selection)) { change in
                guard let review = change.firstReviewAt, change.state != .closed else { return nil }
                return (review, change.mergedAt)
            }
        case .commitToMerge:
            spans(merged(selection)) { change in change.firstCommitAt.map { ($0, change.mergedAt) } }
        case .deployTime: live(selection) { $0.mergedAt }
        case .leadTime: live(selection) { $0.firstCommitAt }
        case .promptToMerge: times(promptToMerge.map(Double.init), scale: 3_600_000)
        case .changes:
            rate(merged(selection).compactMap(\.mergedAt), per: 7 * 86_400_000)
        case .commits: rate(commits.filter { !$0.isMerge && !$0.isBot }.map(\.landedAt), per: 7 * 86_400_000)
        case .deployments: rate(live.map(\.at), per: 7 * 86_400_000)
        case .incidents: rate(incidents.map(\.startedAt), per: 30 * 86_400_000)
        case .failRate: failures(of: live)
        case .failedReleases: failures(of: releases)
        case .reworkRate: rework()
        case .recoveryTime: recovery()
        case .detectionTime: detection()
        case .reverted: revertedShare()
        case .lateRevisions:
            share(opened(selection).lazy.filter { $0.firstReviewAt != nil }) { $0.lateCommits.map { $0 > 0 } }
        case .fixes: share(merged(selection)) { $0.kind.map { $0 == "fix" } }
        case .features: share(merged(selection)) { $0.kind.map { $0 == "feat" } }
        case .conflicts: conflictShare()
        case .failedRuns:
            share(runs) { $0.conclusion == .failure ? true : $0.conclusion == .success ? false : nil }
        case .runTime: runTimes()
        case .generatedChanges: share(merged(.all)) { $0.generated.map { $0 > 0 } }
        case .generations: generationRate()
        case .keptEdits: keptEdits()
        case .acceptedLines: acceptedLines()
        case .acceptance: acceptance()
        case .acceptedEdits: acceptedEdits()
        case .editToMerge: editToMerge()
        case .mergedEdits: mergedEdits()
        case .mergedLines: mergedLines()
        case .survival14: survival(at: 14, selection)
        case .survival30: survival(at: 30, selection)
        case .survival90: survival(at: 90, selection)
        case .rework14: rework(within: 14, selection)
        case .rework30: rework(within: 30, selection)
        case .crossEntropy: crossEntropy(selection)
        case .drift: drift()
        case .predictedConflicts: predictedConflicts()
        case .findings: findingRate()
        case .blocked:
            Figure(
                .share(
                    Proportion(
                        (decisions["review"] ?? 0) + (decisions["block"] ?? 0), of: decisions.values.reduce(0, +))))
        case .answerTime: times(answers.map { Double($0.time) }, scale: 1000)
        case .tokenRate:
            times(
                answers.compactMap { answer in answer.tokens.map { Double($0) / Double(answer.time) * 1000 } },
                scale: 1,
                missing: answers.count { $0.tokens == nil })
        case .firstToken:
            times(
                calls.compactMap { $0.firstToken.map(Double.init) }, scale: 1000,
                missing: calls.count { $0.firstToken == nil })
        case .failedAnswers: share(calls) { $0.hasFailed }
        case .alertToPrompt:
            times(traced.filter { isIn($0.at) }.map { Double(max(0, $0.tracedAt - $0.at)) }, scale: 60_000)
        }
    }

    /// The figure of another number.
    package func figure(named name: String) -> Figure {
        times(others.first { $0.name == name }?.values ?? [], scale: 1)
    }
}

// MARK: - Of changes

extension PipelineFacts {
    private static let hour = 3_600_000.0

    // Of a hundred thousand changes a copy takes as long as what is counted in it: of those that are not meant none is made.
    func opened(_ selection: ChangeSelection) -> some Sequence<ChangeFact> {
        let (changes, scope) = (changes, scope)
        return changes.indices.lazy.filter { place in
            scope.holds(changes[place].createdAt) && !changes[place].isBot && selection.holds(changes, place)
        }.map { changes[$0] }
    }

    func merged(_ selection: ChangeSelection) -> some Sequence<ChangeFact> {
        let (changes, scope) = (changes, scope)
        return changes.indices.lazy.filter { place in
            scope.holds(changes[place].mergedAt) && !changes[place].isBot && selection.holds(changes, place)
        }.map { changes[$0] }
    }

    private func mergeTime(_ selection: ChangeSelection) -> Figure {
        // Of what only git tells, nobody knows when it was opened.
        var missing = changes.indices.count { place in
            changes[place].createdAt == nil && isIn(changes[place].mergedAt) && !changes[place].isBot
                && selection.holds(changes, place)
        }
        var (times, open) = ([Double](), [Double]())
        times.reserveCapacity(changes.count)
        for change in opened(selection) where change.state != .closed {
            guard let start = change.readyAt ?? change.createdAt else { continue }
            // A draft that is not ready yet has not begun to wait.
            guard let end = change.mergedAt ?? change.seenAt, end >= start else {
                missing += 1
                continue
            }
            times.append(Double(end - start) / Self.hour)
            if change.mergedAt == nil { open.append(Double(end - start) / Self.hour) }
        }
        return Figure(.times(Durations(times, open: open)), missing: missing)
    }

    /// Hours between two moments; one that has not come is open until the change was last told of.
    private func spans(_ changes: some Sequence<ChangeFact>, _ ends: (ChangeFact) -> (Int64, Int64?)?) -> Figure {
        var (times, open, missing) = ([Double](), [Double](), 0)
        times.reserveCapacity(self.changes.count)
        for change in changes {
            guard let (start, end) = ends(change), let last = end ?? change.seenAt, last >= start else {
                missing += 1
                continue
            }
            times.append(Double(last - start) / Self.hour)
            if end == nil { open.append(Double(last - start) / Self.hour) }
        }
        return Figure(.times(Durations(times, open: open)), missing: missing)
    }

    /// Hours from a moment of a change until it is live.
    private func live(_ selection: ChangeSelection, from start: (ChangeFact) -> Int64?) -> Figure {
        let merged = merged(selection)
        let search = LiveSearch(live)
        guard !search.isEmpty else {
            return Figure(.times(Durations([Double]())), missing: merged.reduce(0) { count, _ in count + 1 })
        }
        var (times, open, missing) = ([Double](), [Double](), 0)
        times.reserveCapacity(changes.count)
        for change in merged {
            guard let start = start(change), let mergedAt = change.mergedAt else {
                missing += 1
                continue
            }
            let end = search.first(holding: mergedAt)
            guard let last = end ?? (now > start ? now : nil), last >= start else {
                missing += 1
                continue
            }
            times.append(Double(last - start) / Self.hour)
            if end == nil { open.append(Double(last - start) / Self.hour) }
        }
        return Figure(.times(Durations(times, open: open)), missing: missing)
    }
}

// MARK: - Shapes

extension PipelineFacts {
    func times(_ values: [Double], scale: Double, missing: Int = 0) -> Figure {
        Figure(
            .times(Durations(values.lazy.filter { $0 >= 0 }.map { $0 / scale })), missing: missing)
    }

    func share<Thing>(_ things: some Sequence<Thing>, _ holds: (Thing) -> Bool?) -> Figure {
        var (hits, total, missing) = (0, 0, 0)
        for thing in things {
            guard let holds = holds(thing) else {
                missing += 1
                continue
            }
            total += 1
            if holds { hits += 1 }
        }
        return Figure(.share(Proportion(hits, of: total)), missing: missing)
    }

    /// How often in a stretch, with the counts of its weeks.
    func rate(_ moments: [Int64], per stretch: Int64) -> Figure {
        let inside = moments.filter { isIn($0) }
        let week: Int64 = 7 * 86_400_000
        var weeks = [Int](repeating: 0, count: Int(length / week))
        for moment in inside {
            let place = Int((moment - scope.from) / week)
            if place < weeks.count { weeks[place] += 1 }
        }
        return Figure(.rate(Rate(Double(inside.count), in: Double(length) / Double(stretch)), parts: weeks))
    }

    private func generationRate() -> Figure {
        let day: Int64 = 86_400_000
        // Whole days alone say how unevenly they come: the first and the last are cut.
        let (first, last) = (usage.map(\.day).min() ?? 0, usage.map(\.day).max() ?? 0)
        var days = [Int](repeating: 0, count: Int(min(max(0, last - first - 1), 20_000)))
        for fact in usage {
            let place = Int(fact.day - first - 1)
            if days.indices.contains(place) { days[place] += Int(fact.generations) }
        }
        let count = usage.reduce(0) { $0 + Double($1.generations) }
        return Figure(.rate(Rate(count, in: Double(length) / Double(day)), parts: days))
    }

    private func keptEdits() -> Figure {
        let (kept, refused, all) = usage.reduce(into: (0, 0, 0)) { sum, fact in
            sum = (sum.0 + Int(fact.kept), sum.1 + Int(fact.refused), sum.2 + Int(fact.edits))
        }
        return Figure(.share(Proportion(kept, of: kept + refused)), missing: all - kept - refused)
    }

    private func findingRate() -> Figure {
        let (findings, lines) = usage.reduce(into: (0.0, 0.0)) { sum, fact in
            sum = (sum.0 + Double(fact.findings), sum.1 + Double(fact.added))
        }
        return Figure(.rate(Rate(findings, in: lines / 1000), parts: []))
    }

    private func runTimes() -> Figure {
        let done = runs.filter { $0.conclusion == .success || $0.conclusion == .failure }
        let times = done.compactMap { run -> Double? in
            guard let start = run.startedAt ?? Optional(run.createdAt), let end = run.endedAt, end >= start else {
                return nil
            }
            return Double(end - start)
        }
        return self.times(times, scale: 60_000, missing: runs.count - times.count)
    }
}
