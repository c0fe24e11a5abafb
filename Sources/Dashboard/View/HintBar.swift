import Terminal
import Text

/// The last line: the most useful keys of the uppermost screen, as many as fit, and where one is.
enum HintBar {
    static func draw(_ state: DashboardState, row: Int, on frame: inout Frame) {
        if state.isCopying {
            let used = frame.put("copy  ", row: row, column: 1, style: Style(.note))
            return draw(Action.copies, row: row, start: 1 + used, end: frame.size.columns - 1, on: &frame)
        }
        let position = state.screens.top.position
        let end = frame.size.columns - 1 - (position.isEmpty ? 0 : position.displayWidth + 2)
        // In the depth the screen has its own key for going back.
        let actions = state.actions.filter { $0 != .leave || state.screens.depth == 0 }
        draw(actions, row: row, end: end, on: &frame)
        if !position.isEmpty {
            frame.put(position, row: row, column: frame.size.columns - 1 - position.displayWidth, style: .muted)
        }
    }

    static func draw(_ actions: [Action], row: Int, start: Int = 1, end: Int, on frame: inout Frame) {
        var column = start
        for action in actions {
            guard let binding = KeyTable.binding(of: action), let hint = binding.hint else { continue }
            let width = binding.name.displayWidth + 1 + hint.displayWidth
            guard column + width <= end else { break }
            column += frame.put(binding.name, row: row, column: column, style: Style(.hintKey))
            column += 1 + frame.put(hint, row: row, column: column + 1, style: Style(.hintText)) + 2
        }
    }
}
