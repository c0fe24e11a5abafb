package import Store
package import Terminal

/// The list of turns, newest first, live: what the dashboard opens with.
package struct TurnList: Screen {
    /// What a page that is under way is for.
    private struct Pending: Equatable {
        enum Purpose: Equatable {
            /// Replaces all rows; then the row with this key is selected, or the first.
            case reload(selecting: PageKey?)
            case last
            case older, newer
        }
        var ticket: Int
        var purpose: Purpose
    }

    package private(set) var filter: String?
    package private(set) var window = RowWindow()
    /// An index into the rows; 0 while there are none.
    package private(set) var selected = 0
    /// The row on the first line.
    package private(set) var top = 0
    /// The turn that the preview shows, once it is read.
    private(set) var preview: TurnDetail?
    private(set) var hasLoaded = false
    private var previewRequest: TurnRequest?
    private var pending: Pending?
    /// The store changed while a page was under way.
    private var isStale = false
    /// A request failed: nothing is asked again by itself.
    private var hasFailed = false

    package init(filter: String) { self.filter = filter }

    package var rows: [TurnRow] { window.rows }
    package var selectedRow: TurnRow? { rows.indices.contains(selected) ? rows[selected] : nil }
    package var isSearching: Bool {
        guard hasLoaded, case .reload = pending?.purpose else { return false }
        return true
    }

    package var name: String { "" }

    package var actions: [Action] {
        [.open, .filter, .widen, .clearFilter] + Action.scrolling
    }

    package var position: String {
        rows.isEmpty || !window.reachesNewest ? "" : "\(selected + 1) of \(amount)"
    }

    package var tally: String {
        hasLoaded ? "\(amount) turn\(window.isComplete && rows.count == 1 ? "" : "s")" : ""
    }

    /// A number that is known, or a lower bound and a plus.
    private var amount: String { "\(rows.count)\(window.isComplete ? "" : "+")" }

    // MARK: What is asked for

    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        hasFailed = false
        let page = max(layout(context).rowsHeight - 2, 1)
        switch action {
        case .down: select(selected + 1)
        case .up: select(selected - 1)
        case .halfPageDown: select(selected + max(page / 2, 1))
        case .halfPageUp: select(selected - max(page / 2, 1))
        case .pageDown: select(selected + page)
        case .pageUp: select(selected - page)
        case .first:
            select(0)
            if !window.reachesNewest { request(.reload(selecting: nil), from: nil, .older, &context) }
        case .last:
            select(rows.count - 1)
            if !window.reachesOldest {
                request(.last, from: PageKey(at: .min, id: .min), .newer, &context)
            }
        case .open: open(&context)
        case .clearFilter: apply(filter: "", &context)
        default: break
        }
    }

    private mutating func select(_ row: Int) {
        selected = min(max(row, 0), max(rows.count - 1, 0))
    }

    private mutating func open(_ context: inout ScreenContext) {
        guard let row = selectedRow else { return }
        // The preview may still be under way; what it brings nobody would wait for.
        previewRequest = nil
        context.open(TurnScreen(of: row, known: preview?.turn.id == row.id ? preview : nil))
    }

    package mutating func apply(filter: String, _ context: inout ScreenContext) {
        guard filter != self.filter else { return }
        self.filter = filter
        request(.reload(selecting: selectedRow?.key), from: nil, .older, &context)
    }

    package mutating func mouse(_ event: MouseEvent, _ context: inout ScreenContext) {
        hasFailed = false
        switch event.action {
        case .wheelDown: select(selected + 3)
        case .wheelUp: select(selected - 3)
        case .press(.left):
            guard let row = layout(context).row(at: event.position, lines: lines(context), top: top) else { return }
            if row == selected { open(&context) } else { select(row) }
        default: break
        }
    }

    // MARK: What comes

    package mutating func receive(_ answer: Answer, _ context: inout ScreenContext) {
        switch answer {
        case .page(let request, let page):
            guard let pending, pending.ticket == request.ticket else { return }
            self.pending = nil
            take(page, request, pending.purpose, &context)
            if isStale { refresh(&context) }
        case .turn(let request, let detail):
            guard request == previewRequest else { return }
            preview = detail
        case .failed(let ticket, _):
            guard ticket == pending?.ticket || ticket == previewRequest?.ticket else { return }
            pending = nil
            hasFailed = true
        }
    }

    private mutating func take(
        _ page: [TurnRow], _ request: PageRequest, _ purpose: Pending.Purpose, _ context: inout ScreenContext
    ) {
        let isWhole = page.count < request.limit
        switch purpose {
        case .reload(let key):
            if page.isEmpty, request.from != nil {
                // All that stood here is gone; there may be newer ones.
                return self.request(.reload(selecting: nil), from: nil, .older, &context)
            }
            let line = selected - top
            window.replace(page, reachesNewest: request.from == nil, reachesOldest: isWhole)
            selected = key.map { window.index(of: $0) } ?? 0
            top = max(selected - line, 0)
        case .last:
            window.replace(page, reachesNewest: isWhole, reachesOldest: true)
            selected = max(page.count - 1, 0)
            top = selected
        case .older:
            shift(by: window.append(older: page, reachesOldest: isWhole))
        case .newer:
            shift(by: window.prepend(newer: page, reachesNewest: isWhole))
        }
        hasLoaded = true
    }

    private mutating func shift(by rows: Int) {
        select(selected + rows)
        top = max(top + rows, 0)
    }

    /// Reads anew what is on the screen and a little around it. The selection stays on its row, wherever that goes; at the
    /// very top it stays at the top.
    package mutating func refresh(_ context: inout ScreenContext) {
        hasFailed = false
        previewRequest = nil
        guard pending == nil else {
            isStale = true
            return
        }
        isStale = false
        let start = max(top - 20, 0)
        guard start > 0 || !window.reachesNewest, rows.indices.contains(start) else {
            let key = selected == 0 ? nil : selectedRow?.key
            return request(.reload(selecting: key), from: nil, .older, &context)
        }
        // A key one above that of the row: "older than" then begins with the row itself.
        let key = PageKey(at: rows[start].at, id: rows[start].id == .max ? .max : rows[start].id + 1)
        request(.reload(selecting: selectedRow?.key), from: key, .older, &context)
    }

    package mutating func settle(_ context: inout ScreenContext) {
        let layout = layout(context)
        select(selected)
        top = lines(context).top(near: min(max(top, 0), selected), showing: selected)

        if isStale, pending == nil, !hasFailed { refresh(&context) }
        if pending == nil, !hasFailed {
            let margin = min(max(50, layout.rowsHeight * 2), 400)
            if !hasLoaded {
                request(.reload(selecting: nil), from: nil, .older, &context)
            } else if !window.reachesOldest, selected >= rows.count - margin, let last = rows.last {
                request(.older, from: last.key, .older, &context)
            } else if !window.reachesNewest, selected < margin, let first = rows.first {
                request(.newer, from: first.key, .newer, &context)
            }
        }
        if layout.preview != nil, !hasFailed, let row = selectedRow, previewRequest?.id != row.id {
            let request = TurnRequest(ticket: context.ticket(), id: row.id, reader: .preview)
            previewRequest = request
            context.run(.loadTurn(request))
        }
    }

    private mutating func request(
        _ purpose: Pending.Purpose, from key: PageKey?, _ direction: PageDirection, _ context: inout ScreenContext
    ) {
        let height = layout(context).rowsHeight
        let request = PageRequest(
            ticket: context.ticket(), filter: narrowed(to: context.repository), from: key, direction: direction,
            limit: min(max(100, height * 3), 400))
        pending = Pending(ticket: request.ticket, purpose: purpose)
        isStale = false
        context.run(.loadPage(request))
    }

    private func narrowed(to repository: String?) -> String {
        let filter = filter ?? ""
        guard let repository else { return filter }
        let name = repository.filter { $0 != "\"" }
        return filter.isEmpty ? "repo:\"\(name)\"" : "repo:\"\(name)\" (\(filter))"
    }

    private func layout(_ context: ScreenContext) -> TurnListLayout { TurnListLayout(size: context.size) }

    private func lines(_ context: ScreenContext) -> DayLines {
        lines(layout: layout(context), clock: context.clock)
    }

    func lines(layout: TurnListLayout, clock: WallClock) -> DayLines {
        DayLines(
            count: rows.count, height: layout.rowsHeight, day: { [rows] in clock.day(rows[$0].at) },
            showsDays: layout.showsDays)
    }
}
