package import Terminal

/// The pipeline alone.
package struct PipelineScreen: Screen {
    private let pane = PipelinePane()

    package var name: String { "Pipeline" }
    package var actions: [Action] { [.close, .out, .zoom] }

    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        switch action {
        case .close, .out, .zoom: context.leave()
        default: break
        }
    }

    package func view(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        frame.rule(
            [Span("last \(StandingDays.count) days", Style(.heading))], row: 0, width: size.columns)
        let inner = Size(columns: size.columns, rows: max(size.rows - 1, 0))
        frame.put(pane.view(size: inner, context), row: 1, column: 0)
        return frame
    }
}
