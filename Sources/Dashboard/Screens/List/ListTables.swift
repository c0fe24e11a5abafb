import Store
import Terminal
import Text

/// The tables of one list, for its width: of its rows, and of the edits under them.
struct ListTables {
    private let turns: Table<TurnRow>
    private let edits: Table<TurnEdit>
    private let generations: Table<GenerationRow>
    private let sessions: Table<SessionRow>
    private let findings: Table<FindingRow>
    private let alerts: Table<AlertRow>
    private let screen: ListScreen

    /// The mark of the selection, the sign of an opened or marked row, a blank.
    private static let margin = 3

    init(of screen: ListScreen, _ layout: ListLayout, _ context: ViewContext) {
        self.screen = screen
        let showsDays = screen.lines(layout: layout, clock: context.clock).showsDays && screen.order.column == .time
        let when: (Int64) -> String = { [clock = context.clock, now = context.now] moment in
            // Under the name of its day a row needs the hour alone.
            showsDays ? clock.time(moment) : clock.short(moment, now: now)
        }
        var widths = screen.widths
        // The longer ago, the longer it takes to say.
        widths.when = max(screen.rows.last { $0.isDated }.map { when($0.at).displayWidth } ?? 0, showsDays ? 5 : 6)
        if screen.order.column != .time { widths.when = max(widths.when, 10) }
        if screen.rows.contains(where: { !$0.isDated }) { widths.when = ListRow.undated.utf8.count }
        let width = layout.list.size.columns
        if width < 74 { widths.wrote = 16 }
        turns = Table(TurnColumns.columns(widths, when: when), width: width, margin: Self.margin)
        let became = turns.start(of: "became").map { width - $0 } ?? 9
        edits = Table(EditColumns.edits(clock: context.clock, became: became), width: width, margin: Self.margin)
        generations = Table(EditColumns.generations(widths, when: when), width: width, margin: Self.margin)
        sessions = Table(FindingColumns.sessions(widths, when: when), width: width, margin: Self.margin)
        findings = Table(FindingColumns.findings(widths, when: when), width: width, margin: Self.margin)
        alerts = Table(FindingColumns.alerts(widths, when: when), width: width, margin: Self.margin)
    }

    func drawTitles(row: Int, on frame: inout Frame) {
        switch screen.subject {
        case .code, .turns: turns.drawTitles(row: row, by: screen.order, on: &frame)
        case .generations: generations.drawTitles(row: row, by: screen.order, on: &frame)
        case .sessions: sessions.drawTitles(row: row, by: screen.order, on: &frame)
        case .openFindings, .findings: findings.drawTitles(row: row, by: screen.order, on: &frame)
        case .alerts: alerts.drawTitles(row: row, by: screen.order, on: &frame)
        }
    }

    func draw(_ place: RowPlace, row: Int, isFocused: Bool, on frame: inout Frame) {
        let isSelected = place == screen.selected && isFocused
        let value = screen.rows[place.row]
        if let child = place.child {
            let edits = screen.shownEdits(of: value)
            if edits.indices.contains(child) {
                let isMarked = !screen.marks.isEmpty && screen.marks.contains(value, edits[child].edit)
                self.edits.draw(edits[child], row: row, isSelected: isSelected, isMarked: isMarked, on: &frame)
            }
            return
        }
        let isMarked = !screen.marks.isEmpty && screen.marks.contains(value)
        switch value {
        case .turn(let turn): turns.draw(turn, row: row, isSelected: isSelected, isMarked: isMarked, on: &frame)
        case .generation(let generation):
            generations.draw(generation, row: row, isSelected: isSelected, isMarked: isMarked, on: &frame)
        case .session(let session):
            sessions.draw(session, row: row, isSelected: isSelected, isMarked: isMarked, on: &frame)
        case .finding(let finding):
            findings.draw(finding, row: row, isSelected: isSelected, isMarked: isMarked, on: &frame)
        case .alert(let alert): alerts.draw(alert, row: row, isSelected: isSelected, isMarked: isMarked, on: &frame)
        }
        if screen.isOpened(value), !isMarked {
            frame.put("▾", row: row, column: 1, style: isSelected ? .text.on(.selection) : .muted)
        }
        if place == screen.selected, !isFocused {
            frame.put("▸", row: row, column: 0, style: .muted)
            frame.highlight(row: row, column: 0, width: frame.size.columns, on: .selectionInactive)
        }
    }
}
