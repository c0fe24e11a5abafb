import Flows
import Metrics
import Terminal

/// The course of a figure over both periods: a line of dots with the middle half of times around it, axes, and where the
/// periods meet.
struct CourseChart {
    let tile: PipelineAccount.Tile
    let account: PipelineAccount
    let clock: WallClock
    let now: Int64

    private static let margin = 8

    func frame(_ size: Size) -> Frame {
        var frame = Frame(size: size)
        let points = tile.series
        guard points.contains(where: { $0.value != nil }) else {
            frame.put(
                points.isEmpty ? "Its course is not drawn: it hangs on more than a stretch holds." : "Nothing to draw.",
                row: 0, column: 2, width: size.columns - 3, style: .muted)
            return frame
        }
        let plot = Size(columns: size.columns - Self.margin - 1, rows: size.rows - 2)
        guard plot.columns > 8, plot.rows > 1 else { return frame }
        let most = points.compactMap { $0.high ?? $0.value }.max() ?? 1
        let scale = Self.round(most > 0 ? most : 1)
        drawAxes(scale, plot, on: &frame)
        var bars = DotGrid(columns: plot.columns, rows: plot.rows)
        var line = DotGrid(columns: plot.columns, rows: plot.rows)
        var last: (x: Int, y: Int)?
        for (place, point) in points.enumerated() {
            let x = (2 * place + 1) * plot.columns / points.count
            if let low = point.low, let high = point.high {
                bars.column(x, line.height(low / scale), line.height(high / scale))
            }
            guard let value = point.value else {
                last = nil
                continue
            }
            let here = (x: x, y: line.height(value / scale))
            line.line(from: last ?? here, to: here)
            last = here
        }
        bars.draw(on: &frame, row: 0, column: Self.margin + 1, style: .muted)
        line.draw(on: &frame, row: 0, column: Self.margin + 1, style: Style(.chart1))
        return frame
    }

    private func drawAxes(_ scale: Double, _ plot: Size, on frame: inout Frame) {
        let factor: Double = tile.isShare ? 100 : 1
        for row in 0..<plot.rows { frame.put("│", row: row, column: Self.margin, style: .muted) }
        let middle = plot.rows - 1 - DotGrid(columns: 0, rows: plot.rows).height(0.5) / 4
        label(FigureWords.number(scale * factor), 0, on: &frame)
        if middle > 0, middle < plot.rows { label(FigureWords.number(scale / 2 * factor), middle, on: &frame) }
        label("0", plot.rows, on: &frame)
        frame.fill(row: plot.rows, column: Self.margin, width: plot.columns + 1, with: "─", style: .muted)
        frame.put("┼", row: plot.rows, column: Self.margin, style: .muted)
        // Where the periods meet.
        let split =
            Self.margin + 1
            + Int(
                Double(account.split - account.from) / Double(max(account.to - account.from, 1)) * Double(plot.columns))
        for row in 0..<plot.rows { frame.put("│", row: row, column: split, style: Style(.border)) }
        frame.put("┼", row: plot.rows, column: split, style: .muted)
        let row = plot.rows + 1
        frame.put(clock.date(account.from, now: now), row: row, column: Self.margin, style: .muted)
        let meeting = clock.date(account.split, now: now)
        frame.put(meeting, row: row, column: max(split - meeting.count / 2, Self.margin + 14), style: .muted)
        let end = clock.date(account.to, now: now)
        frame.put(end, row: row, column: Self.margin + 1 + plot.columns - end.count, style: .muted)
    }

    private func label(_ text: String, _ row: Int, on frame: inout Frame) {
        frame.put(text, row: row, column: max(Self.margin - 1 - text.count, 0), style: .muted)
        frame.put("┤", row: row, column: Self.margin, style: .muted)
    }

    /// The next number of one digit, or of 1.2 and 1.5, times a power of ten: what is drawn fills the height.
    static func round(_ value: Double) -> Double {
        var power = 1.0
        while power * 10 <= value { power *= 10 }
        while power > value { power /= 10 }
        return [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9, 10].map { $0 * power }.first { $0 >= value * 0.999_999 }
            ?? value
    }

    /// Blocks of eight heights; a stretch without a figure is a blank.
    static func sparkline(_ points: [PipelineAccount.Point]) -> String {
        let most = points.compactMap(\.value).max() ?? 0
        guard most > 0 else { return "" }
        let blocks = Array("▁▂▃▄▅▆▇█")
        return String(
            points.map { point in
                point.value.map { blocks[min(max(Int($0 / most * 8 - 0.000_1), 0), 7)] } ?? " "
            })
    }
}
