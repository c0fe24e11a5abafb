package import Terminal
import Text

extension Dashboard {
    /// Draws the state. Pure: no clock, no store, no terminal.
    ///
    /// - Parameter now: Unix milliseconds; decides what is called today, nothing else.
    package static func view(_ state: DashboardState, size: Size, now: Int64) -> Frame {
        KeyTable.$map.withValue(state.keys) {
            guard state.isPlain else {
                var frame = draw(state, size: size, now: now)
                frame.focus = frame.selectedPlace
                return frame
            }
            let frame = draw(state, size: Size(columns: state.drawnColumns, rows: size.rows), now: now)
            return PlainFrame(frame, rows: state.rowsAbove..<max(size.rows - state.rowsBelow, state.rowsAbove))
                .frame(size: size)
        }
    }

    private static func draw(_ state: DashboardState, size: Size, now: Int64) -> Frame {
        var frame = Frame(size: size)
        guard !state.isTooSmall else {
            let least = DashboardState.leastSize
            frame.put(
                "needs \(least.columns)x\(least.rows), now \(size.columns)x\(size.rows)", row: 0, column: 0,
                style: .text)
            return frame
        }
        let context = ViewContext(
            now: now, clock: state.clock, repository: state.repository, standing: state.standing)
        frame.put(state.screens.top.view(size: state.screenSize, context), row: state.rowsAbove, column: 0)
        FirstLine.draw(state, now: now, on: &frame)
        if state.hasSecondLine { SecondLine.draw(state, now: now, on: &frame) }
        if let line = state.searchLine {
            SearchLineView.draw(line, matches: state.screens.top.matches, row: size.rows - 2, on: &frame)
        } else if let line = state.filterLine {
            FilterLineView.draw(line, row: size.rows - 2, on: &frame)
        } else if let palette = state.palette {
            PaletteView.draw(palette, row: size.rows - 2, on: &frame)
        } else if let line = state.traceLine {
            TraceLineView.draw(line, row: size.rows - 2, on: &frame)
        } else if let question = state.question {
            QuestionView.draw(question, on: &frame)
        } else {
            HintBar.draw(state, row: size.rows - 1, on: &frame)
        }
        return frame
    }
}
