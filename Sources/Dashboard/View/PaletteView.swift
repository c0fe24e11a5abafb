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
