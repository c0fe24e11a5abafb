import Store
package import Terminal
import Text

extension TurnList {
    package func view(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        let layout = TurnListLayout(size: size)
        frame.put(list(layout, context), row: layout.list.row, column: layout.list.column)
        if let part = layout.preview {
            frame.put(previewFrame(size: part.size, context), row: part.row, column: part.column)
        }
        return frame
    }

    private func list(_ layout: TurnListLayout, _ context: ViewContext) -> Frame {
        let size = layout.list.size
        var frame = Frame(size: size)
        guard !rows.isEmpty else {
            for (row, line) in emptiness(context).enumerated() {
                frame.put(line, row: row + min(1, size.rows - 1), column: 2, width: size.columns - 3)
            }
            return frame
        }
        let lines = lines(layout: layout, clock: context.clock).lines(from: top)
        let when: (Int64) -> String = { [clock = context.clock, now = context.now] moment in
            // Under the name of its day a row needs the hour alone.
            layout.showsDays ? clock.time(moment) : clock.short(moment, now: now)
        }
        // Of all loaded rows, so that columns do not come and go while one scrolls.
        let hasRisk = rows.contains { $0.risk != nil }
        // The longer ago, the longer it takes to say.
        let whenWidth = max(rows.last.map { when($0.at).displayWidth } ?? 0, layout.showsDays ? 5 : 6)
        let table = Table(
            TurnColumns.columns(hasRisk: hasRisk, whenWidth: whenWidth, when: when), width: size.columns)
        if layout.titleRows > 0 { table.drawTitles(row: 0, on: &frame) }
        for (index, line) in lines.enumerated() {
            let place = index + layout.titleRows
            switch line {
            case .day(let row):
                let name = context.clock.dayName(rows[row].at, now: context.now)
                frame.rule([Span(name, Style(.heading))], row: place, width: size.columns)
            case .row(let row):
                table.draw(rows[row], row: place, isSelected: row == selected, on: &frame)
            }
        }
        return frame
    }

    /// What stands where rows would be.
    private func emptiness(_ context: ViewContext) -> [[Span]] {
        guard hasLoaded else { return [[Span("reading the store…", .muted)]] }
        if let filter, !filter.isEmpty {
            return [
                [Span("No turn matches "), Span(Visible.text(filter), Style(.input))],
                [
                    Span("Esc", Style(.hintKey)), Span(" clears the filter, "), Span("/", Style(.hintKey)),
                    Span(" changes it."),
                ],
            ]
        }
        if let repository = context.repository {
            return [
                [Span("No turn of an agent is recorded in \(Visible.text(repository)).")],
                [Span("a", Style(.hintKey)), Span(" shows all repositories.")],
            ]
        }
        return [
            [Span("No turns are recorded yet.")],
            [Span("'colophon ingest' reads what the agents on this machine have kept.", .muted)],
        ]
    }
}
