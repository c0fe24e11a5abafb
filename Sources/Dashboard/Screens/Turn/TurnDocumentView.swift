import Terminal

/// Draws a part of a document; the heading of what one reads stays on the first line.
enum TurnDocumentView {
    /// - Parameter isFocused: whether the keys move this document and not the one beside it.
    static func frame(_ document: TurnDocument, top: Int, size: Size, isFocused: Bool) -> Frame {
        var frame = Frame(size: size)
        draw(document.lines.dropFirst(top), from: 0, on: &frame)
        let heading = document.lines.prefix(top + 1).last {
            if case .heading = $0 { true } else { false }
        }
        if case .heading(let title)? = heading {
            frame.fill(row: 0, column: 0, width: size.columns, style: .text)
            frame.rule(title, row: 0, width: size.columns, style: Style(isFocused ? .borderFocus : .border))
        }
        return frame
    }

    /// As many lines as fit from a row on.
    static func draw(_ lines: some Sequence<DocumentLine>, from first: Int, on frame: inout Frame) {
        for (row, line) in zip(first..<max(frame.size.rows, first), lines) { draw(line, row: row, on: &frame) }
    }

    private static func draw(_ line: DocumentLine, row: Int, on frame: inout Frame) {
        let width = frame.size.columns
        switch line {
        case .empty: break
        case .heading(let title): frame.rule(title, row: row, width: width)
        case .words(let text, let style): frame.put(text, row: row, column: 2, width: width - 2, style: style)
        case .spans(let spans): frame.put(spans, row: row, column: 2, width: width - 3)
        case .code(let code): draw(code, row: row, on: &frame)
        }
    }

    private static func draw(_ code: CodeLine, row: Int, on frame: inout Frame) {
        let gutter = TurnDocument.gutter
        if let number = code.number {
            let digits = String(number)
            frame.put(
                digits, row: row, column: max(gutter - 1 - digits.utf8.count, 0), width: gutter - 1,
                style: Style(.lineNumber))
        }
        if let mark = code.mark { frame.put(mark.text, row: row, column: 0, width: 1, style: mark.style) }
        frame.put(String(code.sign), row: row, column: gutter, style: code.signStyle)
        var column = gutter + 2
        for span in code.text {
            column += frame.put(
                span.text, row: row, column: column, width: max(frame.size.columns - column, 0), style: span.style)
        }
    }
}
