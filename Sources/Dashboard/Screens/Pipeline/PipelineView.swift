import Flows
import Metrics
import Terminal
import Text

/// Draws the scoreboard.
struct PipelineView {
    let account: PipelineAccount?
    let selected: Int
    let top: Int
    let hasFailed: Bool

    func frame(_ size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        guard let account else {
            frame.put(hasFailed ? "" : "counting…", row: 0, column: 2, width: size.columns - 3, style: .muted)
            return frame
        }
        guard !account.tiles.isEmpty else {
            for (row, line) in Self.advice(account.notes, size.columns - 3).enumerated() where row < size.rows {
                frame.put(line, row: row, column: 2, width: size.columns - 3, style: row == 0 ? .text : .muted)
            }
            return frame
        }
        let layout = PipelineLayout(size, account)
        let table = Table(Self.columns(size.columns), width: size.columns)
        table.drawTitles(row: 0, on: &frame)
        for row in 0..<layout.tableRows where account.tiles.indices.contains(top + row) {
            table.draw(account.tiles[top + row], row: row + 1, isSelected: top + row == selected, on: &frame)
        }
        for (row, line) in layout.notes.enumerated() {
            frame.put(line, row: 1 + layout.tableRows + row, column: 2, width: size.columns - 3, style: .muted)
        }
        guard layout.lowerRows > 2, account.tiles.indices.contains(selected) else { return frame }
        drawLower(account, account.tiles[selected], layout, on: &frame, context)
        return frame
    }

    private func drawLower(
        _ account: PipelineAccount, _ tile: PipelineAccount.Tile, _ layout: PipelineLayout, on frame: inout Frame,
        _ context: ViewContext
    ) {
        let row = frame.size.rows - layout.lowerRows
        let title = "\(Visible.text(tile.title)), \(tile.unit)"
        frame.rule([Span(title, Style(.heading))], row: row, width: layout.chartColumns)
        let isNoted = tile.outlook != nil
        let rows = layout.lowerRows - 1 - (isNoted ? 1 : 0)
        let chart = CourseChart(tile: tile, account: account, clock: context.clock, now: context.now)
        frame.put(chart.frame(Size(columns: layout.chartColumns - 1, rows: rows)), row: row + 1, column: 0)
        if let outlook = tile.outlook {
            frame.put(
                outlook, row: frame.size.rows - 1, column: 2, width: frame.size.columns - 3, style: .muted,
                ellipsis: true)
        }
        guard !account.stages.isEmpty else { return }
        let width = frame.size.columns - layout.chartColumns
        frame.rule([Span("of what was asked", Style(.heading))], row: row, column: layout.chartColumns, width: width)
        frame.put(
            FunnelView.frame(account.stages, Size(columns: width, rows: rows)), row: row + 1,
            column: layout.chartColumns)
    }

    private static func advice(_ notes: [String], _ columns: Int) -> [String] {
        let known =
            notes.isEmpty
            ? [
                "What git knows is read by 'colophon stats' in a repository.",
                "What its host knows comes by 'colophon import': 'colophon help import' says how.",
            ] : notes
        return ["Nothing is known of the pipeline in this time."]
            + (known + ["w shows another time."]).flatMap { Wrapping.lines(ofText: $0, columns: max(columns, 10)) }
    }

    static func style(of verdict: Verdict) -> Style {
        switch verdict {
        case .more, .less: Style(.note)
        case .notClear: .text
        default: .muted
        }
    }

    private static func columns(_ width: Int) -> [Column<PipelineAccount.Tile>] {
        func trailing(
            _ title: String, _ width: Int, rank: Int, _ text: @escaping (PipelineAccount.Tile) -> String
        ) -> Column<PipelineAccount.Tile> {
            Column(title, .fixed(width), rank: rank) { tile, _ in
                let text = text(tile)
                return [Span(String(repeating: " ", count: max(width - text.displayWidth, 0)) + text)]
            }
        }
        let isNarrow = width < 60
        return [
            Column("metric", .flexible(least: isNarrow ? 12 : 20), rank: 0) { tile, _ in
                [Span((tile.isControl ? "  " : "") + Visible.text(tile.title), tile.isControl ? .muted : .text)]
            },
            trailing("before", 15, rank: 4) { $0.before },
            trailing("after", isNarrow ? 11 : 15, rank: 0) { $0.after },
            trailing("change", isNarrow ? 7 : 10, rank: isNarrow ? 2 : 1) { $0.change },
            trailing("95 %", 14, rank: 3) { $0.interval },
            trailing("n", 15, rank: 5) { $0.counts },
            Column("verdict", .fixed(isNarrow ? 9 : 16), rank: 0) { tile, _ in
                [Span(FigureWords.verdict(tile.verdict), style(of: tile.verdict))]
            },
            Column("course", .fixed(PipelineAccount.points), rank: 6) { tile, _ in
                [Span(CourseChart.sparkline(tile.series), Style(.chart1))]
            },
        ]
    }
}
