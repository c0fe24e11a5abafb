import Terminal

/// A screen for those who hear it: no lines, no signs, words in their place, the cursor on the row that the keys are in.
///
/// Rows stay rows, so that the mouse and the cursor find them; columns shift where a word is longer than its sign, and come
/// back at the next gap that is wide enough.
struct PlainFrame {
    private let drawn: Frame
    /// Those of the uppermost screen.
    private let rows: Range<Int>

    init(_ drawn: Frame, rows: Range<Int>) {
        self.drawn = drawn
        self.rows = rows
    }

    func frame(size: Size) -> Frame {
        var frame = Frame(size: size)
        for row in 0..<drawn.size.rows {
            var line = PlainLine(drawn.row(row), isOfScreen: rows.contains(row))
            line.write(row: row, on: &frame)
        }
        let selected = drawn.selectedPlace.map { Position(row: $0.row, column: 0) }
        // A line that is typed in has its own cursor, which stands on the same characters.
        frame.cursor = drawn.cursor ?? selected ?? Position(row: min(rows.lowerBound, max(size.rows - 1, 0)), column: 0)
        return frame
    }
}

extension Frame {
    /// The first place of what is selected, where anything is.
    var selectedPlace: Position? {
        for row in 0..<size.rows {
            let cells = self.row(row)
            if let index = cells.firstIndex(where: { $0.style.surface == .selection }) {
                return Position(row: row, column: index - cells.startIndex)
            }
        }
        return nil
    }
}
