import Store

extension Scoreboard {
    /// Three sentences: what changed, what did not, what cannot be told.
    package var sentences: [String] {
        let told = rows.filter { !$0.isControl }
        let changed = told.filter { $0.verdict == .more || $0.verdict == .less }
        let steady = told.filter(\.isSteady)
        let open = told.filter { ($0.verdict == .notClear && !$0.isSteady) || $0.verdict == .tooFew }
        let unseen = told.filter { $0.verdict == .noneBefore || $0.verdict == .none }
        var first = "Nothing is known to have changed."
        if !changed.isEmpty {
            first = "What changed: " + Self.list(changed.map(Self.words)) + "."
        }
        var second = "Of nothing can it be said that it stayed as it was."
        if !steady.isEmpty {
            second =
                "What did not change by more than a fifth (a share: by five points): " + Self.list(steady.map(\.title))
                + "."
        }
        var third = "Nothing was left open."
        if !open.isEmpty || !unseen.isEmpty {
            var parts: [String] = []
            if !open.isEmpty { parts.append(Self.list(open.map(\.title))) }
            if !unseen.isEmpty { parts.append(Self.list(unseen.map(\.title)) + ", of which one side has no record") }
            third = "What cannot be told from these numbers: " + parts.joined(separator: "; ") + "."
        }
        return [first, second, third]
    }

    private static func words(_ row: ScoreRow) -> String {
        let counts = FigureWords.counts(row)
        let change = FigureWords.change(row.comparison)
        return
            "\(row.title) \(change == "–" ? "" : "\(change) ")(\(FigureWords.value(row.before?.value, row)) → \(FigureWords.value(row.after.value, row)), 95 % interval \(FigureWords.interval(row.comparison)), n \(counts))"
    }

    private static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// For a median that is not clear: the smallest change that would have shown, and when one of a fifth could be told.
    ///
    /// - Parameter day: writes a moment as a day.
    package func outlook(of row: ScoreRow, day: (Int64) -> String) -> String? {
        guard let comparison = row.comparison, row.verdict == .notClear || row.isSteady,
            let effect = comparison.smallestEffect
        else { return nil }
        let size =
            comparison.scale == .ratio
            ? "−\(FigureWords.number(((1 - 1 / effect) * 100).rounded())) % or +\(FigureWords.number(((effect - 1) * 100).rounded())) %"
            : "±\(FigureWords.number((effect * 100).rounded())) points"
        var text = "only a change of \(size) would have shown in four of five cases"
        let goal = comparison.scale == .ratio ? 0.8 : 0.1
        let name = comparison.scale == .ratio ? "−20 %" : "10 points"
        switch comparison.growthNeeded(toTell: goal) {
        case nil: text += "; what was before is too little ever to tell one of \(name)"
        case let growth? where growth > 1:
            let length = Double(after.to - after.from) * growth
            text +=
                length > 20 * 365.25 * 86_400_000
                ? "; one of \(name) cannot be told in twenty years at this pace"
                : "; at this pace one of \(name) could be told by about \(day(after.from + Int64(length)))"
        default: break
        }
        return text
    }
}
