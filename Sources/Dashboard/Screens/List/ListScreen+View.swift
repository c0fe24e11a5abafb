import Store
package import Terminal
import Text

extension ListScreen {
    package func view(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        let layout = layout(size)
        if layout.headRows > 0 {
            let trend = TrendLine.spans(trend, columns: size.columns - 3, repository: context.repository)
            frame.put(trend, row: 0, column: 2, width: size.columns - 3)
        }
        frame.put(list(layout, context), row: layout.list.row, column: layout.list.column)
        if let part = layout.preview {
            frame.put(previewFrame(size: part.size, context), row: part.row, column: part.column)
        }
        return frame
    }

    private func list(_ layout: ListLayout, _ context: ViewContext) -> Frame {
        let size = layout.list.size
        var frame = Frame(size: size)
        guard !rows.isEmpty else {
            for (row, line) in emptiness(context).enumerated() {
                frame.put(line, row: row + min(1, size.rows - 1), column: 2, width: size.columns - 3)
            }
            return frame
        }
        let tables = ListTables(of: self, layout, context)
        if layout.titleRows > 0 { tables.drawTitles(row: 0, on: &frame) }
        for (index, line) in lines(layout: layout, clock: context.clock).lines(from: top).enumerated() {
            let row = index + layout.titleRows
            switch line {
            case .day(let first):
                frame.rule([groupName(rows[first], context)], row: row, width: size.columns)
            case .place(let place): tables.draw(place, row: row, isFocused: context.isFocused, on: &frame)
            }
        }
        return frame
    }

    /// What stands where rows would be.
    private func emptiness(_ context: ViewContext) -> [[Span]] {
        guard hasLoaded else { return [[Span("reading the store…", .muted)]] }
        let what = noun(isOne: true)
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
        let advice = [Span(subject.advice, .muted)]
        return subject == .code ? [words, widerView, advice] : [words, advice]
    }
}

extension ListSubject {
    /// The command that fills the list.
    package var advice: String {
        switch self {
        case .code, .turns, .generations, .sessions:
            "'colophon ingest' reads what the agents on this machine have kept."
        case .openFindings, .findings:
            "'colophon record' takes them from any program, as JSON lines."
        case .alerts:
            "'colophon record' and 'colophon trace' take them in, t what is pasted."
        }
    }
}
