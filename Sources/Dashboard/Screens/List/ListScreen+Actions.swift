import Flows
import Store
package import Terminal
import Text

// What a person asks of the list.
extension ListScreen {
    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        hasFailed = false
        isUntouched = false
        let page = max(layout(context).rowsHeight - 2, 1)
        switch action {
        case .first: goToFirst(&context)
        case .last: goToLast(&context)
        case .open: open(&context)
        case .unfold: unfold()
        case .fold: fold()
        case .clearFilter: clear(&context)
        case .close, .zoom: context.leave()
        case .subject: change(to: subject.next, &context)
        case .sort: sortByNext(&context)
        case .reverseSort: change(to: RowOrder(order.column, isReversed: !order.isReversed), &context)
        case .mark:
            if let row = selectedRow { marks.toggle(row, selectedEdit?.edit) }
            move(by: 1)
        case .nextMark: goToNextMark()
        case .compare:
            if let (left, right) = compared { context.open(CompareScreen(left: left, right: right)) }
        case .follow:
            isFollowing.toggle()
            if isFollowing { goToFirst(&context) }
        case .session: openSession(&context)
        default: if let steps = action.steps(page: page) { move(by: steps) }
        }
    }

    /// What is written where the list is exported: the rows that are marked or of which an edit is, or all that is filtered.
    package func export(_ repository: String?) -> ExportRequest? {
        ExportRequest(
            subject: subject, filter: narrowed(to: repository), order: order, format: .csv,
            rows: marks.rows)
    }

    private mutating func move(by steps: Int) {
        selected = outline.moved(outline.clamped(selected), by: steps)
        // Whoever goes elsewhere wants to stay there.
        if selected > .first { isFollowing = false }
    }

    private mutating func goToFirst(_ context: inout ScreenContext) {
        selected = .first
        if !window.reachesNewest { request(.reload(selecting: nil), from: nil, .older, &context) }
    }

    private mutating func goToLast(_ context: inout ScreenContext) {
        selected = outline.last
        isFollowing = false
        if !window.reachesOldest { request(.last, from: nil, .newer, &context) }
    }

    private mutating func clear(_ context: inout ScreenContext) {
        guard marks.isEmpty else { return marks.removeAll() }
        apply(filter: "", &context)
    }

    private mutating func open(_ context: inout ScreenContext) {
        guard let row = selectedRow else { return }
        if case .finding(let finding) = row {
            previewRequest = nil
            findingRequest = nil
            return context.open(
                FindingScreen(finding, known: account?.detail.finding.id == finding.id ? account : nil))
        }
        guard let turn = row.turnID else {
            if case .session = row { openSession(&context) }
            if case .alert(let alert) = row { context.open(AlertScreen(alert: alert.id, title: alert.title)) }
            return
        }
        // The preview may still be under way; what it brings nobody would wait for.
        previewRequest = nil
        let focus: TurnScreen.Focus? =
            switch row {
            case .generation: .generation(row.id)
            default: selectedEdit.map { .edit($0.edit.id) }
            }
        let known = preview?.turn.id == turn ? preview : nil
        context.open(TurnScreen(turn: turn, title: known?.turn.title ?? row.title, known: known, focus: focus))
    }

    mutating func unfold() {
        guard let row = selectedRow, selected.child == nil, row.edits > 0 else { return }
        if !opened.insert(row.id).inserted, !shownEdits(of: row).isEmpty { selected.child = 0 }
    }

    mutating func fold() {
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
        case .session(let row): context.open(SessionScreen(session: row.uid))
        case .finding(let row):
            guard let detail = preview, detail.turn.id == row.turnID else { return }
            let start = SessionScreen.Start(turn: detail.turn, edit: row.editID)
            context.open(SessionScreen(session: detail.session.uid, at: start))
        case .alert, nil: break
        }
    }

    private mutating func goToNextMark() {
        let marked = rows.indices.flatMap { index in
            let edits = shownEdits(of: rows[index])
            return (marks.contains(rows[index]) ? [RowPlace(row: index)] : [])
                + edits.indices.filter { marks.contains(rows[index], edits[$0].edit) }
                .map { RowPlace(row: index, child: $0) }
        }
        guard let next = marked.first(where: { $0 > selected }) ?? marked.first else { return }
        selected = next
        isFollowing = false
    }

    // MARK: What the list is of

    /// Lists something else, at about the time at which one was.
    private mutating func change(to subject: ListSubject, _ context: inout ScreenContext) {
        let isByTime = order == .newestFirst && subject.naturalOrder == .newestFirst
        self.subject = subject
        opened = []
        edits = [:]
        marks.removeAll()
        selected.child = nil
        forgetTotal()
        if !subject.orders.contains(order.column) { order = subject.naturalOrder }
        guard isByTime, let row = selectedRow, selected.row > 0 || !window.reachesNewest else {
            selected = .first
            return request(.reload(selecting: nil), from: nil, .older, &context)
        }
        let key = PageKey(at: row.at, id: .max)
        request(.reload(selecting: key), from: key, .older, &context)
    }

    private mutating func sortByNext(_ context: inout ScreenContext) {
        let columns = subject.orders
        let place = columns.firstIndex(of: order.column) ?? -1
        change(to: RowOrder(columns[(place + 1) % columns.count]), &context)
    }

    private mutating func change(to order: RowOrder, _ context: inout ScreenContext) {
        self.order = order
        selected = .first
        top = .first
        request(.reload(selecting: nil), from: nil, .older, &context)
    }

    package mutating func go(to place: ListPlace, _ context: inout ScreenContext) {
        filter = place.filter
        forgetTotal()
        opened = []
        edits = [:]
        if subject != place.subject { marks.removeAll() }
        subject = place.subject
        change(to: place.order, &context)
    }

    package mutating func apply(filter: String, _ context: inout ScreenContext) {
        guard filter != self.filter else { return }
        self.filter = filter
        forgetTotal()
        request(.reload(selecting: selectedRow?.key(by: order)), from: nil, .older, &context)
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
}
