package import Store
package import Terminal
import Text

/// One turn in full: what was asked, what came, what it wrote.
package struct TurnScreen: Screen {
    private let row: TurnRow
    private(set) var detail: TurnDetail?
    private var document: TurnDocument?
    /// The document's line on the first line of the screen.
    package private(set) var top = 0
    private var request: TurnRequest?
    private var isGone = false
    private var hasFailed = false

    /// - Parameter known: the turn, where it has been read already; it is read again all the same.
    package init(of row: TurnRow, known: TurnDetail? = nil) {
        self.row = row
        detail = known
    }

    package var name: String {
        row.title.isEmpty ? "turn" : Visible.text(row.title)
    }

    package var actions: [Action] { [.back, .nextEdit, .previousEdit] + Action.scrolling }

    package var position: String {
        guard let document, !document.lines.isEmpty else { return "" }
        return "line \(top + 1) of \(document.lines.count)"
    }

    package var tally: String {
        guard let count = document?.edits.count else { return "" }
        return count == 1 ? "1 edit" : "\(count) edits"
    }

    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        let page = max(context.size.rows - 1, 1)
        switch action {
        case .back: context.leave()
        case .down: scroll(to: top + 1, context)
        case .up: scroll(to: top - 1, context)
        case .halfPageDown: scroll(to: top + max(page / 2, 1), context)
        case .halfPageUp: scroll(to: top - max(page / 2, 1), context)
        case .pageDown: scroll(to: top + page, context)
        case .pageUp: scroll(to: top - page, context)
        case .first: scroll(to: 0, context)
        case .last: scroll(to: lineCount, context)
        case .nextEdit:
            if let next = document?.edits.first(where: { $0 > top }) { scroll(to: next, context) }
        case .previousEdit:
            if let previous = document?.edits.last(where: { $0 < top }) { scroll(to: previous, context) }
        default: break
        }
    }

    package mutating func mouse(_ event: MouseEvent, _ context: inout ScreenContext) {
        switch event.action {
        case .wheelDown: scroll(to: top + 3, context)
        case .wheelUp: scroll(to: top - 3, context)
        default: break
        }
    }

    package mutating func receive(_ answer: Answer, _ context: inout ScreenContext) {
        switch answer {
        case .turn(let request, let detail) where request == self.request:
            isGone = detail == nil
            if let detail, detail != self.detail {
                self.detail = detail
                document = nil
            }
        case .failed(let ticket, _) where ticket == request?.ticket:
            hasFailed = true
        default: break
        }
    }

    package mutating func refresh(_ context: inout ScreenContext) {
        request = nil
        hasFailed = false
    }

    package mutating func settle(_ context: inout ScreenContext) {
        if request == nil {
            let request = TurnRequest(ticket: context.ticket(), id: row.id, reader: .screen)
            self.request = request
            context.run(.loadTurn(request))
        }
        if let detail, document?.columns != context.size.columns {
            let before = document
            document = TurnDocument(detail, columns: context.size.columns, clock: context.clock)
            top = before.map { place(of: top, in: $0) } ?? top
        }
        scroll(to: top, context)
    }

    /// The line that shows, at another width, about what a line showed: the same distance between the same two edits.
    private func place(of line: Int, in before: TurnDocument) -> Int {
        guard let document else { return line }
        let index = before.edits.lastIndex { $0 <= line }
        let start = index.map { before.edits[$0] } ?? 0
        let newStart = index.flatMap { document.edits.indices.contains($0) ? document.edits[$0] : nil } ?? 0
        let next = index.map { $0 + 1 } ?? 0
        let end = before.edits.indices.contains(next) ? before.edits[next] : before.lines.count
        let newEnd = document.edits.indices.contains(next) ? document.edits[next] : document.lines.count
        return newStart + (line - start) * max(newEnd - newStart, 0) / max(end - start, 1)
    }

    private var lineCount: Int { document?.lines.count ?? 0 }

    /// The last line does not leave the bottom, except that the last edit may be brought to the top.
    private mutating func scroll(to line: Int, _ context: ScreenContext) {
        let lowest = max(lineCount - context.size.rows, document?.edits.last ?? 0, 0)
        top = min(max(line, 0), lowest)
    }

    package func view(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        guard let document else {
            let words = isGone ? "This turn is no longer in the store." : hasFailed ? "" : "reading the turn…"
            frame.put(words, row: min(1, size.rows - 1), column: 2, width: size.columns - 3, style: .muted)
            return frame
        }
        for (row, line) in document.lines.dropFirst(top).prefix(size.rows).enumerated() {
            draw(line, row: row, on: &frame)
        }
        return frame
    }

    private func draw(_ line: DocumentLine, row: Int, on frame: inout Frame) {
        let width = frame.size.columns
        switch line {
        case .empty: break
        case .heading(let title): frame.rule(title, row: row, width: width)
        case .words(let text, let style): frame.put(text, row: row, column: 2, width: width - 2, style: style)
        case .spans(let spans): frame.put(spans, row: row, column: 2, width: width - 3)
        case .code(let number, let sign, let text, let style):
            if let number {
                let digits = String(number)
                let column = TurnDocument.gutter - 1 - digits.utf8.count
                frame.put(
                    digits, row: row, column: max(column, 0), width: TurnDocument.gutter - 1, style: Style(.lineNumber))
            }
            frame.put(String(sign), row: row, column: TurnDocument.gutter, style: style)
            let column = TurnDocument.gutter + 2
            frame.put(text, row: row, column: column, width: width - column, style: style)
        }
    }
}
