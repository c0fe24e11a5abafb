import Terminal
import Text

/// A question over the last line, and in it the two answers.
enum QuestionView {
    static func draw(_ question: Question, on frame: inout Frame) {
        let size = frame.size
        let lines = Wrapping.lines(ofText: question.text, columns: size.columns - 2, limit: max(size.rows - 4, 1))
        let top = size.rows - 1 - lines.count
        for (index, line) in lines.enumerated() {
            frame.fill(row: top + index, column: 0, width: size.columns, style: .text)
            frame.put(line, row: top + index, column: 1, width: size.columns - 2, style: Style(.warning))
            frame.highlight(row: top + index, column: 0, width: size.columns, on: .selectionInactive)
        }
        HintBar.draw(Question.actions, row: size.rows - 1, end: size.columns - 1, on: &frame)
    }
}
