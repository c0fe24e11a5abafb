import Store
import Terminal

// How the rows come: page by page, and anew when the store changes.
extension ListScreen {
    package mutating func receive(_ answer: Answer, _ context: inout ScreenContext) {
        switch answer {
        case .page(let request, let page):
            guard var pending, pending.ticket == request.ticket else { return }
            self.pending = nil
            if case .reload(_?, let offset) = pending.purpose, shown == pending.query, selected != pending.selected,
                let key = selectedRow?.key(by: order)
            {
                // Somebody went on while the same rows were read anew.
                pending.purpose = .reload(selecting: key, offset: offset)
            }
            shown = pending.query
            take(page, request, pending.purpose, &context)
            if isStale { refresh(&context) }
        case .count(let request, let count):
            guard request == countRequest else { return }
            total = count
            isTotalRough = false
            window.place(amongAll: count)
        case .turn(let request, let detail):
            guard request == previewRequest else { return }
            preview = detail
        case .edits(let request, let edits):
            guard request == editsRequest else { return }
            editsRequest = nil
            self.edits = edits
            selected = outline.clamped(selected)
        case .finding(let request, let account):
            guard request == findingRequest else { return }
            self.account = account
        case .trend(let request, let trend):
            guard request == trendRequest else { return }
            self.trend = trend
        case .judged(let rows, _): take(judged: rows, &context)
        case .failed(let ticket, _):
            guard [pending?.ticket, previewRequest?.ticket, editsRequest?.ticket].contains(ticket) else { return }
            pending = nil
            editsRequest = nil
            hasFailed = true
        case .superseded(let ticket):
            if editsRequest?.ticket == ticket { editsRequest = nil }
            guard pending?.ticket == ticket else { return }
            pending = nil
            isStale = true
        case .forgotten:
            marks.removeAll()
            refresh(&context)
        case .news, .session, .text, .place, .refused, .done, .standing, .values, .targets, .plan, .alert, .glance,
            .traced, .pipeline:
            break
        }
    }

    private mutating func take(
        _ page: [ListRow], _ request: PageRequest, _ purpose: PendingPage.Purpose, _ context: inout ScreenContext
    ) {
        let isWhole = page.count < request.limit
        switch purpose {
        case .reload(let key, let offset):
            if page.isEmpty, request.from != nil {
                // All that stood here is gone; there may be newer ones.
                return self.request(.reload(selecting: nil), from: nil, .older, &context)
            }
            reload(page, selecting: key, offset, reachesNewest: request.from == nil, reachesOldest: isWhole)
        case .newest:
            let key = staysOnNewest ? nil : selectedRow?.key(by: order)
            reload(page, selecting: key, nil, reachesNewest: true, reachesOldest: isWhole)
        case .last:
            window.replace(page, reachesNewest: isWhole, reachesOldest: true)
            selected = outline.last
            top = selected
        case .older:
            shift(by: window.append(older: page, reachesOldest: isWhole))
        case .newer:
            shift(by: window.prepend(newer: page, reachesNewest: isWhole))
        }
        if let total, !isTotalRough { window.place(amongAll: total) }
        widths = TurnColumns.Widths(of: rows)
        hasLoaded = true
    }

    private mutating func reload(
        _ page: [ListRow], selecting key: PageKey?, _ offset: Int?, reachesNewest: Bool, reachesOldest: Bool
    ) {
        let line = distance(from: top, to: selected)
        let wasAtTop = top == .first && window.reachesNewest
        let child = selected.child
        window.replace(page, offset: offset, reachesNewest: reachesNewest, reachesOldest: reachesOldest)
        selected = outline.clamped(
            RowPlace(row: key.map { window.index(of: $0, by: order) } ?? 0, child: key == nil ? nil : child))
        // At the very top what is new shows above the selection; elsewhere the selection stays on its line.
        top = wasAtTop && reachesNewest ? .first : outline.moved(selected, by: -line)
    }

    /// How many places lie between two, as far as a screen is high.
    private func distance(from start: RowPlace, to end: RowPlace) -> Int {
        let outline = outline
        var place = outline.clamped(end)
        var steps = 0
        while place > start, steps < 500, let before = outline.before(place) {
            place = before
            steps += 1
        }
        return steps
    }

    private mutating func shift(by rows: Int) {
        selected.row += rows
        top.row += rows
        selected = outline.clamped(selected)
        top = outline.clamped(top)
    }

    /// Reads anew what is on the screen and a little around it. The selection stays on its row, wherever that goes, unless
    /// it is to stay on the newest.
    package mutating func refresh(_ context: inout ScreenContext) {
        hasFailed = false
        previewRequest = nil
        findingRequest = nil
        trendRequest = nil
        editsAreStale = true
        isTotalRough = true
        if let shown, shown.filter != narrowed(to: context.repository) { forgetTotal() }
        guard pending == nil else {
            isStale = true
            return
        }
        isStale = false
        if staysOnNewest { return request(.newest, from: nil, .older, &context) }
        let start = max(top.row - 20, 0)
        guard start > 0 || !window.reachesNewest, rows.indices.contains(start) else {
            return request(.reload(selecting: selectedRow?.key(by: order)), from: nil, .older, &context)
        }
        let key = order.justBefore(rows[start].key(by: order))
        let offset = window.offset.map { $0 + start }
        request(.reload(selecting: selectedRow?.key(by: order), offset: offset), from: key, .older, &context)
    }

    mutating func forgetTotal() {
        total = nil
        countRequest = nil
        isTotalRough = false
    }

    package mutating func settle(_ context: inout ScreenContext) {
        let layout = layout(context)
        selected = outline.clamped(selected)
        top = lines(context).top(near: outline.clamped(min(top, selected)), showing: selected)

        if isStale, pending == nil, !hasFailed { refresh(&context) }
        if pending == nil, !hasFailed {
            let margin = min(max(50, layout.rowsHeight * 2), 400)
            if !hasLoaded {
                request(.reload(selecting: nil), from: nil, .older, &context)
            } else if !window.reachesOldest, selected.row >= rows.count - margin, let last = rows.last {
                request(.older, from: last.key(by: order), .older, &context)
            } else if !window.reachesNewest, selected.row < margin, let first = rows.first {
                request(.newer, from: first.key(by: order), .newer, &context)
            }
        }
        guard !hasFailed else { return }
        askEdits(&context)
        askCount(&context)
        if isOfFindings, !lendsPreview { askFinding(layout, &context) }
        if layout.preview != nil || lendsPreview && !isPreviewIdle, let turn = selectedRow?.turnID,
            previewRequest?.id != turn
        {
            let request = TurnRequest(ticket: context.ticket(), id: turn, reader: .preview)
            previewRequest = request
            context.run(.loadTurn(request))
        }
    }

    /// Once for each filter, and only where the rows in memory are not all.
    private mutating func askCount(_ context: inout ScreenContext) {
        guard hasLoaded, pending == nil, countRequest == nil, !window.isComplete else { return }
        let request = CountRequest(
            ticket: context.ticket(), subject: subject, filter: narrowed(to: context.repository))
        countRequest = request
        context.run(.loadCount(request))
    }

    private mutating func askEdits(_ context: inout ScreenContext) {
        let opened = openedRows
        guard editsRequest == nil, !opened.isEmpty, editsAreStale || opened.contains(where: { edits[$0] == nil })
        else { return }
        editsAreStale = false
        let request = EditsRequest(ticket: context.ticket(), turns: opened)
        editsRequest = request
        context.run(.loadEdits(request))
    }

    mutating func request(
        _ purpose: PendingPage.Purpose, from key: PageKey?, _ direction: PageDirection, _ context: inout ScreenContext
    ) {
        let height = layout(context).rowsHeight
        let request = PageRequest(
            ticket: context.ticket(), subject: subject, filter: narrowed(to: context.repository), order: order,
            from: key,
            direction: direction, limit: min(max(100, height * 3), 400))
        pending = PendingPage(
            ticket: request.ticket, purpose: purpose,
            query: PendingPage.Query(subject: subject, filter: request.filter, order: order), selected: selected)
        isStale = false
        context.run(.loadPage(request))
    }

    func narrowed(to repository: String?) -> String {
        let filter = filter ?? ""
        let place = repository.map { "repo:\"\($0.filter { $0 != "\"" })\"" }
        guard let place else { return filter }
        return filter.isEmpty ? place : "\(place) (\(filter))"
    }
}
