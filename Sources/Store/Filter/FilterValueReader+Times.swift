import Text

extension FilterValueReader {
    func time(_ element: FilterElement) throws(FilterError) -> FilterSpan {
        if let (lower, upper) = element.splitAtDots() {
            try checkRange(lower, upper, element)
            let span = FilterSpan(
                lower: lower.isEmpty ? nil : try moment(lower, element).lowerBound,
                upper: upper.isEmpty ? nil : try moment(upper, element).upperBound)
            if let lower = span.lower, let upper = span.upper, lower > upper { throw backwards(element) }
            return span
        }
        var rest = element
        let comparison = FilterComparison(taking: &rest)
        let moment = try moment(rest.text, element)
        return switch comparison {
        case .less: FilterSpan(upper: moment.lowerBound - 1)
        case .atMost: FilterSpan(upper: moment.upperBound)
        case .more: FilterSpan(lower: moment.upperBound + 1)
        case .atLeast: FilterSpan(lower: moment.lowerBound)
        // Nothing happens at the very millisecond two days ago: what is meant is since then.
        case .none where rest.starts(with: "-"): FilterSpan(lower: moment.lowerBound)
        case .equal, .none: FilterSpan(lower: moment.lowerBound, upper: moment.upperBound)
        }
    }

    /// First and last millisecond of what the text names: a year, a month, a day, a minute, an instant.
    private func moment(_ text: String, _ element: FilterElement) throws(FilterError) -> ClosedRange<Int64> {
        switch text.lowercased() {
        case "now": return clock.now...clock.now
        case "today": return day(clock.today)
        case "yesterday": return day(clock.today - 1)
        default: break
        }
        if text.hasPrefix("-"), let ago = duration(String(text.dropFirst())) {
            return clock.now - ago...clock.now - ago
        }
        if let date = FilterDate(text) { return date.moment(by: clock) }
        throw FilterError(
            "'\(text)' is not a time: write a day as 2026-11-03, a month as 2026-11, today, yesterday, "
                + "2026-11-03T14:30, or -2d.",
            at: element.range, suggestion: Nearest.word(to: text, among: ["today", "yesterday"]))
    }

    private func day(_ day: Int64) -> ClosedRange<Int64> {
        clock.instant(local: day * FilterClock.day)...clock.instant(local: (day + 1) * FilterClock.day) - 1
    }
}
