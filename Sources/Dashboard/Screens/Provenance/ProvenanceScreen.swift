package import Store
import Terminal
import Text

/// The provenance graph, walked in columns: what the focus came from, the focus among its siblings, what came from it.
package struct ProvenanceScreen: Screen {
    /// Where it begins; `nil` where there is nothing to begin with.
    let start: GraphRequest.Subject?
    var walk: Walk?
    /// The focus with its neighbours, once they are read.
    var page: GraphPage?
    /// Where `h` and `l` lead.
    var causesPlace = GraphColumn.Place()
    var effectsPlace = GraphColumn.Place()
    /// The side whose place `j` and `k` move where the focus has no siblings.
    var side = GraphDirection.effects
    /// Where one has just come from: the way back there is the first to be offered.
    var came: NodeName?
    /// Edges to be walked as soon as the neighbours are read.
    var hops: [GraphDirection] = []
    /// The first line of the siblings that is shown.
    var top = 0
    var before: [Walk] = []
    var after: [Walk] = []
    var pins: [GraphNode] = []
    /// Where in the path one chooses, and which of the siblings there.
    var crumb: Crumb?
    /// What is searched for among the siblings.
    var needle: Needle?
    var searchStart: SearchStart?
    var request: GraphRequest?
    var moreRequest: GraphRequest?
    var storyRequest: StoryRequest?
    var isGone = false
    var hasFailed = false

    struct Crumb: Equatable {
        var index: Int
        var place: GraphColumn.Place
    }

    /// What was before a search began.
    struct SearchStart: Equatable {
        var place: GraphColumn.Place
        var needle: Needle?
    }

    /// So many steps can be gone back.
    static let kept = 100
    /// So many keys wait for the store.
    static let mostHops = 8
    static let mostPins = 9

    package init(_ start: GraphRequest.Subject?) { self.start = start }

    package var name: String { "Provenance" }
    package var focus: GraphNode? { walk?.focus }
    package var path: [GraphNode] { walk.map { walk in (0..<walk.count).map { walk.node(at: $0) } } ?? [] }
    /// The siblings among which the focus is one; none where the path begins.
    var siblings: GraphColumn? { walk?.steps.last?.column }

    package var actions: [Action] {
        // Keys that come before the first page is read wait for it.
        guard let walk else { return start == nil || isGone || hasFailed ? [.close] : [.toCauses, .toEffects, .close] }
        guard crumb == nil else { return [.goThere, .crumbBefore, .crumbAfter, .crumbs, .close] + [.down, .up] }
        var actions: [Action] = [.toCauses, .toEffects]
        if walk.count > 1 { actions.append(.reroot) }
        if needle != nil { actions += [.nextMatch, .previousMatch, .clearFind] }
        actions.append(.pin)
        if (siblings?.count ?? 0) > 1 { actions.append(.find) }
        actions += [.story, .tree, .ownScreen, .copy]
        if walk.count > 1 { actions.append(.crumbs) }
        if !pins.isEmpty { actions.append(.nextPin) }
        if page?.account.session != nil { actions.append(.session) }
        if piece?.edit != nil { actions.append(.editor) }
        if needle == nil { actions.append(.close) }
        return actions + Action.scrolling
    }

    package var position: String {
        guard let step = walk?.steps.last else { return "" }
        return "\(step.column.index(of: step.place) + 1) of \(step.column.countText)"
    }

    static func count(_ column: GraphColumn, _ noun: String) -> String {
        column.isEmpty ? "no \(noun)s" : "\(column.countText) \(noun)\(column.countText == "1" ? "" : "s")"
    }

    package var links: [String] { focus.map { [$0.link] } ?? [] }
    package var record: GraphRequest.Subject? { focus.map { .node($0.name) } }

    package var piece: Piece? {
        guard case .turn(let turn, _, let edit, let generation)? = page?.account.place else { return nil }
        return Piece(turn: turn, edit: edit, generation: generation)
    }

    package var matches: String {
        guard let needle else { return "" }
        let found = found(needle)
        guard !found.isEmpty else { return "no match" }
        let place = walk?.steps.last.map { $0.column.index(of: $0.place) }
        let current = place.flatMap { found.firstIndex(of: $0) }.map { "match \($0 + 1) of" } ?? "of"
        return "\(current) \(found.count)"
    }

    // MARK: What comes of it

    package mutating func receive(_ answer: Answer, _ context: inout ScreenContext) {
        switch answer {
        case .graph(let request, .page(let page)) where request == self.request: take(page)
        case .graph(let request, .more(let list)) where request == moreRequest:
            moreRequest = nil
            guard case .more(let node, _, _) = request.question else { return }
            walk?.append(list, of: node)
            if page?.account.node.name == node {
                if list.group.direction == .causes { page?.causes.append(list) } else { page?.effects.append(list) }
            }
        case .failed(let ticket, _) where ticket == request?.ticket || ticket == moreRequest?.ticket:
            hasFailed = true
            hops = []
        case .superseded(let ticket) where ticket == request?.ticket: request = nil
        case .superseded(let ticket) where ticket == moreRequest?.ticket: moreRequest = nil
        default: break
        }
    }

    private mutating func take(_ page: GraphPage?) {
        guard let page else {
            isGone = true
            self.page = nil
            hops = []
            return
        }
        isGone = false
        if walk == nil { walk = Walk(root: page.account.node) }
        let old = self.page
        self.page = page
        causesPlace = place(in: page.causes, before: old?.causes, causesPlace)
        effectsPlace = place(in: page.effects, before: old?.effects, effectsPlace)
        if old == nil { side = page.effects.isEmpty ? .causes : .effects }
        guard !hops.isEmpty else { return }
        hop(hops.removeFirst())
    }

    /// Where one stood in a column that is read anew, where one came from, or its first place.
    private func place(
        in column: GraphColumn, before: GraphColumn?, _ place: GraphColumn.Place
    ) -> GraphColumn.Place {
        if let name = before?.node(place)?.name, let known = column.place(of: name) { return known }
        return came.flatMap { column.place(of: $0) } ?? GraphColumn.Place()
    }

    package mutating func refresh(_ context: inout ScreenContext) {
        request = nil
        moreRequest = nil
        hasFailed = false
    }

    package mutating func settle(_ context: inout ScreenContext) {
        if request == nil, !hasFailed, walk?.isOnRepeated != true,
            let subject = walk.map({ .node($0.focus.name) }) ?? start
        {
            let request = GraphRequest(ticket: context.ticket(), question: .page(subject))
            self.request = request
            context.run(.loadGraph(request))
        }
        let layout = layout(context.size)
        guard let step = walk?.steps.last else {
            top = 0
            return askForMore(&context)
        }
        let column = NodeColumn(step.column)
        top = column.top(showing: step.place, rows: layout.listRows(column.lines.count), from: top)
        askForMore(&context)
    }

    /// Before one comes to the end of what is in memory.
    private mutating func askForMore(_ context: inout ScreenContext) {
        guard moreRequest == nil, !hasFailed, let walk else { return }
        var wanted: GraphRequest.Question?
        if let parent = walk.parent?.name, let step = walk.steps.last,
            let (group, key) = step.column.wanted(around: step.place)
        {
            wanted = .more(of: parent, along: group, after: key)
        } else if let page, let (group, key) = page.column(side).wanted(around: place(side)) {
            wanted = .more(of: page.account.node.name, along: group, after: key)
        }
        guard let wanted else { return }
        let request = GraphRequest(ticket: context.ticket(), question: wanted)
        moreRequest = request
        context.run(.loadGraph(request))
    }

    func layout(_ size: Size) -> ProvenanceLayout { ProvenanceLayout(size: size, hasPins: !pins.isEmpty) }
}
