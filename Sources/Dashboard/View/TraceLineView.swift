import Terminal
import Text

/// The line into which what tells of a failure is pasted, or its place typed.
enum TraceLineView {
    private static let invitation = "paste a stack trace, a log or an alarm; or type file:line"

    static func draw(_ line: TextLine, row: Int, on frame: inout Frame) {
        TextLineView.draw(line, sign: "t", row: row, on: &frame)
        if line.text.isEmpty {
            let column = TextLineView.start
            frame.put(
                invitation, row: row, column: column, width: frame.size.columns - column - 1,
                style: Style(.placeholder), ellipsis: true)
        }
        HintBar.draw(DashboardState.traceActions, row: row + 1, end: frame.size.columns - 1, on: &frame)
    }
}
