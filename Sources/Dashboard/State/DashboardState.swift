package import Store
package import Terminal
package import Text

/// All that the dashboard knows; `Dashboard.update` alone changes it.
package struct DashboardState: Equatable, Sendable {
    /// A line under the first one, until something is done.
    package struct Notice: Equatable, Sendable {
        package var text: String
        package var isError = false
    }

    package internal(set) var size: Size
    package internal(set) var screens: ScreenStack
    /// The filter being typed, over the uppermost screen.
    package internal(set) var filterLine: FilterLine?
    /// The words being typed that are searched for inside of the uppermost screen.
    package internal(set) var searchLine: TextLine?
    /// The place or the words of a failure being typed, or waited for to be pasted.
    package internal(set) var traceLine: TextLine?
    /// What was filtered by before, the last one last.
    package internal(set) var filters: [String] = []
    /// The line behind `:`, over the uppermost screen.
    package internal(set) var palette: Palette?
    /// The themes that there are; `nil` where the terminal's is to stay.
    var themes: ThemeOffer?
    /// One that is looked at for a while.
    var triedTheme: String?
    /// What has to be said yes or no to first.
    package internal(set) var question: Question?
    /// The last question of each kind to the store: values of a field, what the palette can go to, a plan of forgetting,
    /// the alert of a row, the failures of a pasted text.
    var valuesTicket: Int?
    var targetsTicket: Int?
    var planTicket: Int?
    var alertTicket: Int?
    var glanceTicket: Int?
    /// The name of a view that is to be opened once the views are read.
    var wantedView: String?
    /// The name of the repository in which the dashboard was started.
    package let repositoryFilter: String?
    /// Whether all repositories are shown all the same.
    package internal(set) var isWide = false
    /// Whether the store is made up; said on every screen.
    package let isDemo: Bool
    package internal(set) var notice: Notice?
    /// When somebody last closed the dashboard on this store.
    let lastVisit: Int64?
    /// What happened since then, once it is counted.
    package internal(set) var news: News?
    var newsTicket: Int?
    /// How everything stands, once it is counted.
    package internal(set) var standing: Standing?
    var standingTicket: Int?
    /// Something happened while it was being counted.
    var isStandingStale = false
    /// A key was pressed that wants another one.
    package internal(set) var menu: Menu?
    package internal(set) var lastWrite: Int64?
    package internal(set) var mouseEnabled = true
    package internal(set) var ended = false
    var lastTicket = 0
    let clock: WallClock
    package internal(set) var keys: KeyMap
    /// For screen readers: one pane at a time, words for signs, the cursor on what is selected.
    package let isPlain: Bool

    /// - Parameters:
    ///   - root: the screen that is there when all others are left; the overview, where none is given.
    ///   - session: what was left last time; a filter that is given is stronger.
    ///   - isFresh: whether only its former filters are wanted.
    package init(
        size: Size, root: (any Screen)? = nil, repositoryFilter: String? = nil, filter: String = "",
        isDemo: Bool = false, lastVisit: Int64? = nil, session: SavedSession? = nil, isFresh: Bool = false,
        clock: TimeZoneClock = .local, keys: KeyMap = .standard, isPlain: Bool = false
    ) {
        self.keys = keys
        self.isPlain = isPlain
        self.size = size
        self.repositoryFilter = repositoryFilter
        self.isDemo = isDemo
        self.lastVisit = lastVisit
        self.clock = WallClock(clock)
        screens = ScreenStack(root ?? OverviewScreen(filter: filter, isPlain: isPlain))
        if let session { restore(session, placesToo: !isFresh && filter.isEmpty) }
    }

    /// The repository that lists are narrowed to.
    var repository: String? { isWide ? nil : repositoryFilter }

    /// What the uppermost screen obeys; `a` only where there is something to widen, `b` where there is a way back.
    var actions: [Action] {
        let own = screens.top.actions.filter { $0 != .widen || repositoryFilter != nil }
        return (own + Action.everywhere).filter { action in
            switch action {
            case .back: screens.depth > 0
            case .zoom: screens.depth > 0 || screens.top is OverviewScreen
            default: true
            }
        }
    }

    /// What the next key chooses from.
    package enum Menu: Equatable, Sendable {
        case copy, export

        var actions: [Action] {
            switch self {
            case .copy: Action.copies
            case .export: Action.exports
            }
        }

        var name: String {
            switch self {
            case .copy: "copy"
            case .export: "export"
            }
        }
    }

    static let leastSize = Size(columns: 40, rows: 10)

    var isTooSmall: Bool { size.columns < Self.leastSize.columns || size.rows < Self.leastSize.rows }

    var hasSecondLine: Bool { isPlain || isDemo || notice != nil || news != nil }

    /// The rows above and below the uppermost screen.
    var rowsAbove: Int { hasSecondLine ? 2 : 1 }
    var rowsBelow: Int { hasLine ? 2 : 1 }

    /// Something is being typed.
    var hasLine: Bool { filterLine != nil || searchLine != nil || palette != nil || traceLine != nil }

    /// What is left for the uppermost screen.
    var screenSize: Size { Size(columns: drawnColumns, rows: size.rows - rowsAbove - rowsBelow) }

    /// Panes stand side by side from 100 columns on: none do where they are read one after another. And words need more room
    /// than the signs that they stand for.
    var drawnColumns: Int {
        isPlain ? min(max(size.columns - 9, min(size.columns, Self.leastSize.columns)), 99) : size.columns
    }
}
