import Store
package import Terminal
import Text

extension SessionScreen {
    package func view(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        let layout = SessionLayout(size: size, facts: facts)
        drawFacts(layout, context, on: &frame)
        guard !turns.isEmpty else {
            frame.put(
                emptiness, row: min(layout.header + 1, max(size.rows - 1, 0)), column: 2, width: size.columns - 3,
                style: .muted)
            return frame
        }
        let table = Table(Self.columns(turns, layout, context), width: layout.columns, margin: 3)
        for (index, line) in lines(layout, context.clock).lines(from: top).enumerated() {
            let row = layout.header + index
            switch line {
            case .day(let first):
                let name = context.clock.dayName(turns[first].at, now: context.now)
                frame.rule([Span(name, Style(.heading))], row: row, width: size.columns)
            case .place(let place): draw(place, table, row: row, on: &frame)
            }
        }
        return frame
    }

    private var emptiness: String {
        if isGone { return "This session is no longer in the store." }
        return hasLoaded ? "Nothing was asked or answered in this session." : hasFailed ? "" : "reading the session…"
    }

    private func drawFacts(_ layout: SessionLayout, _ context: ViewContext, on frame: inout Frame) {
        guard let facts else { return }
        let width = layout.columns
        let lines = SessionFacts.lines(of: facts, clock: context.clock, now: context.now)
        for (row, line) in lines.prefix(max(layout.header - 1, min(layout.header, 1))).enumerated() {
            frame.put(line, row: row, column: 1, width: width - 2)
        }
        // Where days are named, their line ends the facts, too.
        if layout.header > 1, !layout.showsDays { frame.rule([], row: layout.header - 1, width: width) }
    }

    private static func columns(
        _ turns: [TurnRow], _ layout: SessionLayout, _ context: ViewContext
    ) -> [Column<TurnRow>] {
        let clock = context.clock
        let when: (Int64) -> String = { layout.showsDays ? clock.time($0) : clock.short($0, now: context.now) }
        var columns: [Column<TurnRow>] = [
            Column("when", .fixed(layout.showsDays ? 5 : 6), rank: 0) { row, _ in [Span(when(row.at), .muted)] },
            Column("asked", .flexible(least: 24), rank: 0) { row, width in asked(row, width) },
            Column("wrote", .fixed(24), rank: 1) { row, width in TurnColumns.wrote(row, width) },
            Column("became", .fixed(13), rank: 3) { row, width in TurnColumns.became(row, width) },
        ]
        if turns.contains(where: { $0.risk != nil }) {
            columns.append(Column("risk", .fixed(10), rank: 2) { row, _ in [TurnColumns.risk(row.risk)] })
        }
        return columns
    }

    private static func asked(_ row: TurnRow, _ width: Int) -> [Span] {
        let words = TurnColumns.asked(row, row.asker == "agent" ? width - 7 : width)
        return row.asker == "agent" ? [Span("agent  ", Style(.note))] + words : words
    }

    private func draw(_ place: RowPlace, _ table: Table<TurnRow>, row: Int, on frame: inout Frame) {
        let turn = turns[place.row]
        let isSelected = place == selected
        guard let child = place.child else {
            table.draw(turn, row: row, isSelected: isSelected, on: &frame)
            if isUnfolded(turn.id) {
                frame.put("▾", row: row, column: 1, style: isSelected ? .text.on(.selection) : .muted)
            }
            return
        }
        let width = frame.size.columns
        let column = SessionLayout.indent
        if let lines = stories[turn.id]?.lines {
            guard lines.indices.contains(child) else { return }
            frame.put(lines[child].spans, row: row, column: column, width: width - column - 1)
        } else {
            frame.put("reading the turn…", row: row, column: column, width: width - column, style: .muted)
        }
        if isSelected {
            frame.put("▸", row: row, column: 0, style: .text)
            frame.highlight(row: row, column: 0, width: width, on: .selection)
        }
    }
}

extension StoryLines {
    /// Of a turn that is no longer there.
    static func gone(columns: Int) -> StoryLines {
        StoryLines(columns: columns, words: "This turn is no longer in the store.")
    }
}
