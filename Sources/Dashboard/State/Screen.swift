import Store
package import Terminal

/// One screen of the dashboard: its part of the state, what it does on events, how it looks.
///
/// A new screen is a type that conforms, and somebody who opens it by `context.open`. It never runs anything itself: what
/// it wants done it adds to the context's effects, and answers come to `receive`.
package protocol Screen: Equatable, Sendable {
    /// Its place in the breadcrumb.
    var name: String { get }
    /// What it obeys beside `Action.everywhere`, the most useful first: the hint bar names them in this order.
    var actions: [Action] { get }
    /// Where in the whole one is, for the lower right corner: `3 of 200+`.
    var position: String { get }
    /// How much is there, for the first line: `1,204 turns`.
    var tally: String { get }
    /// The filter that the list is under; `nil` for screens that have none.
    var filter: String? { get }
    /// By what a list is ordered, in words, where that is not to be expected.
    var ordering: String? { get }
    /// What it lists; `nil` for screens that are no lists.
    var place: ListPlace? { get }
    /// What is marked, or else what one stands on, as links name it.
    var links: [String] { get }
    /// Whether what is shown is about to be replaced.
    var isSearching: Bool { get }
    /// What lies under the cursor; `nil` where there is nothing to copy or to edit.
    var piece: Piece? { get }

    /// What was found of the words being searched for inside of it: `match 3 of 17`.
    var matches: String { get }

    /// The record under the cursor, whose provenance can be walked; `nil` where there is none.
    var record: GraphRequest.Subject? { get }

    mutating func perform(_ action: Action, _ context: inout ScreenContext)
    /// Goes back or forward within the screen; false where there is nothing to go back to.
    mutating func step(back isBack: Bool, _ context: inout ScreenContext) -> Bool
    mutating func search(_ step: SearchStep, _ context: inout ScreenContext)
    mutating func apply(filter: String, _ context: inout ScreenContext)
    /// Lists something else, where the screen is a list.
    mutating func go(to place: ListPlace, _ context: inout ScreenContext)
    /// What would be written where the list is exported; `nil` for screens that are no lists.
    func export(_ repository: String?) -> ExportRequest?
    mutating func mouse(_ event: MouseEvent, _ context: inout ScreenContext)
    mutating func receive(_ answer: Answer, _ context: inout ScreenContext)
    /// The store changed, or what is asked of it (this repository, all).
    mutating func refresh(_ context: inout ScreenContext)
    /// Called on the uppermost screen after every event: bring back into bounds what is out of them, ask for what is missing.
    mutating func settle(_ context: inout ScreenContext)

    func view(size: Size, _ context: ViewContext) -> Frame
}

extension Screen {
    package var position: String { "" }
    package var tally: String { "" }
    package var filter: String? { nil }
    package var ordering: String? { nil }
    package var place: ListPlace? { nil }
    package var links: [String] { [] }
    package var isSearching: Bool { false }
    package var piece: Piece? { nil }
    package var matches: String { "" }
    package var record: GraphRequest.Subject? {
        if let link = links.first { return .link(link) }
        guard let piece else { return nil }
        if let edit = piece.edit { return .node(.row(.edit, edit)) }
        return .node(piece.generation.map { .row(.generation, $0) } ?? .row(.turn, piece.turn))
    }
    package mutating func step(back isBack: Bool, _ context: inout ScreenContext) -> Bool { false }
    package mutating func search(_ step: SearchStep, _ context: inout ScreenContext) {}
    package mutating func apply(filter: String, _ context: inout ScreenContext) {}
    package mutating func go(to place: ListPlace, _ context: inout ScreenContext) {}
    package func export(_ repository: String?) -> ExportRequest? { nil }
    package mutating func mouse(_ event: MouseEvent, _ context: inout ScreenContext) {}
    package mutating func receive(_ answer: Answer, _ context: inout ScreenContext) {}
    package mutating func refresh(_ context: inout ScreenContext) {}
    package mutating func settle(_ context: inout ScreenContext) {}

    fileprivate func equals(_ other: any Screen) -> Bool { self == other as? Self }
}

/// A turn, or an edit of it, that one stands on.
package struct Piece: Equatable, Sendable {
    var turn: Int64
    var edit: Int64?
    /// The line of code that one looks at.
    var line: String?
    /// One answer of the turn, where no edit is meant.
    var generation: Int64?
}

/// What a screen sees of the rest while it deals with an event, and what it wants.
package struct ScreenContext {
    /// The part of the terminal that is the screen's own.
    let size: Size
    let clock: WallClock
    /// The repository that lists are narrowed to.
    let repository: String?
    var lastTicket: Int
    private(set) var effects: [DashboardEffect] = []
    private(set) var opened: (any Screen)?
    private(set) var isLeft = false
    private(set) var said: String?

    init(size: Size, clock: WallClock, repository: String?, lastTicket: Int) {
        self.size = size
        self.clock = clock
        self.repository = repository
        self.lastTicket = lastTicket
    }

    mutating func ticket() -> Int {
        lastTicket += 1
        return lastTicket
    }

    mutating func run(_ effect: DashboardEffect) { effects.append(effect) }

    /// Hands a part of the screen to somebody who sees that part alone.
    mutating func within(_ size: Size, _ body: (inout ScreenContext) -> Void) {
        var part = ScreenContext(size: size, clock: clock, repository: repository, lastTicket: lastTicket)
        body(&part)
        lastTicket = part.lastTicket
        effects += part.effects
        if let screen = part.opened { opened = screen }
        if part.isLeft { isLeft = true }
    }

    mutating func open(_ screen: any Screen) { opened = screen }
    mutating func leave() { isLeft = true }
    /// Says one sentence under the first line, until the next key.
    mutating func say(_ sentence: String) { said = sentence }
}

/// What a screen sees of the rest while it is drawn.
package struct ViewContext {
    let now: Int64
    let clock: WallClock
    let repository: String?
    /// How everything stands, once that is known.
    var standing: Standing?
    /// Whether the keys are this part's own.
    var isFocused = true
}

/// The screens that were opened one from another; never empty.
package struct ScreenStack: Equatable, Sendable {
    private var below: [any Screen] = []
    package var top: any Screen
    /// What was left by going back, the last one last.
    private var ahead: [any Screen] = []

    init(_ root: any Screen) { top = root }

    package var root: any Screen { below.first ?? top }

    package var depth: Int { below.count }
    package var all: [any Screen] { below + [top] }

    mutating func push(_ screen: any Screen) {
        below.append(top)
        top = screen
        ahead = []
    }

    mutating func pop() {
        guard let screen = below.popLast() else { return }
        ahead.append(top)
        top = screen
    }

    /// Leaves all screens but the first.
    mutating func popToRoot() {
        while depth > 0 { pop() }
    }

    mutating func forward() {
        guard let screen = ahead.popLast() else { return }
        below.append(top)
        top = screen
    }

    /// Hands every screen to the body, the lowest first; those that were left, too, for one may come back to them.
    mutating func forEach(_ body: (_ screen: inout any Screen, _ isTop: Bool) -> Void) {
        for index in below.indices { body(&below[index], false) }
        body(&top, true)
        for index in ahead.indices { body(&ahead[index], false) }
    }

    package static func == (left: ScreenStack, right: ScreenStack) -> Bool {
        left.depth == right.depth && zip(left.all, right.all).allSatisfy { $0.equals($1) }
    }
}
