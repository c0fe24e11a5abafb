import Terminal
import Text

/// The line behind `:`, over it what fits, under it the keys.
enum PaletteView {
    static func draw(_ palette: Palette, row: Int, on frame: inout Frame) {
        PopUp.draw(
            palette.entries.map { PopUp.Row(title: $0.title, meaning: $0.meaning, key: $0.key) },
            selected: palette.selected, above: row, column: 2, isWide: true, on: &frame)
        TextLineView.draw(palette.line, sign: ":", row: row, on: &frame)
        if palette.entries.isEmpty, palette.deed == nil, !palette.text.isEmpty {
            frame.put(
                "Nothing fits '\(palette.text)'.", row: row + 1, column: 1, width: frame.size.columns - 2,
                style: Style(.error), ellipsis: true)
        } else {
            HintBar.draw(Palette.actions, row: row + 1, end: frame.size.columns - 1, on: &frame)
        }
    }
}

/// A line in which one types, and its cursor.
enum TextLineView {
    static let start = 2

    /// - Returns: by how many columns the text is moved to the left, so that the cursor shows.
    @discardableResult
    static func draw(_ line: TextLine, sign: String, row: Int, on frame: inout Frame) -> Int {
        let width = frame.size.columns - start - 1
        let before = String(line.characters[..<line.cursor]).displayWidth
        let shift = max(before - width + 1, 0)
        frame.put(line.text, row: row, column: start - shift, width: shift + width, style: Style(.input))
        frame.fill(row: row, column: 0, width: start, style: .text)
        frame.put(sign, row: row, column: 0, style: Style(.hintKey))
        frame.cursor = Position(row: row, column: start + before - shift)
        return shift
    }
}
