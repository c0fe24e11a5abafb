import Terminal
import Text

/// The line in which a filter is typed, and under it what is wrong with it, or what the keys are.
enum FilterLineView {
    static func draw(_ line: FilterLine, row: Int, on frame: inout Frame) {
        let start = TextLineView.start
        let shift = TextLineView.draw(line.line, sign: "/", row: row, on: &frame)
        if let completion = line.completion {
            let before = String(line.characters.prefix(completion.column)).displayWidth
            PopUp.draw(
                completion.candidates.map { PopUp.Row(title: $0.shown, meaning: $0.meaning) },
                selected: completion.selected, above: row, column: max(start + before - shift, 0), isWide: false,
                on: &frame)
        }

        guard let problem = line.problem else {
            HintBar.draw(FilterLine.actions, row: row + 1, end: frame.size.columns - 1, on: &frame)
            return
        }
        let carets = min(max(problem.columns.lowerBound - shift + start, start), frame.size.columns - 2)
        let end = min(max(problem.columns.upperBound - shift + start, carets + 1), frame.size.columns - 1)
        frame.fill(row: row + 1, column: carets, width: end - carets, with: "^", style: Style(.error))
        let message = problem.message
        let after = frame.size.columns - end - 2
        if message.displayWidth <= after || after >= carets - 1 {
            frame.put(message, row: row + 1, column: end + 1, width: after, style: Style(.error), ellipsis: true)
        } else {
            frame.put(message, row: row + 1, column: 0, width: carets - 1, style: Style(.error), ellipsis: true)
        }
    }
}
