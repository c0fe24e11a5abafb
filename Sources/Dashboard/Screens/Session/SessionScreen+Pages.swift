import Store
import Terminal

// How the turns come: page by page from where one is, and what lies under them when it is to be seen.
extension SessionScreen {
    private static let page = 200
    /// Stories in memory, and how far from the screen in turns they may be.
    private static let kept = 60

    package mutating func receive(_ answer: Answer, _ context: inout ScreenContext) {
        switch answer {
        case .session(let request, .facts(let facts)):
            guard request == factsRequest else { return }
            take(facts)
        case .session(let request, .page(let page, let before)):
            guard let (asked, purpose) = pageRequest, asked == request else { return }
            pageRequest = nil
            take(page, before: before, request, purpose)
            hasLoaded = true
            forgetFarTurns()
            if isStale { refresh(&context) }
        case .session(let request, .story(let story)):
            guard request == storyRequest, case .story(let turn) = request.question else { return }
            storyRequest = nil
            stale.remove(turn)
            let layout = SessionLayout(size: context.size, facts: facts)
            let isNew = stories[turn] == nil
            let columns = layout.storyColumns
            // What is gone since is read as a turn without words.
            let lines = story.map { StoryLines($0, columns: columns, clock: context.clock) }
            stories[turn] = lines ?? StoryLines.gone(columns: columns)
            if isNew { reveal(turn, layout, context.clock) }
            bringTarget(in: turn)
        case .failed(let ticket, _):
            guard [factsRequest?.ticket, pageRequest?.request.ticket, storyRequest?.ticket].contains(ticket) else {
                return
            }
            pageRequest = nil
            storyRequest = nil
            hasFailed = true
        default: break
        }
    }

    private mutating func take(_ page: [TurnRow], before: Int, _ request: SessionRequest, _ purpose: Purpose) {
        let isWhole = page.count < Self.page
        switch purpose {
        case .begin:
            window.replace(page, before: before, reachesLast: isWhole)
            selected = .first
            top = .first
        case .end:
            window.replace(page, before: before, reachesLast: true)
            selected = outline.last
            top = selected
        case .reload(let key):
            let line = max(selected.row - top.row, 0)
            let child = selected.child
            window.replace(page, before: before, reachesLast: isWhole)
            selected = RowPlace(row: key.map { window.index(of: $0) } ?? 0, child: child)
            top = RowPlace(row: max(selected.row - line, 0), child: selected.row == 0 || line == 0 ? top.child : nil)
        case .earlier:
            let shift = window.prepend(page, before: before)
            selected.row += shift
            top.row += shift
        case .later:
            let shift = window.append(page, reachesLast: isWhole)
            selected.row += shift
            top.row += shift
        }
        selected = outline.clamped(selected)
        top = outline.clamped(top)
    }

    /// The first page that came from the turn to begin at ends with it.
    private mutating func begin(at start: Start) {
        let row = turns.firstIndex { $0.id == start.turn } ?? window.index(of: start.key)
        selected = RowPlace(row: row)
        top = RowPlace(row: row)
        if start.isUnfolded, let turn = selectedTurn, !isUnfolded(turn.id) { unfold() }
        target = start.target == .turn ? nil : start.target
        self.start = nil
    }

    private mutating func bringTarget(in turn: Int64) {
        guard let target, selectedTurn?.id == turn else { return }
        self.target = nil
        if selected.child == nil, let line = stories[turn]?.lines.firstIndex(where: { $0.target == target }) {
            selected.child = line
        }
    }

    package mutating func refresh(_ context: inout ScreenContext) {
        hasFailed = false
        factsRequest = nil
        stale.formUnion(stories.keys)
        guard hasLoaded else { return }
        guard pageRequest == nil else {
            isStale = true
            return
        }
        isStale = false
        let first = max(top.row - 20, 0)
        guard first > 0 || !window.reachesFirst, turns.indices.contains(first) else {
            return ask(.reload(selectedTurn?.key), from: nil, .newer, &context)
        }
        // A key one below that of the turn: "after" then begins with the turn itself.
        let key = PageKey(at: turns[first].at, id: turns[first].id == .min ? .min : turns[first].id - 1)
        ask(.reload(selectedTurn?.key), from: key, .newer, &context)
    }

    package mutating func settle(_ context: inout ScreenContext) {
        if start != nil, hasLoaded, let start { begin(at: start) }
        selected = outline.clamped(selected)
        let layout = SessionLayout(size: context.size, facts: facts)
        top = lines(layout, context.clock).top(near: outline.clamped(min(top, selected)), showing: selected)
        guard !hasFailed else { return }
        if factsRequest == nil {
            let request = SessionRequest(ticket: context.ticket(), question: .facts(session))
            factsRequest = request
            context.run(.loadSession(request))
        }
        askPage(&context)
        askStory(layout, &context)
    }

    private mutating func askPage(_ context: inout ScreenContext) {
        guard pageRequest == nil else { return }
        if !hasLoaded {
            guard let start else { return ask(.begin, from: nil, .newer, &context) }
            let key = PageKey(at: start.key.at, id: start.key.id == .max ? .max : start.key.id + 1)
            ask(.reload(start.key), from: key, .older, &context)
        } else if !window.reachesLast, selected.row >= turns.count - 60, let last = turns.last {
            ask(.later, from: last.key, .newer, &context)
        } else if !window.reachesFirst, selected.row < 60, let first = turns.first {
            ask(.earlier, from: first.key, .older, &context)
        }
    }

    mutating func ask(
        _ purpose: Purpose, from key: PageKey?, _ direction: PageDirection, _ context: inout ScreenContext
    ) {
        let page = ConversationPage(session: session, from: key, direction: direction, limit: Self.page)
        let request = SessionRequest(ticket: context.ticket(), question: .page(page))
        pageRequest = (request, purpose)
        context.run(.loadSession(request))
    }

    /// One after another, the selected turn first, then from the top of the screen down.
    private mutating func askStory(_ layout: SessionLayout, _ context: inout ScreenContext) {
        guard storyRequest == nil, !turns.isEmpty else { return }
        let end = min(top.row + max(layout.rows, 1), turns.count)
        let seen = turns[min(top.row, end)..<end].map(\.id).filter { isUnfolded($0) }
        let wanted = (selectedTurn.map { [$0.id] } ?? []).filter { isUnfolded($0) } + seen
        let next = wanted.first { turn in
            stale.contains(turn) || stories[turn].map { $0.columns != layout.storyColumns } ?? true
        }
        guard let next else { return }
        if stories.count >= Self.kept {
            let near = Set(wanted)
            stories = stories.filter { near.contains($0.key) }
        }
        let request = SessionRequest(ticket: context.ticket(), question: .story(next))
        storyRequest = request
        context.run(.loadSession(request))
    }
}
