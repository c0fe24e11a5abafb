import Terminal
import Text

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
