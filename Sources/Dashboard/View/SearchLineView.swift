import Terminal
import Text

/// The line in which words are typed that are searched for inside of a screen.
enum SearchLineView {
    static func draw(_ line: TextLine, matches: String, row: Int, on frame: inout Frame) {
        let start = 2
        let width = max(frame.size.columns - start - matches.displayWidth - 3, 8)
        let before = String(line.characters[..<line.cursor]).displayWidth
        // Moved to the left as far as the cursor needs.
        let shift = max(before - width + 1, 0)
        frame.put(line.text, row: row, column: start - shift, width: shift + width, style: Style(.input))
        frame.fill(row: row, column: 0, width: start, style: .text)
        frame.put("/", row: row, column: 0, style: Style(.hintKey))
        if !line.text.isEmpty {
            frame.put(matches, row: row, column: frame.size.columns - 1 - matches.displayWidth, style: .muted)
        }
        frame.cursor = Position(row: row, column: start + before - shift)
        HintBar.draw(DashboardState.searchActions, row: row + 1, end: frame.size.columns - 1, on: &frame)
    }
}
