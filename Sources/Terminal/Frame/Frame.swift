/// A screen as a flat grid of cells: what a view returns, what a driver paints, what a test prints as text.
///
/// Nothing put into a frame can leave it or break it: text is cut at the edges, a wide character is there whole or not
/// at all, and what a terminal would obey or a reader not see stands there as `Visible` writes it. Places outside are
/// ignored.
///
///     var frame = Frame(size: Size(columns: 20, rows: 2))
///     let used = frame.put("héllo 世界", row: 0, column: 1, style: .text)     // 10
///     frame.highlight(row: 0, column: 0, width: 20, on: .selection)
package struct Frame: Hashable, Sendable {
    package let size: Size
    /// Where the terminal's cursor is shown; hidden if nil or outside.
    package var cursor: Position?
    /// Where it stands while it is hidden: screen magnifiers and readers look there. Anywhere if nil.
    package var focus: Position?
    private var cells: [Cell]

    package init(size: Size, style: Style = .text) {
        self.size = size
        cells = Array(repeating: .blank(style), count: size.columns * size.rows)
    }

    /// Writes text from a place on, and returns how many columns it took.
    ///
    /// - Parameters:
    ///   - width: the most columns it may take; to the right edge if nil.
    ///   - ellipsis: whether text that is cut shows so by `…` in its last column.
    @discardableResult
    package mutating func put(
        _ text: some StringProtocol, row: Int, column: Int, width: Int? = nil, style: Style, ellipsis: Bool = false
    ) -> Int {
        guard (0..<size.rows).contains(row) else { return 0 }
        var pen = Pen(column: column, width: width, columns: size.columns)
        var string = String(text)
        let whole = string.withUTF8 { put($0, row: row, pen: &pen, style: style) }
        if !whole, ellipsis, pen.limit > max(column, 0) {
            place(Glyph.ellipsis, row: row, column: pen.limit - 1, style: style)
            pen.column = pen.limit
        }
        return pen.used
    }

    /// False if the pen came to its limit before the text ended.
    ///
    /// Most of what is shown is ASCII, where a byte is a cluster of its own unless something that may combine follows
    /// it. Only the stretches between go the long way, in pieces no longer than could show, heaps of marks included.
    private mutating func put(_ bytes: UnsafeBufferPointer<UInt8>, row: Int, pen: inout Pen, style: Style) -> Bool {
        var place = 0
        while place < bytes.count {
            guard pen.fits(1) else { return false }
            if isPlain(bytes, place) {
                self.place(Glyph(ascii: bytes[place]), row: row, column: pen.advance(1), style: style)
                place += 1
                continue
            }
            let limit = min(bytes.count, place + (max(pen.limit, 0) - max(pen.column, -65536) + 1) * 256)
            var end = place + 1
            while end < limit, !isPlain(bytes, end) { end += 1 }
            // Not in the middle of a scalar.
            while end < bytes.count, end > place + 1, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            for glyph in Glyph.sequence(String(decoding: bytes[place..<end], as: UTF8.self)) {
                guard pen.fits(glyph.width) else { return false }
                self.place(glyph, row: row, column: pen.advance(glyph.width), style: style)
            }
            place = end
        }
        return true
    }

    /// Copies another frame in; its cursor too, if it has one.
    package mutating func put(_ other: Frame, row: Int, column: Int) {
        for place in other.rectangle(row: 0, column: 0, width: other.size.columns, height: other.size.rows) {
            let cell = other.cells[place.row * other.size.columns + place.column]
            guard cell.width > 0 else { continue }
            let (row, overflowRow) = row.addingReportingOverflow(place.row)
            let (column, overflowColumn) = column.addingReportingOverflow(place.column)
            guard !overflowRow, !overflowColumn, (0..<size.rows).contains(row), column >= 0,
                column <= size.columns - Int(cell.width)
            else { continue }
            self.place(Glyph(cell), row: row, column: column, style: cell.style)
        }
        if let inner = other.cursor {
            cursor = Position(row: row &+ inner.row, column: column &+ inner.column)
        }
    }

    /// Fills a rectangle with one character, by default a blank; with blanks instead of one that is not one column
    /// wide.
    package mutating func fill(
        row: Int, column: Int, width: Int, height: Int = 1, with character: Character = " ", style: Style
    ) {
        let glyphs = Array(Glyph.sequence(String(character)))
        let glyph = glyphs.count == 1 && glyphs[0].width == 1 ? glyphs[0] : .blank
        for position in rectangle(row: row, column: column, width: width, height: height) {
            place(glyph, row: position.row, column: position.column, style: style)
        }
    }

    /// Gives cells of one row another style and keeps what stands in them.
    package mutating func restyle(row: Int, column: Int, width: Int, style: Style) {
        for position in rectangle(row: row, column: column, width: width, height: 1) {
            cells[index(position)].style = style
        }
    }

    /// Lays cells of one row on a surface, say the selection; each keeps its own meaning.
    package mutating func highlight(row: Int, column: Int, width: Int, on surface: Role?) {
        for position in rectangle(row: row, column: column, width: width, height: 1) {
            cells[index(position)].style.surface = surface
        }
    }

    /// The cell at a place; nil outside.
    package subscript(row: Int, column: Int) -> Cell? {
        guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { return nil }
        return cells[row * size.columns + column]
    }

    package func row(_ row: Int) -> ArraySlice<Cell> {
        guard (0..<size.rows).contains(row) else { return [] }
        return cells[row * size.columns..<(row + 1) * size.columns]
    }

    /// The text of one row, without the blanks at its end.
    package func text(row: Int) -> String {
        var text = ""
        var blanks = 0
        for cell in self.row(row) where cell.width > 0 {
            if cell.base == " ", cell.marks.isEmpty {
                blanks += 1
            } else {
                text += String(repeating: " ", count: blanks) + cell.text
                blanks = 0
            }
        }
        return text
    }

    /// The screen as text, a line for each row, without the blanks at their ends.
    package func text() -> String {
        (0..<size.rows).map { text(row: $0) }.joined(separator: "\n")
    }

    /// Sets a glyph that is known to fit; a wide one that it hits by half becomes blank.
    private mutating func place(_ glyph: Glyph, row: Int, column: Int, style: Style) {
        let start = row * size.columns + column
        let end = start + glyph.width
        guard column >= 0, glyph.width > 0, end <= (row + 1) * size.columns else { return }
        if cells[start].width == 0, column > 0 {
            cells[start - 1] = .blank(cells[start - 1].style)
        }
        if end < (row + 1) * size.columns, cells[end].width == 0 {
            cells[end] = .blank(cells[end].style)
        }
        cells[start] = glyph.cell(style)
        if glyph.width == 2 { cells[start + 1] = .continuation(style) }
    }

    private func index(_ position: Position) -> Int { position.row * size.columns + position.column }

    /// The places of a rectangle that lie within the frame.
    private func rectangle(row: Int, column: Int, width: Int, height: Int) -> some Sequence<Position> {
        let rows = clipped(from: row, length: height, limit: size.rows)
        let columns = clipped(from: column, length: width, limit: size.columns)
        return rows.lazy.flatMap { row in columns.lazy.map { Position(row: row, column: $0) } }
    }
}

/// Whether a byte is printable ASCII and nothing that may combine follows.
private func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    0x20..<0x7F ~= bytes[place] && (place + 1 == bytes.count || bytes[place + 1] < 0x80)
}

private func clipped(from start: Int, length: Int, limit: Int) -> Range<Int> {
    let (sum, overflow) = start.addingReportingOverflow(max(length, 0))
    let lower = min(max(start, 0), limit)
    return lower..<max(lower, min(overflow ? limit : sum, limit))
}
