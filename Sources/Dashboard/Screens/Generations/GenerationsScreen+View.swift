import Store
package import Terminal
import Text

extension GenerationsScreen {
    package func view(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        let layout = GenerationsLayout(size: size)
        frame.put(list(layout, context), row: layout.list.row, column: layout.list.column)
        if let part = layout.preview {
            frame.put(previewFrame(size: part.size, context), row: part.row, column: part.column)
        }
        return frame
    }

    private func list(_ layout: GenerationsLayout, _ context: ViewContext) -> Frame {
        let size = layout.list.size
        var frame = Frame(size: size)
        guard !rows.isEmpty else {
            for (row, line) in emptiness(context).enumerated() {
                frame.put(line, row: row + min(1, size.rows - 1), column: 2, width: size.columns - 3)
            }
            return frame
        }
        let tables = Tables(of: self, layout, context)
        if layout.titleRows > 0 {
            if subject == .generations {
                tables.generations.drawTitles(row: 0, on: &frame)
            } else {
                tables.turns.drawTitles(row: 0, on: &frame)
            }
        }
        for (index, line) in lines(layout: layout, clock: context.clock).lines(from: top).enumerated() {
            let row = index + layout.titleRows
            switch line {
            case .day(let first):
                let name = context.clock.dayName(rows[first].at, now: context.now)
                frame.rule([Span(name, Style(.heading))], row: row, width: size.columns)
            case .place(let place): draw(place, tables, row: row, on: &frame)
            }
        }
        return frame
    }

    private struct Tables {
        let turns: Table<TurnRow>
        let edits: Table<TurnEdit>
        let generations: Table<GenerationRow>

        /// The mark of the selection, the sign of an opened turn, a blank.
        private static let margin = 3

        init(of screen: GenerationsScreen, _ layout: GenerationsLayout, _ context: ViewContext) {
            let when: (Int64) -> String = { [clock = context.clock, now = context.now] moment in
                // Under the name of its day a row needs the hour alone.
                layout.showsDays ? clock.time(moment) : clock.short(moment, now: now)
            }
            let rows = screen.rows
            var widths = screen.widths
            // The longer ago, the longer it takes to say.
            widths.when = max(rows.last.map { when($0.at).displayWidth } ?? 0, layout.showsDays ? 5 : 6)
            let width = layout.list.size.columns
            turns = Table(
                TurnColumns.columns(widths, when: when), width: width, margin: Self.margin)
            edits = Table(EditColumns.edits(clock: context.clock), width: width, margin: Self.margin)
            generations = Table(
                EditColumns.generations(widths, when: when), width: width, margin: Self.margin)
        }
    }

    private func draw(_ place: RowPlace, _ tables: Tables, row: Int, on frame: inout Frame) {
        let isSelected = place == selected
        let value = rows[place.row]
        if let child = place.child {
            let edits = shownEdits(of: value)
            if edits.indices.contains(child) {
                tables.edits.draw(edits[child], row: row, isSelected: isSelected, on: &frame)
            }
            return
        }
        switch value {
        case .turn(let turn):
            tables.turns.draw(turn, row: row, isSelected: isSelected, on: &frame)
            if isOpened(value) {
                frame.put("▾", row: row, column: 1, style: isSelected ? .text.on(.selection) : .muted)
            }
        case .generation(let generation):
            tables.generations.draw(generation, row: row, isSelected: isSelected, on: &frame)
        }
    }

    /// What stands where rows would be.
    private func emptiness(_ context: ViewContext) -> [[Span]] {
        guard hasLoaded else { return [[Span("reading the store…", .muted)]] }
        let what = subject.noun(isOne: true)
        let widerView = [Span("v", Style(.hintKey)), Span(" shows turns without code, too.")]
        if let filter, !filter.isEmpty {
            let clearing = [
                Span("Esc", Style(.hintKey)), Span(" clears the filter, "), Span("/", Style(.hintKey)),
                Span(" changes it."),
            ]
            let words = [Span("No \(what) matches "), Span(Visible.text(filter), Style(.input))]
            return subject == .code ? [words, clearing, widerView] : [words, clearing]
        }
        if let repository = context.repository {
            let words = [Span("No \(what) is recorded in \(Visible.text(repository)).")]
            let widening = [Span("a", Style(.hintKey)), Span(" shows all repositories.")]
            return subject == .code ? [words, widening, widerView] : [words, widening]
        }
        let words = [Span("No \(subject.noun(isOne: false)) are recorded yet.")]
        let advice = [Span("'colophon ingest' reads what the agents on this machine have kept.", .muted)]
        return subject == .code ? [words, widerView, advice] : [words, advice]
    }
}
