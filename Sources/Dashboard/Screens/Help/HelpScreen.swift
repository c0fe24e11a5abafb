package import Terminal
import Text

/// What the keys do on the screen that it was opened from, drawn from the one table.
package struct HelpScreen: Screen {
    private struct Line: Equatable {
        var keys: String
        var words: Span
    }

    private let lines: [Line]
    package private(set) var top = 0

    /// - Parameter hasFindings: what is said of findings has no keys, but commands.
    package init(of actions: [Action], hasFindings: Bool = false) {
        lines =
            Self.section("on this screen", actions.filter { !Action.everywhere.contains($0) })
            + (hasFindings ? Self.section("of a finding", PaletteCommand.allCases.filter(\.isOfFindings)) : [])
            + Self.section("everywhere", Action.everywhere) + Self.section("after y", Action.copies)
            + Self.section("after x", Action.exports)
            + Self.section("in the filter line", FilterLine.actions)
            + Self.section("after t", DashboardState.traceActions.filter { !TextLine.actions.contains($0) })
            + Self.section("behind :", [.run, .complete, .next, .previous, .dismiss])
    }

    private static func section(_ title: String, _ actions: [Action]) -> [Line] {
        [Line(keys: "", words: Span(title, Style(.heading)))]
            + actions.compactMap { action in
                guard let binding = KeyTable.binding(of: action) else { return nil }
                return Line(keys: binding.keys.map(\.name).joined(separator: " "), words: Span(binding.help))
            } + [Line(keys: "", words: Span(""))]
    }

    private static func section(_ title: String, _ commands: [PaletteCommand]) -> [Line] {
        [Line(keys: "", words: Span(title, Style(.heading)))]
            + commands.map { command in
                let argument = command.argument.map { " " + $0.prefix { $0 != " " } } ?? ""
                return Line(keys: ":" + command.rawValue + argument, words: Span(command.meaning))
            } + [Line(keys: "", words: Span(""))]
    }

    package var name: String { "keys" }
    package var actions: [Action] { [.close, .out] + Action.scrolling }

    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        let page = max(context.size.rows - 1, 1)
        switch action {
        case .close, .out: context.leave()
        default: top = action.moved(top, page: page)
        }
    }

    package mutating func mouse(_ event: MouseEvent, _ context: inout ScreenContext) {
        switch event.action {
        case .wheelDown: top += 3
        case .wheelUp: top -= 3
        default: break
        }
    }

    package mutating func settle(_ context: inout ScreenContext) {
        top = min(max(top, 0), max(lines.count - context.size.rows, 0))
    }

    package func view(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        let column = size.columns < 70 ? 14 : 22
        for (row, line) in lines.dropFirst(top).prefix(size.rows).enumerated() {
            guard !line.keys.isEmpty else {
                frame.put([line.words], row: row, column: 1, width: size.columns - 2)
                continue
            }
            frame.put(line.keys, row: row, column: 2, width: column - 3, style: Style(.hintKey), ellipsis: true)
            frame.put([line.words], row: row, column: column, width: size.columns - column - 1)
        }
        return frame
    }
}
