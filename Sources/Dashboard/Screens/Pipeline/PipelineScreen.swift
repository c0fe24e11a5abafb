package import Flows
import Store
package import Terminal
import Text

/// The scoreboard: what the pipeline came to before and after, with the course of the selected figure and the funnel.
package struct PipelineScreen: Screen {
    private(set) var window = PipelineWindow.quarter
    /// The day that splits time, in place of a window.
    private(set) var split: (day: String, at: Int64)?
    private(set) var account: PipelineAccount?
    private(set) var selected = 0
    private(set) var top = 0
    private var request: PipelineRequest?
    private var hasFailed = false

    package init() {}

    /// - Parameters:
    ///   - day: as the user typed it.
    ///   - moment: when it begins.
    init(splitAt day: String, _ moment: Int64) { split = (day, moment) }

    package static func == (left: Self, right: Self) -> Bool {
        left.window == right.window && left.split?.at == right.split?.at && left.account == right.account
            && left.selected == right.selected && left.top == right.top && left.request == right.request
            && left.hasFailed == right.hasFailed && left.isWaiting == right.isWaiting
    }

    package var name: String { "Pipeline" }
    package var tally: String {
        if let split { return "since \(split.day) beside as long before" }
        return window == .split ? window.rawValue : "\(window.rawValue) beside the same before"
    }
    package var position: String {
        guard let tiles = account?.tiles, !tiles.isEmpty else { return "" }
        return "\(selected + 1) of \(tiles.count)"
    }
    package var isSearching: Bool { account != nil && request != nil && isWaiting }
    private var isWaiting = false

    package var actions: [Action] {
        [.open, .window, .define, .widen, .export, .close, .out, .zoom] + Action.scrolling
    }

    var tile: PipelineAccount.Tile? {
        account.flatMap { $0.tiles.indices.contains(selected) ? $0.tiles[selected] : nil }
    }

    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        let page = max(PipelineLayout(context.size, account).tableRows, 1)
        switch action {
        case .close, .out, .zoom: context.leave()
        case .window:
            // Out of a split one comes back to the window that was before.
            if split == nil { window = window.next }
            split = nil
            request = nil
        case .open:
            if let account, let tile { context.open(MetricScreen(tile, of: account)) }
        case .define:
            if let metric = tile?.metric { context.open(DefinitionScreen(metric)) }
        default: selected = action.moved(selected, page: page)
        }
    }

    package mutating func mouse(_ event: MouseEvent, _ context: inout ScreenContext) {
        switch event.action {
        case .press:
            let place = top + event.position.row - 1
            if event.position.row > 0, account?.tiles.indices.contains(place) == true { selected = place }
        case .wheelDown: selected += 3
        case .wheelUp: selected -= 3
        default: break
        }
    }

    package mutating func receive(_ answer: Answer, _ context: inout ScreenContext) {
        switch answer {
        case .pipeline(let request, .account(let account)) where request == self.request:
            let name = tile?.name
            self.account = account
            isWaiting = false
            hasFailed = false
            if let name, let place = account.tiles.firstIndex(where: { $0.name == name }) { selected = place }
        case .failed(let ticket, _) where ticket == request?.ticket:
            isWaiting = false
            hasFailed = true
        case .superseded(let ticket) where ticket == request?.ticket: request = nil
        default: break
        }
    }

    /// The figures as they are shown.
    package func export(_ repository: String?) -> ExportRequest? {
        account.map {
            ExportRequest(
                subject: .turns, filter: "", order: .newestFirst, format: .csv, rows: [], pipeline: $0)
        }
    }

    /// Compares what came from a day on with as long before.
    mutating func compare(from day: String, _ moment: Int64) {
        split = (day, moment)
        request = nil
    }

    package mutating func refresh(_ context: inout ScreenContext) { request = nil }

    package mutating func settle(_ context: inout ScreenContext) {
        if request == nil {
            let request = PipelineRequest(
                ticket: context.ticket(), question: split.map { .split($0.at) } ?? .account(window),
                isWide: context.repository == nil)
            self.request = request
            isWaiting = true
            context.run(.loadPipeline(request))
        }
        let count = account?.tiles.count ?? 0
        selected = min(max(selected, 0), max(count - 1, 0))
        let rows = max(PipelineLayout(context.size, account).tableRows, 1)
        top = min(max(top, selected - rows + 1, 0), selected, max(count - rows, 0))
    }

    package func view(size: Size, _ context: ViewContext) -> Frame {
        PipelineView(account: account, selected: selected, top: top, hasFailed: hasFailed).frame(size, context)
    }
}
