import Store
import Terminal
import Text

/// What the last month came to: counts of the store, and shares with what they are shares of.
struct PipelinePane: Equatable, PaneContent {
    mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        if action == .open { context.open(PipelineScreen()) }
    }

    func view(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        guard let standing = context.standing else {
            frame.put("counting…", row: 0, column: 2, width: size.columns - 3, style: .muted)
            return frame
        }
        guard standing.month.turns > 0 else {
            let words = [
                "Nothing was asked in the last \(StandingDays.count) days.", ListSubject.code.advice,
            ]
            for (row, line) in words.enumerated() where row < size.rows {
                frame.put(line, row: row, column: 2, width: size.columns - 3, style: row == 0 ? .text : .muted)
            }
            return frame
        }
        for (row, fact) in facts(standing).prefix(size.rows).enumerated() {
            frame.put(fact.name, row: row, column: 2, width: 14, style: .muted)
            frame.put(fact.value, row: row, column: 16, width: size.columns - 17)
        }
        let row = size.rows - 1
        if row >= facts(standing).count {
            let line = Sparkline.text(standing.days, columns: min(size.columns - 20, standing.days.count))
            frame.put(
                [Span(line, Style(.chart1)), Span("  turns a day", .muted)], row: row, column: 2,
                width: size.columns - 3)
        }
        return frame
    }

    private struct Fact {
        var name: String
        var value: [Span]
    }

    private func facts(_ standing: Standing) -> [Fact] {
        let month = standing.month
        var facts = [
            Fact(
                name: "asked",
                value: [Span(month.turns.grouped), Span("  turns, \(month.turnsWithCode.grouped) with code", .muted)]),
            Fact(name: "accepted", value: accepted(month)),
            Fact(
                name: "wrote",
                value: [
                    Span("+\(month.added.grouped)", Style(.diffAdded)),
                    Span(" −\(month.removed.grouped)", Style(.diffRemoved)),
                    Span("  lines", .muted),
                ]),
            Fact(
                name: "tokens out", value: [month.outputTokens.map { Span($0.grouped) } ?? Span("not recorded", .muted)]
            ),
            Fact(name: "models", value: [Span(month.models.grouped)]),
            Fact(
                name: "changes",
                value: month.changes > 0
                    ? [Span(month.changes.grouped), Span("  that a session names", .muted)]
                    : [Span("none that a session names", .muted)]),
        ]
        if standing.alerts > 0 { facts.append(Fact(name: "alerts", value: [Span(standing.alerts.grouped)])) }
        return facts
    }

    /// A share is said with its number of cases, and not at all of too few.
    private func accepted(_ month: Standing.Month) -> [Span] {
        guard month.decided > 0 else { return [Span("not recorded", .muted)] }
        guard month.decided >= 8 else {
            return [Span("\(month.accepted) of \(month.decided)"), Span("  too few to tell", .muted)]
        }
        let share = Double(month.accepted) / Double(month.decided) * 100
        return [
            Span("\(Int(share.rounded())) %"),
            Span("  of \(month.decided.grouped) decided", .muted),
        ]
    }
}
