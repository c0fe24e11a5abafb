/// One line of the scoreboard: a figure before, after, and what may be said of its change.
package struct ScoreRow: Sendable {
    /// What commands and files call it; another number's own name.
    package var name: String
    package var title: String
    package var unit: String
    package var isShare: Bool
    /// Of the changes without generated code.
    package var isControl: Bool
    package var before: Figure?
    package var after: Figure
    package var comparison: Comparison?

    package var verdict: Verdict {
        if let comparison { return comparison.verdict }
        if after.count == 0 { return .none }
        return before?.count ?? 0 > 0 ? .given : .noneBefore
    }

    /// Whether anything at all is known.
    package var isEmpty: Bool { after.count == 0 && (before?.count ?? 0) == 0 }

    /// It did not change by more than a fifth either way (a share: by more than five points).
    package var isSteady: Bool {
        guard verdict == .notClear, let comparison, let interval = comparison.interval else { return false }
        return comparison.scale == .ratio
            ? interval.lower >= 0.8 && interval.upper <= 1.25 : interval.lower >= -0.05 && interval.upper <= 0.05
    }
}
