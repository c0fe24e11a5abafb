import Flows
import Store
package import Terminal
import Text

/// Where a failure comes from: its frames, and for the selected one the prompt that wrote its line.
///
/// What is kept of an alert shows at once; git and the rest are asked in the background, and what they say takes its place.
package struct AlertScreen: Screen {
    private enum Source: Equatable {
        case alert(Int64)
        case text(String)
    }

    private let source: Source
    private let title: String
    /// One for each failure of a text, of an alert at most one.
    private var pages: [AlertPage] = []
    private var current = 0
    /// Failures of a text, of which no more are traced than there are pages.
    private var count = 1
    private(set) var selected = 0
    private(set) var top = 0
    /// The first line of what is told of the selected frame.
    private(set) var told = 0
    private var request: AlertRequest?
    private var trace: TraceRequest?
    private var hasTraced = false
    private var hasFailed = false
    private var isGone = false
    private var isWide = false

    /// - Parameter known: the alert, where it has been read already; it is traced all the same.
    package init(alert id: Int64, title: String, known: AlertPage? = nil) {
        source = .alert(id)
        self.title = title
        if let known { pages = [known] }
    }

    /// - Parameters:
    ///   - page: the first of its failures, as far as the text itself tells.
    ///   - count: how many there are.
    package init(text: String, reading page: AlertPage, count: Int) {
        source = .text(text)
        title = page.title
        pages = [page]
        self.count = count
    }

    package var page: AlertPage? { pages.indices.contains(current) ? pages[current] : nil }
    package var line: AlertPage.Line? {
        guard let page, page.lines.indices.contains(selected) else { return nil }
        return page.lines[selected]
    }
    /// Whom the selected frame leads to; where there is no frame, the likeliest of all.
    package var lead: AlertPage.Lead? {
        guard let page else { return nil }
        guard let line else { return page.leads.first }
        return line.suspect.flatMap { page.leads.indices.contains($0) ? page.leads[$0] : nil }
    }

    package var name: String { Visible.text((page?.title ?? title).isEmpty ? "alert" : page?.title ?? title) }

    package var actions: [Action] {
        var actions: [Action] = [.openPrompt, .story, .editor, .reach, .copy]
        if pages.count > 1 { actions += [.nextFailure, .previousFailure] }
        return actions + [.close, .out] + Action.scrolling
    }

    package var position: String {
        guard let page else { return "" }
        var words: [String] = []
        if count > 1 { words.append("failure \(current + 1) of \(count.grouped)") }
        if !page.lines.isEmpty { words.append("frame \(selected + 1) of \(page.lines.count)") }
        return words.joined(separator: "  ")
    }

    package var tally: String {
        guard let page, page.isTraced else { return "" }
        return switch page.leads.count {
        case 0: "no suspect"
        case 1: "1 suspect"
        case let count: "\(count) suspects"
        }
    }

    package var links: [String] { page?.uid.map { ["alert:\($0)"] } ?? [] }
    package var piece: Piece? { lead?.turn.map { Piece(turn: $0, edit: lead?.edit) } }
    package var isSearching: Bool { isTracing }
    /// Git and the rest are being asked.
    var isTracing: Bool { trace != nil && !hasTraced && !hasFailed }

    /// What is said where there is nothing to show.
    var absence: String {
        isGone ? "This alert is no longer in the store." : hasFailed ? "" : "reading the alert…"
    }

    // MARK: What is asked of it

    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        let page = max(layout(context).told.rows - 1, 1)
        switch action {
        case .down, .up, .first, .last: select(action.moved(selected, page: page))
        case .openPrompt: openPrompt(&context)
        case .story: openStory(&context)
        case .editor: edit(&context)
        case .reach: reach(&context)
        case .trace: traceAgain()
        case .nextFailure: go(to: current + 1)
        case .previousFailure: go(to: current - 1)
        case .close, .out: context.leave()
        default: told += action.steps(page: page) ?? 0
        }
    }

    private mutating func select(_ line: Int) {
        let last = max((page?.lines.count ?? 0) - 1, 0)
        selected = min(max(line, 0), last)
        told = 0
    }

    private mutating func go(to failure: Int) {
        guard pages.indices.contains(failure) else { return }
        current = failure
        (selected, top, told) = (0, 0, 0)
    }

    private func openPrompt(_ context: inout ScreenContext) {
        if let lead, let turn = lead.turn {
            context.open(TurnScreen(turn: turn, title: lead.title, focus: lead.edit.map { .edit($0) }))
        } else if let session = lead?.session {
            context.open(SessionScreen(session: session))
        } else {
            context.say(isTracing ? "Who wrote this line is being looked up." : "No prompt is recorded for this line.")
        }
    }

    private func openStory(_ context: inout ScreenContext) {
        guard let story = page?.story else {
            context.say(isTracing ? "The story is being found out." : "There is no story yet: t traces the alert anew.")
            return
        }
        context.open(StoryScreen(story: story))
    }

    private func edit(_ context: inout ScreenContext) {
        guard let line else { return context.say("There is no frame to open in an editor.") }
        guard let root = page?.root, let path = line.path else {
            return context.say(
                line.isOwn && isTracing
                    ? "The place of this frame is being looked up."
                    : "This frame is of no file of a repository that is here.")
        }
        context.run(.loadFramePlace(FramePlaceRequest(root: root, path: path, line: line.line, words: line.text)))
    }

    private mutating func reach(_ context: inout ScreenContext) {
        guard let lead, lead.edit != nil else { return context.say("No edit is known here whose reach could be told.") }
        guard !lead.isWide else { return context.say("It is told above what else the prompt wrote.") }
        isWide = true
        traceAgain()
    }

    private mutating func traceAgain() {
        trace = nil
        (hasTraced, hasFailed) = (false, false)
    }

    package mutating func mouse(_ event: MouseEvent, _ context: inout ScreenContext) {
        let layout = layout(context)
        let isBelow = event.position.row >= layout.told.start
        switch event.action {
        case .wheelDown: if isBelow { told += 3 } else { select(selected + 1) }
        case .wheelUp: if isBelow { told -= 3 } else { select(selected - 1) }
        case .press(.left):
            let line = event.position.row - layout.lines.start + top
            guard event.position.row >= layout.lines.start, event.position.row < layout.lines.start + layout.lines.rows,
                let page, page.lines.indices.contains(line)
            else { return }
            if line == selected { openPrompt(&context) } else { select(line) }
        default: break
        }
    }

    // MARK: What comes of it

    package mutating func receive(_ answer: Answer, _ context: inout ScreenContext) {
        switch answer {
        case .alert(let request, let page) where request == self.request:
            isGone = page == nil
            // What was found out tells more than what is kept of it.
            if let page, self.page?.isTraced != true { pages = [page] }
        case .traced(let request, let found) where request == trace:
            hasTraced = true
            if found.isEmpty {
                if case .alert = source { isGone = true }
            } else {
                pages = found
                current = min(current, found.count - 1)
            }
        case .failed(let ticket, _) where ticket == request?.ticket || ticket == trace?.ticket:
            hasFailed = true
        case .superseded(let ticket) where ticket == request?.ticket: request = nil
        case .superseded(let ticket) where ticket == trace?.ticket: trace = nil
        default: break
        }
    }

    package mutating func refresh(_ context: inout ScreenContext) {
        if page?.isTraced != true { request = nil }
    }

    package mutating func settle(_ context: inout ScreenContext) {
        if request == nil, case .alert(let id) = source, !isGone {
            let request = AlertRequest(ticket: context.ticket(), subject: .alert(id))
            self.request = request
            context.run(.loadAlert(request))
        }
        // First what is kept, then what takes long.
        if trace == nil, page != nil, !isGone, !hasFailed {
            let subject: TraceRequest.Subject =
                switch source {
                case .alert(let id): .alert(id)
                case .text(let text): .text(text)
                }
            let request = TraceRequest(ticket: context.ticket(), subject: subject, isWide: isWide)
            trace = request
            context.run(.trace(request))
        }
        let layout = layout(context)
        selected = min(max(selected, 0), max((page?.lines.count ?? 0) - 1, 0))
        let rows = max(layout.lines.rows, 1)
        top = max(min(top, selected), selected - rows + 1, 0)
        let lines = toldLines(context.size).count
        told = min(max(told, 0), max(lines - layout.told.rows, 0))
    }

    private func layout(_ context: ScreenContext) -> AlertLayout { AlertLayout(size: context.size, page: page) }
}
