import Flows
import Store
import Terminal
import Text

// What the list of findings has beside rows: headings of its groups, the trend, the finding that is selected in full.
extension ListScreen {
    var isOfFindings: Bool { subject == .openFindings || subject == .findings }

    /// By what the rows stand under headings: by the column that they are ordered by, where it tells few values.
    var grouping: RowOrder.Column? {
        if order.column == .time { return .time }
        // While the list is being sorted, its rows are not yet in groups.
        guard isOfFindings, !lendsPreview, shownOrder == order else { return nil }
        let groups: [RowOrder.Column] = [.severity, .rule, .file, .model, .status]
        return groups.contains(order.column) ? order.column : nil
    }

    /// The same for rows of one group.
    func group(_ row: ListRow, _ clock: WallClock) -> Int64 {
        guard order.column != .time else { return clock.day(row.at) }
        return row.key(by: order).value.map { Int64(truncatingIfNeeded: $0.hashValue) } ?? 0
    }

    /// The heading of the group that begins with a row.
    func groupName(_ row: ListRow, _ context: ViewContext) -> Span {
        guard order.column != .time, case .finding(let finding) = row else {
            let name = row.isDated ? context.clock.dayName(row.at, now: context.now) : ListRow.undated
            return Span(name, Style(.heading))
        }
        return switch order.column {
        case .severity: TurnColumns.severity(finding.severity)
        case .rule: Span(Visible.text(finding.rule), Style(.heading))
        case .file: Span(finding.path.map { Visible.text($0) } ?? "no file", Style(.heading))
        case .model: Span(TurnColumns.model(finding.model).text, Style(.heading))
        default: Span(Visible.text(finding.status), Style(.heading))
        }
    }

    /// Asks for what shows of the selected finding, and once for the weeks.
    mutating func askFinding(_ layout: ListLayout, _ context: inout ScreenContext) {
        if layout.headRows > 0, hasLoaded, trendRequest == nil {
            let request = TrendRequest(ticket: context.ticket())
            trendRequest = request
            context.run(.loadTrend(request))
        }
        guard layout.preview != nil, case .finding(let row)? = selectedRow, findingRequest?.id != row.id else { return }
        let request = FindingRequest(ticket: context.ticket(), id: row.id, reader: .preview)
        findingRequest = request
        context.run(.loadFinding(request))
    }

    /// What was written shows at once; then the list is read anew, which an accepted finding may leave.
    mutating func take(judged rows: [FindingRow], _ context: inout ScreenContext) {
        guard isOfFindings else { return }
        window.update(rows.map(ListRow.finding))
        marks.removeAll()
        refresh(&context)
    }

    /// The finding in full as far as the pane goes.
    func drawFinding(_ row: FindingRow, on frame: inout Frame, _ context: ViewContext) {
        let size = frame.size
        guard let account, account.detail.finding.id == row.id else {
            let words = Wrapping.lines(ofText: row.message, columns: max(size.columns - 3, 1), limit: size.rows - 1)
            for (index, line) in words.enumerated() {
                frame.put(line, row: 1 + index, column: 2, width: size.columns - 3, style: .text)
            }
            return
        }
        let document = FindingDocument(account, columns: size.columns, isBrief: true, clock: context.clock).text
        DocumentView.draw((0..<document.count).lazy.map { document.line($0) }, from: 1, on: &frame)
    }
}
