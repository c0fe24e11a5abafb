package import Store
package import Terminal
import Text

/// A conversation from its first turn to its last: a line for each, which opens to what was asked, read, answered and
/// written.
package struct SessionScreen: Screen {
    /// The turn to begin at.
    package struct Start: Equatable, Sendable {
        var key: PageKey
        var turn: Int64?
        /// To be selected once it is read.
        var target: StoryLine.Target = .turn
        var isUnfolded = false
    }

    let session: String
    private(set) var facts: SessionDetail?
    private(set) var isGone = false
    var window = ConversationWindow()
    var selected = RowPlace.first
    var top = RowPlace.first
    /// Whether turns are unfolded, but for `exceptions`.
    private(set) var isUnfolded = false
    private(set) var exceptions: Set<Int64> = []
    /// Of unfolded turns near the screen, once they are read.
    var stories: [Int64: StoryLines] = [:]
    /// Stories that may have changed since.
    var stale: Set<Int64> = []
    var start: Start?
    var target: StoryLine.Target?

    var factsRequest: SessionRequest?
    var pageRequest: (request: SessionRequest, purpose: Purpose)?
    var storyRequest: SessionRequest?
    var hasLoaded = false
    var hasFailed = false
    var isStale = false

    enum Purpose: Equatable {
        case begin, end, reload(PageKey?), earlier, later
    }

    /// - Parameter start: the first turn where there is none.
    package init(session: String, at start: Start? = nil) {
        self.session = session
        self.start = start
    }

    package static func == (left: SessionScreen, right: SessionScreen) -> Bool {
        left.session == right.session && left.facts == right.facts && left.window == right.window
            && left.selected == right.selected && left.top == right.top && left.isUnfolded == right.isUnfolded
            && left.exceptions == right.exceptions && left.stories == right.stories && left.hasLoaded == right.hasLoaded
    }

    var turns: [TurnRow] { window.turns }
    package var turnsInMemory: Int { turns.count }
    package var storiesInMemory: Int { stories.count }
    package var selectedTurn: TurnRow? { turns.indices.contains(selected.row) ? turns[selected.row] : nil }
    /// The line under an unfolded turn that is selected.
    package var selectedLine: String? { selectedStoryLine?.spans.map(\.text).joined() }

    private var selectedStoryLine: StoryLine? {
        guard let turn = selectedTurn, let child = selected.child, let lines = stories[turn.id]?.lines else {
            return nil
        }
        return lines.indices.contains(child) ? lines[child] : nil
    }

    package var name: String {
        facts?.session.title.map { $0.isEmpty ? "session" : Visible.text($0) } ?? "session"
    }

    package var actions: [Action] {
        [.open, .unfold, .fold, .nextTurn, .previousTurn, .unfoldAll, .foldAll, .copy, .editor, .close]
            + Action.scrolling
    }

    package var position: String {
        guard let facts, selectedTurn != nil else { return "" }
        let number = window.before + selected.row + 1
        return "turn \(number.grouped) of \(max(facts.session.turns, number).grouped)"
    }

    package var piece: Piece? {
        guard let turn = selectedTurn else { return nil }
        if case .edit(let id)? = selectedStoryLine?.target { return Piece(turn: turn.id, edit: id) }
        return Piece(turn: turn.id)
    }

    func isUnfolded(_ turn: Int64) -> Bool { isUnfolded != exceptions.contains(turn) }

    /// The lines under a turn; one that says so while they are read.
    func height(of turn: TurnRow) -> Int {
        isUnfolded(turn.id) ? stories[turn.id]?.lines.count ?? 1 : 0
    }

    var outline: Outline {
        let turns = turns
        return Outline(count: turns.count) { turns.indices.contains($0) ? height(of: turns[$0]) : 0 }
    }

    // MARK: What is asked for

    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        hasFailed = false
        let page = max(SessionLayout(size: context.size, facts: facts).rows - 2, 1)
        switch action {
        case .first: goToFirst(&context)
        case .last: goToLast(&context)
        case .nextTurn: selected = RowPlace(row: min(selected.row + 1, max(turns.count - 1, 0)))
        case .previousTurn: selected = RowPlace(row: selected.child != nil ? selected.row : max(selected.row - 1, 0))
        case .open: open(&context)
        case .unfold: unfold()
        case .fold: fold()
        case .unfoldAll: set(isUnfolded: true)
        case .foldAll: set(isUnfolded: false)
        case .close: context.leave()
        default: if let steps = action.steps(page: page) { move(by: steps) }
        }
    }

    /// Scrolls so that as much as there is room for shows of what lies under the selected turn.
    mutating func reveal(_ turn: Int64, _ layout: SessionLayout, _ clock: WallClock) {
        guard let selectedTurn, selectedTurn.id == turn, selected.child == nil else { return }
        let last = RowPlace(row: selected.row, child: max(height(of: selectedTurn) - 1, 0))
        top = min(max(top, lines(layout, clock).top(near: top, showing: last)), selected)
    }

    private mutating func move(by steps: Int) { selected = outline.moved(outline.clamped(selected), by: steps) }

    private mutating func goToFirst(_ context: inout ScreenContext) {
        selected = .first
        if !window.reachesFirst { ask(.begin, from: nil, .newer, &context) }
    }

    private mutating func goToLast(_ context: inout ScreenContext) {
        selected = outline.last
        if !window.reachesLast { ask(.end, from: PageKey(at: .max, id: .max), .older, &context) }
    }

    private mutating func open(_ context: inout ScreenContext) {
        guard let turn = selectedTurn else { return }
        guard isUnfolded(turn.id) else { return unfold() }
        let focus: TurnScreen.Focus? =
            switch selectedStoryLine?.target {
            case .edit(let id): .edit(id)
            case .generation(let id): .generation(id)
            case .turn, nil: nil
            }
        context.open(TurnScreen(turn: turn.id, title: turn.title, focus: focus))
    }

    mutating func unfold() {
        guard let turn = selectedTurn else { return }
        if isUnfolded(turn.id) {
            if selected.child == nil, height(of: turn) > 0 { selected.child = 0 }
        } else {
            exceptions.formSymmetricDifference([turn.id])
        }
    }

    private mutating func fold() {
        guard let turn = selectedTurn else { return }
        guard selected.child == nil else { return selected.child = nil }
        if isUnfolded(turn.id) { exceptions.formSymmetricDifference([turn.id]) }
        stories[turn.id] = nil
    }

    private mutating func set(isUnfolded: Bool) {
        self.isUnfolded = isUnfolded
        exceptions = []
        selected.child = nil
        if !isUnfolded { stories = [:] }
    }

    /// What is out of the window is forgotten.
    mutating func forgetFarTurns() {
        let near = Set(turns.map(\.id))
        exceptions.formIntersection(near)
        stories = stories.filter { near.contains($0.key) }
        stale.formIntersection(near)
    }

    mutating func take(_ facts: SessionDetail?) {
        self.facts = facts
        isGone = facts == nil
    }

    package mutating func mouse(_ event: MouseEvent, _ context: inout ScreenContext) {
        hasFailed = false
        switch event.action {
        case .wheelDown: move(by: 3)
        case .wheelUp: move(by: -3)
        case .press(.left):
            let layout = SessionLayout(size: context.size, facts: facts)
            let all = lines(layout, context.clock).lines(from: top)
            let line = event.position.row - layout.header
            guard all.indices.contains(line), case .place(let place) = all[line] else { return }
            guard place == selected else { return selected = place }
            if place.child == nil, let turn = selectedTurn {
                if isUnfolded(turn.id) { fold() } else { unfold() }
            } else {
                open(&context)
            }
        default: break
        }
    }

    func lines(_ layout: SessionLayout, _ clock: WallClock) -> OutlineLines {
        OutlineLines(
            outline: outline, height: layout.rows,
            day: { [turns] in turns.indices.contains($0) ? clock.day(turns[$0].at) : 0 }, showsDays: layout.showsDays)
    }
}

extension SessionScreen.Start {
    package init(turn: TurnRow, edit: Int64? = nil, isUnfolded: Bool = false) {
        key = turn.key
        self.turn = turn.id
        target = edit.map { .edit($0) } ?? .turn
        self.isUnfolded = isUnfolded || edit != nil
    }

    package init(generation: GenerationRow) {
        // Its turn began no later.
        key = PageKey(at: generation.at, id: .max)
        turn = generation.turnID
        target = .generation(generation.id)
        isUnfolded = true
    }
}
