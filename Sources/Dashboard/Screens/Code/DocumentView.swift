import Terminal
import Text

/// Draws a part of a document; the heading of what one reads stays on the first line.
enum DocumentView {
    static func frame(_ pane: DocumentPane, size: Size, isFocused: Bool, isAlone: Bool, _ look: Document.Look) -> Frame
    {
        var frame = Frame(size: size)
        let document = pane.document
        for row in 0..<size.rows where pane.top + row < document.count {
            draw(document.line(pane.top + row, look), document, row: row, on: &frame)
        }
        if let heading = document.heading(over: pane.top), case .heading(let title) = document.line(heading, look) {
            frame.fill(row: 0, column: 0, width: size.columns, style: .text)
            frame.rule(
                title, row: 0, width: size.columns,
                style: Style(isFocused && !isAlone ? .borderFocus : .border))
        }
        if isFocused {
            for line in pane.chosen where (0..<size.rows).contains(line - pane.top) {
                highlight(row: line - pane.top, on: &frame)
            }
        }
        return frame
    }

    /// What was found stays to be told from the line that one stands on.
    private static func highlight(row: Int, on frame: inout Frame) {
        for column in 0..<frame.size.columns {
            let role = frame[row, column]?.style.role
            if role != .match, role != .matchCurrent {
                frame.highlight(row: row, column: column, width: 1, on: .selection)
            }
        }
    }

    /// As many lines as fit from a row on.
    static func draw(_ lines: some Sequence<DocumentLine>, from first: Int, on frame: inout Frame) {
        let document = Document(columns: frame.size.columns)
        for (row, line) in zip(first..<max(frame.size.rows, first), lines) {
            draw(line, document, row: row, on: &frame)
        }
    }

    private static func draw(_ line: DocumentLine, _ document: Document, row: Int, on frame: inout Frame) {
        let width = frame.size.columns
        switch line {
        case .empty: break
        case .heading(let title): frame.rule(title, row: row, width: width)
        case .words(let text, let style): frame.put(text, row: row, column: 2, width: width - 2, style: style)
        case .prose(let spans):
            var column = 2
            for span in spans {
                column += frame.put(span.text, row: row, column: column, width: width - column, style: span.style)
            }
        case .spans(let spans): frame.put(spans, row: row, column: 2, width: width - 3)
        case .code(let code): draw(code, row: row, column: 0, columns: width, on: &frame)
        case .pair(let left, let right):
            let start = document.pairStart
            if let left { draw(left, row: row, column: 0, columns: start - 1, on: &frame) }
            frame.put("│", row: row, column: start - 1, style: Style(.border))
            if let right { draw(right, row: row, column: start, columns: width - start, on: &frame) }
        }
    }

    private static func draw(_ code: CodeLine, row: Int, column start: Int, columns: Int, on frame: inout Frame) {
        let gutter = Document.gutter
        if let number = code.number {
            let digits = String(number)
            frame.put(
                digits, row: row, column: start + max(gutter - 1 - digits.utf8.count, 0), width: gutter - 1,
                style: Style(.lineNumber))
        }
        if let mark = code.mark { frame.put(mark.text, row: row, column: start, width: 1, style: mark.style) }
        frame.put(String(code.sign), row: row, column: start + gutter, style: code.signStyle)
        var column = start + gutter + 2
        let end = start + columns
        for span in code.text {
            column += frame.put(
                span.text, row: row, column: column, width: max(end - column, 0), style: span.style)
        }
        if let note = code.note, end - column >= 12 {
            let words = note.text.truncated(to: end - column - 3)
            frame.put(words, row: row, column: end - 1 - words.displayWidth, style: note.style)
        }
        // The line goes on there.
        if code.isCutLeft { frame.put("‹", row: row, column: start + gutter + 1, style: .muted) }
        if code.isCutRight { frame.put("›", row: row, column: end - 1, style: .muted) }
    }
}
