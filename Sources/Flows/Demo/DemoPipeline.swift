import Store

/// A made-up pipeline of the demo's repository: changes, releases, runs and incidents of half a year, the last two months
/// of it with generated code.
struct DemoPipeline {
    let plan: DemoPlan
    /// As changes name it.
    let repository: String

    private static let hour: Int64 = 3_600_000
    private static let day: Int64 = 86_400_000
    /// Since when some of it is generated, days ago.
    private static let generated = 60
    private static let days = 180
    /// So far back it tells what became of lines.
    static let span = 180 * day

    var records: [PipelineRecord] { changes + releases + incidents + runs }

    private func moment(_ daysAgo: Int, _ dice: inout Dice) -> Int64 {
        plan.now - Int64(daysAgo) * Self.day - Int64(dice.below(Int(Self.day)))
    }

    private var changes: [PipelineRecord] {
        var dice = Dice(seed: plan.seed, part: 0, purpose: 41)
        var records: [PipelineRecord] = []
        var number: Int64 = 1000
        for day in stride(from: Self.days, to: 0, by: -1) {
            // Working days, with more changes since code is generated.
            guard day % 7 > 1 else { continue }
            let isLate = day <= Self.generated
            for _ in 0..<(dice.below(3) + (isLate ? dice.below(2) : 0)) {
                number += 1
                records.append(.change(change(number, opened: moment(day, &dice), isLate: isLate, &dice)))
            }
        }
        return records
    }

    private func change(_ number: Int64, opened: Int64, isLate: Bool, _ dice: inout Dice) -> ChangeRecord {
        var change = ChangeRecord(repository: repository, number: number)
        let kind = dice.pick(["fix", "feat", "feat", "refactor", "test", "docs"])
        change.title = "\(kind): \(dice.pick(Self.subjects))"
        change.kind = kind
        let isGenerated = isLate && dice.chance(0.6)
        change.generated = isGenerated ? 0.5 + dice.unit() / 2 : 0
        change.generatedBy = isGenerated ? .trailer : .nothing
        let size = dice.unit()
        (change.added, change.removed) = (Int64(5 + size * size * 600), Int64(size * 90))
        change.files = 1 + Int64(size * 8)
        change.commits = 1 + Int64(dice.below(5))
        change.firstCommitAt = opened - Int64(dice.unit() * 30 * Double(Self.hour))
        change.createdAt = opened
        // Most are quick, some lie for days.
        let wait = dice.unit()
        let hours = 0.5 + wait * wait * wait * (isGenerated ? 70 : 110)
        change.firstReviewAt = opened + Int64(hours * 0.4 * Double(Self.hour))
        change.lateCommits = dice.chance(0.4) ? 1 : 0
        let end = opened + Int64(hours * Double(Self.hour))
        if dice.chance(0.06) {
            (change.state, change.closedAt) = (.closed, min(end, plan.now))
        } else if end > plan.now {
            change.state = .open
        } else {
            (change.state, change.mergedAt) = (.merged, end)
        }
        return change
    }

    /// What became of edits on a main line that is not there, and of others' lines beside them.
    func lines(of edits: [(id: Int64, at: Int64, isRefused: Bool, added: Int)]) -> LineBatch {
        var batch = LineBatch()
        func land(_ edit: Int64?, _ hash: String, _ at: Int64, _ lines: Int, _ hazard: Double, _ dice: inout Dice) {
            batch.landings.append(
                LandedLines(hash: hash, edit: edit, origin: edit == nil ? .other : .record, at: at, lines: lines))
            // Most of what goes, goes within weeks.
            guard dice.chance(0.45) else { return }
            let end = at + Int64((1 + dice.unit() * dice.unit() * 100) * Double(Self.day))
            let gone = max(1, Int(Double(lines) * dice.unit() * hazard))
            guard end < plan.now else { return }
            batch.ends.append(
                LineEnd(
                    landing: -Int64(batch.landings.count), hash: "\(hash)-", at: end, lines: min(gone, lines),
                    sessions: [],
                    isMarked: dice.chance(0.3), isFix: dice.chance(0.3)))
        }
        for (place, edit) in edits.enumerated() {
            var dice = Dice(seed: plan.seed, part: place, purpose: 44)
            let tokens = 12 + edit.added * 7
            var fate = EditFate(edit: edit.id, tokens: tokens)
            fate.bits = Double(tokens) * (4.2 + dice.unit() * 1.6)
            let landed = edit.at + Int64((0.2 + dice.unit() * 4) * Double(Self.day))
            if !edit.isRefused, dice.chance(0.8), landed < plan.now {
                let kept = dice.chance(0.6) ? 1 : 0.55 + dice.unit() * 0.45
                fate.hash = "demo-\(landed / Self.day)-\(place % 4)"
                fate.landedAt = landed
                fate.common = Int(Double(tokens) * kept)
                fate.merged = tokens
                fate.distance = tokens - Int(Double(tokens) * kept)
                if edit.added > 0 { land(edit.id, fate.hash ?? "", landed, edit.added, 0.7, &dice) }
            }
            batch.fates.append(fate)
        }
        for day in stride(from: Self.days, to: 0, by: -1) where day % 7 > 1 {
            var dice = Dice(seed: plan.seed, part: day, purpose: 45)
            land(nil, "demo-hand-\(day)", moment(day, &dice), 8 + dice.below(60), 0.6, &dice)
        }
        batch.walk = LineWalk(
            hash: "demo", at: plan.now, firstAt: plan.now - Self.span, edits: edits.map(\.id).max() ?? 0)
        return batch
    }

    private static let subjects = [
        "round amounts once", "retry what the bank refuses", "say which order failed", "one page of orders at a time",
        "export with a header", "keep the cache over a deploy", "ask for the currency", "name refunds as the bank does",
    ]

    private var releases: [PipelineRecord] {
        (0..<(Self.days / 6)).map { place in
            let at = plan.now - Int64(Self.days - place * 6) * Self.day + 13 * Self.hour
            return .release(ReleaseRecord(repository: repository, tag: "v2.\(place)", at: at))
        }
    }

    private var incidents: [PipelineRecord] {
        var dice = Dice(seed: plan.seed, part: 0, purpose: 42)
        return [171, 150, 133, 121, 96, 84, 66, 41, 15].enumerated().map { place, day in
            var incident = IncidentRecord(maker: "demo", makerID: "\(place)", startedAt: moment(day, &dice))
            incident.title = dice.pick(["checkout-500", "refunds slow", "export empty"])
            incident.repository = repository
            incident.severity = dice.pick(["critical", "high"])
            incident.resolvedAt = incident.startedAt + Int64((0.3 + dice.unit() * 5) * Double(Self.hour))
            return .incident(incident)
        }
    }

    private var runs: [PipelineRecord] {
        var dice = Dice(seed: plan.seed, part: 0, purpose: 43)
        return (0..<(Self.days * 2)).map { place in
            var run = RunRecord(
                repository: repository, number: Int64(place + 1), createdAt: moment(place / 2 + 1, &dice))
            run.name = "ci"
            run.conclusion = dice.chance(0.17) ? .failure : .success
            run.startedAt = run.createdAt
            run.endedAt = run.createdAt + Int64((4 + dice.unit() * 5) * 60_000)
            return .run(run)
        }
    }
}
