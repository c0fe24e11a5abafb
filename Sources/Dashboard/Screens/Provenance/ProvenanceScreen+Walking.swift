import Store
package import Terminal
import Text

// What the keys and the mouse do: edges are walked, siblings gone through, the path is chosen from.
extension ProvenanceScreen {
    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        guard crumb == nil else { return performInPath(action, &context) }
        let page = max(layout(context.size).rows - 1, 1)
        if action != .toCauses, action != .toEffects { hops = [] }
        switch action {
        case .toCauses: walk(.causes)
        case .toEffects: walk(.effects)
        case .first: move(by: -.max, context)
        case .last: move(by: .max, context)
        case .reroot: if let focus { go(to: Walk(root: focus)) }
        case .pin: pin(&context)
        case .nextPin: goToNextPin()
        case .tree: if let focus { context.open(TreeScreen(focus)) }
        case .story: tell(&context)
        case .ownScreen: openOwn(&context)
        case .session: if let session = self.page?.account.session { context.open(SessionScreen(session: session)) }
        case .crumbs:
            if let walk, let step = walk.steps.last { crumb = Crumb(index: walk.count - 1, place: step.place) }
        case .nextMatch: goToMatch(by: 1)
        case .previousMatch: goToMatch(by: -1)
        case .clearFind: needle = nil
        case .close: context.leave()
        default: if let steps = action.steps(page: page) { move(by: steps, context) }
        }
    }

    func place(_ direction: GraphDirection) -> GraphColumn.Place {
        direction == .causes ? causesPlace : effectsPlace
    }

    // MARK: Walking

    /// Walks at once, or as soon as it is known where to.
    private mutating func walk(_ direction: GraphDirection) {
        guard page == nil, walk?.isOnRepeated != true else { return hop(direction) }
        if hops.count < Self.mostHops, !isGone { hops.append(direction) }
    }

    mutating func hop(_ direction: GraphDirection) {
        guard let walk else { return }
        if walk.isOnRepeated, let index = walk.index(of: walk.focus.name) {
            var walk = walk
            walk.cut(to: index)
            return go(to: walk)
        }
        guard let page, !page.column(direction).isEmpty else {
            hops = []
            return
        }
        var next = walk
        next.go(direction, in: page.column(direction), to: place(direction))
        let rest = hops
        go(to: next)
        hops = rest
        side = direction
    }

    /// Stands elsewhere from now on; what was before can be gone back to.
    private mutating func go(to next: Walk) {
        guard let walk, next != walk else { return }
        before = (before + [walk]).suffix(Self.kept)
        after = []
        arrive(next, from: walk)
    }

    private mutating func arrive(_ next: Walk, from old: Walk) {
        let isElsewhere = next.focus.name != old.focus.name
        walk = next
        needle = nil
        top = 0
        hops = []
        guard isElsewhere else { return }
        came = old.focus.name
        forgetPage()
    }

    private mutating func forgetPage() {
        page = nil
        request = nil
        (isGone, hasFailed) = (false, false)
        (causesPlace, effectsPlace) = (GraphColumn.Place(), GraphColumn.Place())
    }

    package mutating func step(back isBack: Bool, _ context: inout ScreenContext) -> Bool {
        guard let walk else { return false }
        if crumb != nil {
            crumb = nil
            return true
        }
        guard let next = isBack ? before.popLast() : after.popLast() else { return false }
        if isBack { after.append(walk) } else { before.append(walk) }
        arrive(next, from: walk)
        return true
    }

    /// To another sibling; where the path begins, where the keys lead to.
    private mutating func move(by step: Int, _ context: ScreenContext) {
        guard let last = walk?.steps.last else {
            guard let page, layout(context.size).effects != nil else { return }
            let place = page.column(side).moved(place(side), by: step)
            if side == .causes { causesPlace = place } else { effectsPlace = place }
            return
        }
        select(last.column.moved(last.place, by: step))
    }

    private mutating func select(_ place: GraphColumn.Place) {
        guard var next = walk, let step = next.steps.last, step.place != place else { return }
        next.choose(place, at: next.count - 1)
        walk = next
        came = next.parent?.name
        forgetPage()
    }

    // MARK: The path

    private mutating func performInPath(_ action: Action, _ context: inout ScreenContext) {
        guard let walk, var crumb else { return }
        switch action {
        case .crumbBefore, .crumbAfter:
            crumb.index = min(max(crumb.index + (action == .crumbAfter ? 1 : -1), 0), walk.count - 1)
            crumb.place = crumb.index > 0 ? walk.steps[crumb.index - 1].place : GraphColumn.Place()
        case .down, .up:
            guard crumb.index > 0 else { break }
            crumb.place = walk.steps[crumb.index - 1].column.moved(crumb.place, by: action == .down ? 1 : -1)
        case .goThere:
            var next = walk
            if crumb.index > 0 { next.choose(crumb.place, at: crumb.index) } else { next.cut(to: 0) }
            go(to: next)
            self.crumb = nil
            return
        case .crumbs, .close:
            self.crumb = nil
            return
        default: break
        }
        self.crumb = crumb
    }

    // MARK: Pins, story, screens

    private mutating func pin(_ context: inout ScreenContext) {
        guard let focus else { return }
        if let known = pins.firstIndex(where: { $0.name == focus.name }) {
            pins.remove(at: known)
        } else if pins.count < Self.mostPins {
            pins.append(focus)
        } else {
            context.say("\(Self.mostPins) are pinned already: . on one of them lets it go.")
        }
    }

    private mutating func goToNextPin() {
        guard let focus, !pins.isEmpty else { return }
        let place = pins.firstIndex { $0.name == focus.name }.map { ($0 + 1) % pins.count } ?? 0
        guard pins[place].name != focus.name else { return }
        var next = Walk(root: pins[place])
        // Where the path leads past it, one stays on the path.
        if let walk, let index = walk.index(of: pins[place].name) {
            next = walk
            next.cut(to: index)
        }
        go(to: next)
    }

    private mutating func tell(_ context: inout ScreenContext) {
        guard let focus else { return }
        let request = StoryRequest(ticket: context.ticket(), node: focus.name)
        storyRequest = request
        context.run(.tellStory(request))
    }

    private func openOwn(_ context: inout ScreenContext) {
        guard let account = page?.account else { return }
        if let finding = account.finding {
            context.open(FindingScreen(finding))
        } else if let place = account.place {
            context.open(place.screen)
        } else if !account.text.isEmpty {
            context.open(ContextScreen(.node(account.node.name), title: NodeWords.short(account.node)))
        } else {
            context.say("A \(NodeWords.kind(account.node.kind)) has no screen of its own: all that is known is here.")
        }
    }

    // MARK: Searching among siblings

    package mutating func search(_ step: SearchStep, _ context: inout ScreenContext) {
        guard let last = walk?.steps.last else { return }
        switch step {
        case .begin: searchStart = SearchStart(place: last.place, needle: needle)
        case .words(let words):
            guard let searchStart else { return }
            needle = Needle(words)
            let start = last.column.index(of: searchStart.place)
            let found = needle.map { self.found($0) } ?? []
            select((found.first { $0 >= start } ?? found.first).map { last.column.place(at: $0) } ?? searchStart.place)
        case .keep:
            if needle == nil { needle = searchStart?.needle }
            searchStart = nil
        case .cancel:
            guard let searchStart else { return }
            needle = searchStart.needle
            select(searchStart.place)
            self.searchStart = nil
        }
    }

    /// The siblings that have the words, by their numbers.
    func found(_ needle: Needle) -> [Int] {
        guard let column = siblings else { return [] }
        return column.lists.flatMap(\.nodes).enumerated().filter {
            needle.count(in: (NodeWords.kind($1.kind) + " " + $1.title)[...]) > 0
        }.map(\.offset)
    }

    private mutating func goToMatch(by step: Int) {
        guard let needle, let last = walk?.steps.last else { return }
        let found = found(needle)
        let here = last.column.index(of: last.place)
        let next = step > 0 ? found.first { $0 > here } ?? found.first : found.last { $0 < here } ?? found.last
        if let next { select(last.column.place(at: next)) }
    }

    // MARK: The mouse

    package mutating func mouse(_ event: MouseEvent, _ context: inout ScreenContext) {
        crumb = nil
        let layout = layout(context.size)
        let row = event.position.row
        switch event.action {
        case .wheelDown: move(by: 3, context)
        case .wheelUp: move(by: -3, context)
        case .press(.left):
            if row == 0 { return goToCrumb(at: event.position.column, context.size.columns) }
            guard row >= layout.start, row < layout.start + layout.rows else { return }
            let line = row - layout.start
            for (part, direction) in [(layout.causes, GraphDirection.causes), (layout.effects, .effects)] {
                guard let part, part.holds(event.position.column), let page else { continue }
                let column = NodeColumn(page.column(direction))
                let top = column.top(showing: place(direction), rows: layout.rows)
                guard column.lines.indices.contains(top + line), case .node(let place) = column.lines[top + line] else {
                    return
                }
                if direction == .causes { causesPlace = place } else { effectsPlace = place }
                return hop(direction)
            }
            guard layout.middle.holds(event.position.column), let siblings else { return }
            let column = NodeColumn(siblings)
            guard line < layout.listRows(column.lines.count), column.lines.indices.contains(top + line),
                case .node(let place) = column.lines[top + line]
            else { return }
            select(place)
        default: break
        }
    }

    private mutating func goToCrumb(at column: Int, _ columns: Int) {
        guard let walk else { return }
        let line = CrumbLine(walk, chosen: nil, columns: columns)
        guard let index = line.crumbs.first(where: { ($0.column..<$0.column + $0.width).contains(column) })?.index
        else {
            return
        }
        var next = walk
        next.cut(to: index)
        go(to: next)
    }
}
