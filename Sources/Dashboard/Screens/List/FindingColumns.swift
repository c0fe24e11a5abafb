import Store
import Terminal
import Text

/// The columns of the lists of findings and of alerts.
enum FindingColumns {
    static func findings(_ widths: TurnColumns.Widths, when: @escaping (Int64) -> String) -> [Column<FindingRow>] {
        [
            Column("sev", .fixed(10), by: .severity, rank: 0) { row, _ in [TurnColumns.severity(row.severity)] },
            Column("rule", .flexible(least: 16), by: .rule, rank: 0) { row, _ in [Span(Visible.text(row.rule))] },
            Column("where", .flexible(least: 14), by: .file, rank: 1) { row, width in place(row, width) },
            Column("what", .flexible(least: 30), rank: 4) { row, _ in [Span(Visible.text(row.message), .muted)] },
            Column("from", .fixed(widths.model), rank: 3) { row, _ in [TurnColumns.model(row.model)] },
            Column("status", .fixed(8), by: .status, rank: 5) { row, _ in
                [Span(Visible.text(row.status), row.status == "open" ? .text : .muted)]
            },
            Column("when", .fixed(widths.when), by: .time, rank: 2) { row, _ in [Span(when(row.at), .muted)] },
        ]
    }

    /// `refund.py:88`, the path before it as far as there is room.
    private static func place(_ row: FindingRow, _ width: Int) -> [Span] {
        guard let path = row.path else { return [Span("no file", .muted)] }
        let line = row.firstLine.map { ":\($0)" } ?? ""
        return [Span((Visible.text(path) + line).truncatedAtFront(to: width))]
    }

    static func alerts(_ widths: TurnColumns.Widths, when: @escaping (Int64) -> String) -> [Column<AlertRow>] {
        [
            Column("when", .fixed(widths.when), by: .time, rank: 0) { row, _ in [Span(when(row.at), .muted)] },
            Column("sev", .fixed(10), by: .severity, rank: 1) { row, _ in
                [row.severity.map { TurnColumns.severity($0) } ?? Span("–", .muted)]
            },
            Column("alert", .flexible(least: 24), by: .title, rank: 0) { row, _ in [Span(Visible.text(row.title))] },
            Column("service", .fixed(16), rank: 2) { row, _ in [Span(Visible.text(row.service ?? ""), .muted)] },
            Column("release", .fixed(12), rank: 3) { row, _ in
                [Span(String(Visible.text(row.revision ?? "").prefix(12)), .muted)]
            },
        ]
    }

    static func sessions(_ widths: TurnColumns.Widths, when: @escaping (Int64) -> String) -> [Column<SessionRow>] {
        [
            Column("began", .fixed(widths.when), by: .time, rank: 0) { row, _ in
                [Span(row.startedAt.map(when) ?? ListRow.undated, .muted)]
            },
            Column("agent", .fixed(widths.agent), by: .agent, rank: 1) { row, _ in [Span(Visible.text(row.agent))] },
            Column("repository", .flexible(least: 10), rank: 2) { row, _ in
                [row.repository.map { Span(Visible.text($0)) } ?? Span("not recorded", .muted)]
            },
            Column("branch", .flexible(least: 8), rank: 4) { row, _ in
                [Span(Visible.text(row.branch ?? ""), .muted)]
            },
            Column("turns", .fixed(5), rank: 1) { row, _ in [Span(row.turns.grouped)] },
            Column("took", .fixed(8), rank: 3) { row, _ in
                guard let start = row.startedAt, let end = row.endedAt else { return [Span("", .muted)] }
                return [Span(WallClock.words(ofSpan: end.subtracting(start)), .muted)]
            },
            Column("title", .flexible(least: 20), by: .title, rank: 0) { row, _ in
                [row.title.map { Span(Visible.text($0)) } ?? Span("no title", .muted)]
            },
        ]
    }
}
