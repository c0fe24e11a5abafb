package import Metrics
package import Terminal

/// What a figure means and how it is counted.
package struct DefinitionScreen: Screen {
    private let metric: PipelineMetric
    private var top = 0

    package init(_ metric: PipelineMetric) { self.metric = metric }

    package var name: String { "definition" }
    package var actions: [Action] { [.close, .out] + Action.scrolling }

    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        let page = max(context.size.rows - 1, 1)
        switch action {
        case .close, .out: context.leave()
        default: top = action.moved(top, page: page)
        }
    }

    package mutating func settle(_ context: inout ScreenContext) {
        top = min(max(top, 0), max(lines(context.size.columns - 3).count - context.size.rows, 0))
    }

    private func lines(_ columns: Int) -> [(text: String, isTitle: Bool)] {
        let definition = metric.definition
        var lines: [(String, Bool)] = []
        for (title, text) in [
            ("\(definition.title), \(definition.unit.name)", definition.meaning), ("counted", definition.counting),
            ("source", definition.source), ("caution", definition.caution),
        ] {
            lines.append((title, true))
            lines += Wrapping.lines(ofText: text, columns: max(columns, 10)).map { ($0, false) }
            lines.append(("", false))
        }
        return lines
    }

    package func view(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        for (row, line) in lines(size.columns - 3).dropFirst(top).prefix(size.rows).enumerated() {
            frame.put(
                line.text, row: row, column: 2, width: size.columns - 3, style: line.isTitle ? Style(.heading) : .text)
        }
        return frame
    }
}
