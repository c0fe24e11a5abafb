import Flows
import Terminal
import Text

/// Stages of what was asked, each with the share that came so far and the median time since it was asked.
enum FunnelView {
    static func frame(_ stages: [PipelineAccount.Stage], _ size: Size) -> Frame {
        var frame = Frame(size: size)
        guard let first = stages.first, first.count > 0 else { return frame }
        for (row, stage) in stages.prefix(size.rows).enumerated() {
            let share = Double(stage.count) / Double(first.count)
            let bar = max(size.columns - 38, 0)
            let filled = Int((share * Double(bar)).rounded())
            frame.put(stage.name, row: row, column: 1, width: 12, style: .text)
            put(stage.count.grouped, end: 20, row, &frame)
            put("\(Int((share * 100).rounded())) %", end: 26, row, &frame)
            frame.put(String(repeating: "█", count: filled), row: row, column: 28, style: Style(.chart1))
            if let time = stage.time, row > 0 {
                put(words(time), end: size.columns - 1, row, &frame, .muted)
            }
        }
        return frame
    }

    private static func put(_ text: String, end: Int, _ row: Int, _ frame: inout Frame, _ style: Style = .text) {
        frame.put(text, row: row, column: max(end - text.displayWidth, 0), width: text.displayWidth, style: style)
    }

    /// `40 s`, `12 min`, `13 h`, `4 d`.
    static func words(_ milliseconds: Double) -> String {
        switch milliseconds {
        case ..<60_000: "\(Int(milliseconds / 1000)) s"
        case ..<3_600_000: "\(Int(milliseconds / 60_000)) min"
        case ..<172_800_000: "\(Int(milliseconds / 3_600_000)) h"
        default: "\(Int(milliseconds / 86_400_000)) d"
        }
    }
}
