import Store
package import Terminal
import Text

extension OverviewScreen {
    package func view(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        let layout = layout(size)
        for part in layout.parts {
            var inner = context
            inner.isFocused = part.pane == focus
            frame.rule(
                title(of: part.pane, context), row: part.row, column: part.column, width: part.size.columns,
                style: Style(inner.isFocused && layout.showsAll ? .borderFocus : .border))
            frame.put(content(of: part.pane, size: part.inner, inner), row: part.row + 1, column: part.column)
        }
        if layout.stripRows > 0 { drawStrip(layout.stripRows, on: &frame, context) }
        return frame
    }

    private func content(of pane: OverviewLayout.Pane, size: Size, _ context: ViewContext) -> Frame {
        switch pane {
        case .generations: list.view(size: size, context)
        case .findings: findings.view(size: size, context)
        case .provenance: provenance.view(size: size, context)
        case .pipeline: pipeline.view(size: size, context)
        }
    }

    private func title(of pane: OverviewLayout.Pane, _ context: ViewContext) -> [Span] {
        let style = Style(pane == focus ? .borderFocus : .heading)
        var spans = [Span(pane.title, style)]
        switch pane {
        case .findings: spans += SeverityCounts.spans(context.standing)
        case .pipeline: spans.append(Span("  last \(StandingDays.count) days", .muted))
        default: break
        }
        return spans
    }

    /// What the other panes would say, in a line, and what is selected in two more.
    private func drawStrip(_ rows: Int, on frame: inout Frame, _ context: ViewContext) {
        let size = frame.size
        var spans: [Span] = []
        for pane in OverviewLayout.Pane.allCases where pane != focus {
            if !spans.isEmpty { spans.append(Span("   ")) }
            spans.append(Span(pane.title, Style(.heading)))
            if pane == .findings { spans += SeverityCounts.spans(context.standing) }
        }
        if let standing = context.standing, standing.alerts > 0 {
            spans += [Span("   "), Span("5 Alerts", Style(.heading)), Span(" \(standing.alerts.grouped)")]
        }
        frame.rule(spans, row: size.rows - rows, width: size.columns)
        guard rows > 1, let row = list.selectedRow else { return }
        let detail = list.preview?.turn.id == row.turnID ? list.preview : nil
        let prompt =
            Wrapping.lines(ofText: detail?.prompt ?? row.title, columns: size.columns * 4, limit: 1).first ?? ""
        frame.put(
            "\"\(prompt)\"", row: size.rows - rows + 1, column: 2, width: size.columns - 3, style: .text, ellipsis: true
        )
        guard rows > 2 else { return }
        if let finding = detail?.findings.first(where: { $0.status == "open" }) {
            let sign = TurnColumns.severity(finding.severity)
            let line = finding.firstLine.map { " line \($0)" } ?? ""
            frame.put(
                [
                    Span(String(sign.text.prefix(1)) + " " + Visible.text(finding.rule), sign.style),
                    Span("\(line): " + Visible.text(finding.message), .muted),
                ], row: size.rows - 1, column: 2, width: size.columns - 3)
        } else if let turn = row.turn {
            let words = [turn.agent, turn.model ?? "model not recorded", turn.branch ?? ""].filter { !$0.isEmpty }
            frame.put(
                Visible.text(words.joined(separator: "  ")), row: size.rows - 1, column: 2, width: size.columns - 3,
                style: .muted, ellipsis: true)
        }
    }
}
