package import Store
package import Terminal
import Text

/// The list of what was generated, newest first, live: turns that open to their edits, or every generation.
package struct GenerationsScreen: Screen {
    package private(set) var subject: ListSubject
    package internal(set) var filter: String?
    /// What the list is narrowed to beside the filter, in the filter language: one session.
    let narrowing: String?
    package internal(set) var window = RowWindow()
    package internal(set) var selected = RowPlace.first
    /// The place on the first line.
    package internal(set) var top = RowPlace.first
    package private(set) var isFollowing = false
    /// Turns whose edits are shown under them, and those edits once they are read.
    private var opened: Set<Int64> = []
    var edits: [Int64: [TurnEdit]] = [:]
    /// Of all rows in memory, counted when they come and not for every picture.
    var widths = TurnColumns.Widths()
    /// The turn that the preview shows, once it is read.
    var preview: TurnDetail?
    /// Nobody has touched a key yet: the newest row stays selected while the histories are read.
    private var isUntouched = true

    var pending: PendingPage?
    /// What the rows that are shown were looked for by.
    var shown: PendingPage.Query?
    var previewRequest: TurnRequest?
    var editsRequest: EditsRequest?
    /// The edits that are shown may have changed.
    var editsAreStale = false
    var hasLoaded = false
    /// The store changed while a page was under way.
    var isStale = false
    /// A request failed: nothing is asked again by itself.
    var hasFailed = false

    package init(filter: String, subject: ListSubject = .code) {
        self.filter = filter
        self.subject = subject
        narrowing = nil
    }

    /// All turns of one session.
    init(session: String) {
        filter = ""
        subject = .turns
        narrowing = "session:\(session)"
    }

    package var rows: [ListRow] { window.rows }
    package var selectedRow: ListRow? { rows.indices.contains(selected.row) ? rows[selected.row] : nil }
    /// The edit that is selected under its turn.
    package var selectedEdit: TurnEdit? {
        guard let row = selectedRow, let child = selected.child else { return nil }
        let edits = shownEdits(of: row)
        return edits.indices.contains(child) ? edits[child] : nil
    }
    package var isSearching: Bool {
        guard hasLoaded, let pending else { return false }
        return pending.query != shown
    }
    /// Whether the newest row is to be the selected one when rows arrive.
    var staysOnNewest: Bool { isFollowing || isUntouched }

    package var name: String { narrowing == nil ? "Generations" : "session" }

    package var actions: [Action] {
        var actions: [Action] = [.open]
        if subject != .generations { actions += [.unfold, .fold] }
        actions += [.filter, .subject, .widen, .follow, .session, .editor, .copy]
        actions.append(narrowing != nil && filter?.isEmpty ?? true ? .close : .clearFilter)
        return actions.filter { $0 != .session || narrowing == nil } + Action.scrolling
    }

    package var position: String {
        let place = rows.isEmpty || !window.reachesNewest ? "" : "\(selected.row + 1) of \(amount)"
        return isFollowing ? "following  \(place)" : place
    }

    package var tally: String {
        guard hasLoaded else { return "" }
        return "\(amount) \(subject == .code ? "with code" : subject.noun(isOne: window.isComplete && rows.count == 1))"
    }

    /// A number that is known, or a lower bound and a plus.
    private var amount: String { rows.count.grouped + (window.isComplete ? "" : "+") }

    package var piece: Piece? {
        selectedRow.flatMap { row in row.turnID.map { Piece(turn: $0, edit: selectedEdit?.edit.id) } }
    }

    func shownEdits(of row: ListRow) -> [TurnEdit] {
        opened.contains(row.id) && subject != .generations ? edits[row.id] ?? [] : []
    }

    func isOpened(_ row: ListRow) -> Bool { subject != .generations && opened.contains(row.id) }

    var outline: Outline {
        let rows = rows
        return Outline(count: rows.count) { rows.indices.contains($0) ? self.shownEdits(of: rows[$0]).count : 0 }
    }

    // MARK: What is asked for

    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        hasFailed = false
        isUntouched = false
        let page = max(layout(context).rowsHeight - 2, 1)
        switch action {
        case .down: move(by: 1)
        case .up: move(by: -1)
        case .halfPageDown: move(by: max(page / 2, 1))
        case .halfPageUp: move(by: -max(page / 2, 1))
        case .pageDown: move(by: page)
        case .pageUp: move(by: -page)
        case .first: goToNewest(&context)
        case .last:
            selected = outline.last
            isFollowing = false
            if !window.reachesOldest { request(.last, from: PageKey(at: .min, id: .min), .newer, &context) }
        case .open: open(&context)
        case .unfold: unfold()
        case .fold: fold()
        case .clearFilter: apply(filter: "", &context)
        case .close: context.leave()
        case .subject: change(to: subject.next, &context)
        case .follow:
            isFollowing.toggle()
            if isFollowing { goToNewest(&context) }
        case .session: openSession(&context)
        default: break
        }
    }

    private mutating func move(by steps: Int) {
        selected = outline.moved(outline.clamped(selected), by: steps)
        // Whoever goes elsewhere wants to stay there.
        if selected > .first { isFollowing = false }
    }

    private mutating func goToNewest(_ context: inout ScreenContext) {
        selected = .first
        if !window.reachesNewest { request(.reload(selecting: nil), from: nil, .older, &context) }
    }

    private mutating func open(_ context: inout ScreenContext) {
        guard let row = selectedRow, let turn = row.turnID else { return }
        // The preview may still be under way; what it brings nobody would wait for.
        previewRequest = nil
        let focus: TurnScreen.Focus? =
            switch row {
            case .generation: .generation(row.id)
            case .turn: selectedEdit.map { .edit($0.edit.id) }
            }
        context.open(
            TurnScreen(turn: turn, title: row.title, known: preview?.turn.id == turn ? preview : nil, focus: focus))
    }

    private mutating func unfold() {
        guard let row = selectedRow, selected.child == nil, row.edits > 0 else { return }
        if !opened.insert(row.id).inserted, !shownEdits(of: row).isEmpty { selected.child = 0 }
    }

    private mutating func fold() {
        guard let row = selectedRow else { return }
        if selected.child == nil {
            opened.remove(row.id)
            edits[row.id] = nil
        } else {
            selected.child = nil
        }
    }

    private func openSession(_ context: inout ScreenContext) {
        switch selectedRow {
        case .turn(let row):
            let edit = selectedEdit?.edit.id
            context.open(SessionScreen(session: row.session, at: SessionScreen.Start(turn: row, edit: edit)))
        case .generation(let row):
            context.open(SessionScreen(session: row.session, at: SessionScreen.Start(generation: row)))
        case nil: break
        }
    }

    /// Lists something else, at about the time at which one was.
    private mutating func change(to subject: ListSubject, _ context: inout ScreenContext) {
        self.subject = subject
        opened = []
        edits = [:]
        selected.child = nil
        guard let row = selectedRow, selected.row > 0 || !window.reachesNewest else {
            return request(.reload(selecting: nil), from: nil, .older, &context)
        }
        let key = PageKey(at: row.at, id: .max)
        request(.reload(selecting: key), from: key, .older, &context)
    }

    package mutating func apply(filter: String, _ context: inout ScreenContext) {
        guard filter != self.filter else { return }
        self.filter = filter
        request(.reload(selecting: selectedRow?.key), from: nil, .older, &context)
    }

    package mutating func mouse(_ event: MouseEvent, _ context: inout ScreenContext) {
        hasFailed = false
        isUntouched = false
        switch event.action {
        case .wheelDown: move(by: 3)
        case .wheelUp: move(by: -3)
        case .press(.left):
            guard let place = layout(context).row(at: event.position, lines: lines(context), top: top) else { return }
            guard place == selected else {
                selected = place
                isFollowing = false
                return
            }
            // On the sign before the row a click opens it here, elsewhere in full.
            if event.position.column < 4, place.child == nil, let row = selectedRow, row.edits > 0 {
                if isOpened(row) { fold() } else { unfold() }
            } else {
                open(&context)
            }
        default: break
        }
    }

    func layout(_ context: ScreenContext) -> GenerationsLayout { GenerationsLayout(size: context.size) }

    func lines(_ context: ScreenContext) -> OutlineLines {
        lines(layout: layout(context), clock: context.clock)
    }

    func lines(layout: GenerationsLayout, clock: WallClock) -> OutlineLines {
        OutlineLines(
            outline: outline, height: layout.rowsHeight,
            day: { [rows] in rows.indices.contains($0) ? clock.day(rows[$0].at) : 0 },
            showsDays: layout.showsDays)
    }

    /// Those opened turns that are in memory.
    var openedRows: [Int64] { opened.isEmpty ? [] : rows.map(\.id).filter(opened.contains) }
}
