import Store
package import Terminal
import Text

/// Everything at once: what was generated last, what is wrong with it, where the selected turn came from, how the pipeline
/// stands. Each pane is a screen of its own under its number.
package struct OverviewScreen: Screen {
    package internal(set) var list: ListScreen
    package internal(set) var findings = ListScreen(subject: .openFindings)
    var provenance = ProvenancePane()
    var pipeline = PipelinePane()
    var focus = OverviewLayout.Pane.generations {
        didSet { if focus == .generations || focus == .findings { source = focus } }
    }
    /// The list whose selected row the provenance is of.
    private(set) var source = OverviewLayout.Pane.generations
    /// The columns of the left side, in hundredths.
    var share = 55

    /// One pane at a time, whatever the size.
    let isPlain: Bool

    package init(filter: String = "", isPlain: Bool = false) {
        self.isPlain = isPlain
        list = ListScreen(filter: filter)
        list.lendsPreview = true
        findings.lendsPreview = true
    }

    package var name: String { "" }
    package var filter: String? { focus == .findings ? findings.filter : list.filter }
    package var isSearching: Bool { list.isSearching }
    package var ordering: String? { focus == .findings ? findings.ordering : list.ordering }
    package var tally: String { list.tally }
    package var position: String {
        switch focus {
        case .generations: list.position
        case .findings: findings.position
        case .provenance: provenance.position
        case .pipeline: ""
        }
    }
    package var piece: Piece? { focus == .findings ? findings.piece : list.piece }
    package var place: ListPlace? { focus == .findings ? findings.place : list.place }
    package var links: [String] { focus == .findings ? findings.links : list.links }

    package var record: GraphRequest.Subject? {
        switch focus {
        case .findings: findings.record
        case .provenance: provenance.record
        case .generations, .pipeline: list.record
        }
    }

    package var actions: [Action] {
        let own: [Action] =
            switch focus {
            case .generations: list.actions
            case .findings: findings.actions
            case .provenance: [.open] + Action.scrolling
            case .pipeline: [.open]
            }
        var actions = own
        actions.insert(.pane, at: min(1, actions.count))
        return actions + [.zoom, .grow, .shrink].filter { !actions.contains($0) }
    }

    package func export(_ repository: String?) -> ExportRequest? {
        focus == .findings ? findings.export(repository) : list.export(repository)
    }

    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        switch action {
        case .pane:
            let panes = OverviewLayout.Pane.allCases
            focus = panes[(focus.rawValue + 1) % panes.count]
        case .zoom: context.open(screen(of: focus))
        case .grow: share = min(share + 4, 80)
        case .shrink: share = max(share - 4, 20)
        default:
            inFocus(&context) { screen, context in screen.perform(action, &context) }
        }
    }

    /// A pane as a screen of its own, as it stands.
    func screen(of pane: OverviewLayout.Pane) -> any Screen {
        switch pane {
        case .generations:
            var screen = list
            screen.lendsPreview = false
            return screen
        case .findings:
            var screen = findings
            screen.lendsPreview = false
            return screen
        case .provenance: return ProvenanceScreen(provenance.record)
        case .pipeline: return PipelineScreen()
        }
    }

    package mutating func apply(filter: String, _ context: inout ScreenContext) {
        inFocus(&context) { screen, context in screen.apply(filter: filter, &context) }
    }

    package mutating func go(to place: ListPlace, _ context: inout ScreenContext) {
        inFocus(&context) { screen, context in screen.go(to: place, &context) }
    }

    package mutating func mouse(_ event: MouseEvent, _ context: inout ScreenContext) {
        guard let part = layout(context.size).part(at: event.position) else { return }
        if case .press = event.action { focus = part.pane }
        var event = event
        event.position.row -= part.row + 1
        event.position.column -= part.column
        guard event.position.row >= 0 else { return }
        context.within(part.inner) { context in
            switch part.pane {
            case .generations: list.mouse(event, &context)
            case .findings: findings.mouse(event, &context)
            case .provenance: provenance.mouse(event, &context)
            case .pipeline: break
            }
        }
    }

    package mutating func receive(_ answer: Answer, _ context: inout ScreenContext) {
        for pane in [OverviewLayout.Pane.generations, .findings] {
            let size = layout(context.size).parts.first { $0.pane == pane }?.inner ?? context.size
            context.within(size) { context in
                if pane == .generations { list.receive(answer, &context) } else { findings.receive(answer, &context) }
            }
        }
    }

    package mutating func refresh(_ context: inout ScreenContext) {
        list.refresh(&context)
        if findings.hasLoaded { findings.refresh(&context) }
    }

    package mutating func settle(_ context: inout ScreenContext) {
        let layout = layout(context.size)
        let whole = context.size
        let size = { (pane: OverviewLayout.Pane) in layout.parts.first { $0.pane == pane }?.inner ?? whole }
        list.isPreviewIdle = source != .generations
        findings.isPreviewIdle = source != .findings
        context.within(size(.generations)) { list.settle(&$0) }
        // Nothing keeps the first rows waiting.
        guard list.hasLoaded else { return }
        if layout.showsAll || focus == .findings { context.within(size(.findings)) { findings.settle(&$0) } }
        let source = source == .findings ? findings : list
        let detail = source.preview.flatMap { $0.turn.id == source.selectedRow?.turnID ? $0 : nil }
        provenance.follow(detail, context.clock)
        context.within(size(.provenance)) { provenance.settle(&$0) }
    }

    func layout(_ size: Size) -> OverviewLayout {
        OverviewLayout(size: size, focus: focus, share: share, isPlain: isPlain)
    }

    /// Runs the body on what the keys are in, with the part of the screen that is its own.
    private mutating func inFocus(
        _ context: inout ScreenContext, _ body: (inout any PaneContent, inout ScreenContext) -> Void
    ) {
        let size = layout(context.size).parts.first { $0.pane == focus }?.inner ?? context.size
        context.within(size) { context in
            switch focus {
            case .generations: Self.apply(body, to: &list, &context)
            case .findings: Self.apply(body, to: &findings, &context)
            case .provenance: Self.apply(body, to: &provenance, &context)
            case .pipeline: Self.apply(body, to: &pipeline, &context)
            }
        }
    }

    private static func apply<Content: PaneContent>(
        _ body: (inout any PaneContent, inout ScreenContext) -> Void, to content: inout Content,
        _ context: inout ScreenContext
    ) {
        var some: any PaneContent = content
        body(&some, &context)
        if let changed = some as? Content { content = changed }
    }
}

/// What a pane of the overview holds.
protocol PaneContent {
    mutating func perform(_ action: Action, _ context: inout ScreenContext)
    mutating func apply(filter: String, _ context: inout ScreenContext)
    mutating func go(to place: ListPlace, _ context: inout ScreenContext)
}

extension PaneContent {
    mutating func go(to place: ListPlace, _ context: inout ScreenContext) {}
    mutating func apply(filter: String, _ context: inout ScreenContext) {}
}

extension ListScreen: PaneContent {}
