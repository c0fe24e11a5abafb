import Terminal
import Text

/// Rows over the line in which one types: candidates, or what the palette found.
enum PopUp {
    struct Row {
        var title: String
        var meaning: String
        /// On the right.
        var key = ""
    }

    private static let most = 8

    /// - Parameters:
    ///   - end: the screen's row under the last one.
    ///   - column: where titles begin, if there is room for them there.
    static func draw(
        _ rows: [Row], selected: Int?, above end: Int, column: Int, isWide: Bool, on frame: inout Frame
    ) {
        // At least three, and not more than half of a small screen.
        let height = min(rows.count, most, max(3, end * 2 / 3))
        guard height > 0 else { return }
        let first = min(max((selected ?? 0) - height / 2, 0), rows.count - height)
        let shown = rows[first..<first + height]
        let titles = min(shown.map { Visible.text($0.title).displayWidth }.max() ?? 0, frame.size.columns * 3 / 5)
        let meanings = shown.map { Visible.text($0.meaning).displayWidth }.max() ?? 0
        let keys = shown.map(\.key.displayWidth).max() ?? 0
        let wanted = 2 + titles + (meanings > 0 ? 2 + meanings : 0) + (keys > 0 ? 2 + keys : 0)
        let width = isWide ? frame.size.columns : min(wanted, frame.size.columns)
        let left = isWide ? 0 : max(min(column - 1, frame.size.columns - width), 0)
        let top = end - height
        for (index, row) in shown.enumerated() {
            let line = top + index
            frame.fill(row: line, column: left, width: width, style: .text)
            let isSelected = first + index == selected
            frame.put(
                Visible.text(row.title), row: line, column: left + 1, width: min(titles, width - 2),
                style: Style(.input),
                ellipsis: true)
            let room = width - titles - 4 - (keys > 0 ? keys + 2 : 0)
            if room > 3 {
                frame.put(
                    Visible.text(row.meaning), row: line, column: left + 3 + titles, width: room, style: .muted,
                    ellipsis: true)
            }
            frame.put(row.key, row: line, column: left + width - 1 - row.key.displayWidth, style: Style(.hintKey))
            frame.highlight(row: line, column: left, width: width, on: isSelected ? .selection : .selectionInactive)
        }
    }
}
