import Terminal
import Text

/// The last line: the most useful keys of the uppermost screen, as many as fit, and where one is.
enum HintBar {
    static func draw(_ state: DashboardState, row: Int, on frame: inout Frame) {
        if let menu = state.menu {
            let used = frame.put(menu.name + "  ", row: row, column: 1, style: Style(.note))
            return draw(menu.actions, row: row, start: 1 + used, end: frame.size.columns - 1, on: &frame)
        }
        // Said on the second line there.
        let position = state.isPlain ? "" : state.screens.top.position
        let end = frame.size.columns - 1 - (position.isEmpty ? 0 : position.displayWidth + 2)
        // In the depth the screen has its own key for going back.
        let actions = state.actions.filter { action in
            // Where `?` tells of what one stands on, help is behind another key.
            action == .help
                ? !state.screens.top.actions.contains(.define) : action != .leave || state.screens.depth == 0
        }
        draw(actions, row: row, end: end, on: &frame)
        if !position.isEmpty {
            frame.put(position, row: row, column: frame.size.columns - 1 - position.displayWidth, style: .muted)
        }
    }

    /// The way out and the way to all the rest are named wherever there is room for anything.
    private static let pinned: [Action] = [.back, .leave, .help]

    static func draw(_ actions: [Action], row: Int, start: Int = 1, end: Int, on frame: inout Frame) {
        let bindings = actions.compactMap { KeyTable.binding(of: $0) }.filter { $0.hint != nil }
        let last = bindings.filter { pinned.contains($0.action) }
        let kept = last.reduce(0) { $0 + width(of: $1) + 2 }
        let column = draw(
            bindings.filter { !pinned.contains($0.action) }, row: row, from: start, to: end - kept, on: &frame)
        draw(last, row: row, from: column, to: end, on: &frame)
    }

    private static func width(of binding: KeyBinding) -> Int {
        binding.name.displayWidth + 1 + (binding.hint ?? "").displayWidth
    }

    /// As many as fit; returns the column after them.
    @discardableResult
    private static func draw(
        _ bindings: [KeyBinding], row: Int, from start: Int, to end: Int, on frame: inout Frame
    ) -> Int {
        var column = start
        for binding in bindings {
            guard column + width(of: binding) <= end else { break }
            column += frame.put(binding.name, row: row, column: column, style: Style(.hintKey))
            column += 1 + frame.put(binding.hint ?? "", row: row, column: column + 1, style: Style(.hintText)) + 2
        }
        return column
    }
}
