import Metrics
import Text

extension StatsPage {
    /// "OpenMetrics text": the later period as gauges, for a scraper. Ends with `# EOF`.
    var openMetrics: [UInt8] {
        var text = ""
        func family(_ name: String, _ help: String) {
            text += "# TYPE \(name) gauge\n# HELP \(name) \(Self.escaped(help))\n"
        }
        let rows = board.rows.filter { $0.after.value?.isFinite ?? false }
        func labels(_ row: ScoreRow) -> String {
            let changes = row.isControl ? "control" : "all"
            return
                "metric=\"\(Self.escaped(row.name.replacing("/control", with: "")))\",changes=\"\(changes)\",unit=\"\(Self.escaped(row.unit))\",repository=\"\(Self.escaped(name ?? repository ?? ""))\""
        }
        family("colophon_pipeline", "The figure in the later period; shares from 0 to 1.")
        for row in rows { text += "colophon_pipeline{\(labels(row))} \(row.after.value ?? 0)\n" }
        family("colophon_pipeline_low", "The lower end of its 95 % interval.")
        for row in rows {
            if let low = row.after.interval?.lower, low.isFinite {
                text += "colophon_pipeline_low{\(labels(row))} \(low)\n"
            }
        }
        family("colophon_pipeline_high", "The upper end of its 95 % interval.")
        for row in rows {
            if let high = row.after.interval?.upper, high.isFinite {
                text += "colophon_pipeline_high{\(labels(row))} \(high)\n"
            }
        }
        family("colophon_pipeline_samples", "How many it was made from.")
        for row in rows { text += "colophon_pipeline_samples{\(labels(row))} \(row.after.count)\n" }
        return Array((text + "# EOF\n").utf8)
    }

    private static func escaped(_ text: String) -> String {
        Visible.text(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
