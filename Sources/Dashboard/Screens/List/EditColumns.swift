import Store
import Terminal
import Text

/// The columns of the edits under a turn, and of the list of every generation.
enum EditColumns {
    /// `12:41:07  src/pay/refund.py  +42 −3  ▲ sql-from-input:88  applied`
    ///
    /// - Parameter became: how wide the last column is, so that it stands under that of the turns.
    static func edits(clock: WallClock, became: Int) -> [Column<TurnEdit>] {
        [
            Column("when", .fixed(12), rank: 0) { row, _ in [Span("    " + clock.clock(row.edit.at), .muted)] },
            Column("file", .flexible(least: 20), rank: 0) { row, width in file(row.edit, width) },
            Column("finding", .fixed(34), rank: 2) { row, _ in finding(row.finding) },
            Column("became", .fixed(became), rank: 1) { row, _ in
                [Span(Visible.text(row.edit.status), TurnColumns.status(row.edit.status))]
            },
        ]
    }

    /// The path, its front cut where it is too long, and what the edit added and took away.
    static func file(_ edit: EditRow, _ width: Int) -> [Span] {
        let numbers =
            edit.added == nil && edit.removed == nil
            ? [Span(" " + Visible.text(edit.kind), .muted)] : TurnColumns.lines(edit.added, edit.removed)
        let room = max(width - numbers.reduce(1) { $0 + $1.text.displayWidth }, 6)
        return [Span(Visible.text(edit.path).truncatedAtFront(to: room))] + numbers
    }

    private static func finding(_ finding: FindingRow?) -> [Span] {
        guard let finding else { return [] }
        let sign = TurnColumns.severity(finding.severity)
        let line = finding.firstLine.map { ":\($0)" } ?? ""
        return [Span(String(sign.text.prefix(1)) + " " + Visible.text(finding.rule) + line, sign.style)]
    }

    static func generations(
        _ widths: TurnColumns.Widths, when: @escaping (Int64) -> String
    ) -> [Column<GenerationRow>] {
        [
            Column("when", .fixed(widths.when), by: .time, rank: 0) { row, _ in [Span(when(row.at), .muted)] },
            Column("agent", .fixed(widths.agent), rank: 5) { row, _ in [Span(Visible.text(row.agent), .muted)] },
            Column("model", .fixed(widths.model), by: .model, rank: 2) { row, _ in [TurnColumns.model(row.model)] },
            Column("asked", .flexible(least: 24), rank: 0) { row, _ in asked(row) },
            Column("tokens out", .fixed(10), by: .tokens, rank: 1) { row, _ in
                [row.outputTokens.map { Span($0.grouped) } ?? Span("–", .muted)]
            },
            Column("took", .fixed(8), by: .duration, rank: 3) { row, _ in
                [Span(WallClock.words(ofSpan: row.endedAt.subtracting(row.at)), .muted)]
            },
            Column("edits", .fixed(5), rank: 1) { row, _ in [row.edits > 0 ? Span("\(row.edits)") : Span("–", .muted)]
            },
            Column("stop", .fixed(10), rank: 4) { row, _ in
                [row.stopReason.map { Span(Visible.text($0), .muted) } ?? Span("")]
            },
        ]
    }

    private static func asked(_ row: GenerationRow) -> [Span] {
        let title = row.title ?? ""
        var spans = title.isEmpty ? [Span("no words", .muted)] : [Span(Visible.text(title))]
        if !row.thread.isEmpty { spans.insert(Span("sub-agent  ", Style(.note)), at: 0) }
        return spans
    }
}
