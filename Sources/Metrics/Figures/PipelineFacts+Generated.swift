import Store

// What became of generated code.
extension PipelineFacts {
    func isGenerated(_ fact: LifeFact) -> Bool { fact.origin == .record || fact.origin == .mark }

    /// Whether there is code to hold generated code against.
    var hasOtherCode: Bool { lives.contains { $0.origin == .other } && lives.contains(where: isGenerated) }

    /// The places of those that are meant: of a hundred thousand a copy takes longer than what is counted in it.
    private func places(_ selection: ChangeSelection) -> [Int] {
        lives.indices.filter { place in
            switch lives[place].origin {
            case .record, .mark: selection != .control
            case .other: selection == .control
            case .mixed: false
            }
        }
    }

    /// Lines of which it is not known whether they were generated.
    private var mixedLines: Int {
        lives.indices.reduce(0) { sum, place in
            if case .mixed = lives[place].origin { sum + lives[place].lines } else { sum }
        }
    }

    func survival(at day: Int, _ selection: ChangeSelection) -> Figure {
        let lives = lives
        // As they landed, which deals those that were watched for long and for short out to every heap of the jackknife.
        let survival = GroupedSurvival(
            places(selection), at: day,
            { (lives[$0].lines, LifeFact.days(from: lives[$0].landedAt, to: lives[$0].until)) }
        ) { place, gone in
            let count = lives[place].ends.count
            if count > 1 {
                for end in lives[place].ends.sorted(by: { $0.day < $1.day }) { gone(end.day, end.lines) }
            } else if count > 0 {
                gone(lives[place].ends[0].day, lives[place].ends[0].lines)
            }
        }
        return Figure(.left(survival), missing: mixedLines)
    }

    /// The share of lines that a later commit took out within some days, of those that were watched for so long.
    func rework(within days: Int, _ selection: ChangeSelection) -> Figure {
        var (groups, young) = ([(hits: Int, total: Int)](), 0)
        let places = places(selection)
        groups.reserveCapacity(places.count)
        for place in places {
            guard LifeFact.days(from: lives[place].landedAt, to: lives[place].until) >= days else {
                young += lives[place].lines
                continue
            }
            var gone = 0
            for end in lives[place].ends.indices where lives[place].ends[end].day <= days {
                gone += lives[place].ends[end].lines
            }
            groups.append((gone, lives[place].lines))
        }
        return Figure(.share(Proportion(groups: groups)), missing: young + mixedLines)
    }

    /// Who took out what was reworked within 30 days, and whether to mend something.
    package var reworkers: [(name: String, lines: Int)] {
        let ends = lives.filter { isGenerated($0) && $0.watched >= 30 }.flatMap(\.ends).filter { $0.day <= 30 }
        func lines(_ means: String) -> Int { ends.reduce(0) { $0 + ($1.means == means ? $1.lines : 0) } }
        return [
            ("the same session", lines("session")), ("other generated code", lines("generated")),
            ("others", lines("other")), ("in commits that fix", ends.reduce(0) { $0 + ($1.isFix ? $1.lines : 0) }),
        ]
    }

    func mergedLines() -> Figure {
        let week: Int64 = 7 * 86_400_000
        var weeks = [Int](repeating: 0, count: Int(length / week))
        let places = places(.all)
        for fact in places where isIn(lives[fact].landedAt) {
            let place = Int((lives[fact].landedAt - scope.from) / week)
            if place < weeks.count { weeks[place] += lives[fact].lines }
        }
        let rate = Rate(heaps: places.map { Double(lives[$0].lines) }, in: Double(length) / Double(week))
        return Figure(.rate(rate, parts: weeks), missing: mixedLines)
    }

    /// Lines that edits put into files, by days.
    func acceptedLines() -> Figure {
        let day: Int64 = 86_400_000
        let (first, last) = (usage.map(\.day).min() ?? 0, usage.map(\.day).max() ?? 0)
        var days = [Int](repeating: 0, count: Int(min(max(0, last - first - 1), 20_000)))
        for fact in usage {
            let place = Int(fact.day - first - 1)
            if days.indices.contains(place) { days[place] += Int(fact.added) }
        }
        return Figure(.rate(Rate(heaps: usage.map { Double($0.added) }, in: Double(length) / Double(day)), parts: days))
    }

    /// One value a session: edits of one are alike.
    func acceptance() -> Figure {
        values(texts.filter { $0.tokens > 0 }.map { Double($0.common) / Double($0.tokens) })
    }

    func editToMerge() -> Figure {
        values(texts.filter { $0.longer > 0 }.map { min(1, Double($0.distance) / Double($0.longer)) })
    }

    func acceptedEdits() -> Figure {
        Figure(.share(Proportion(groups: texts.map { ($0.accepted, $0.edits) })))
    }

    func mergedEdits() -> Figure {
        Figure(
            .share(Proportion(groups: arrivals.map { ($0.arrived, $0.arrived + $0.left) })),
            missing: arrivals.reduce(0) { $0 + $1.pending })
    }

    func crossEntropy(_ selection: ChangeSelection) -> Figure {
        let facts = styles.filter { ($0.session == nil) == (selection == .control) && $0.tokens > 0 }
        return values(facts.map { $0.bits / Double($0.tokens) })
    }

    func drift() -> Figure {
        let known = branches.compactMap(\.divergence)
        return Figure(.times(Durations(known)), missing: branches.count - known.count)
    }

    func predictedConflicts() -> Figure { share(branches) { $0.conflicts.map { $0 > 0 } } }

    private func values(_ values: [Double]) -> Figure { times(values, scale: 1) }
}
