import Flows
package import Store
package import Terminal
import Text

/// One finding in full, to be read, searched and judged.
package struct FindingScreen: Screen {
    private let row: FindingRow
    package private(set) var account: FindingAccount?
    private var columns = 0
    private var reader = DocumentReader()
    private var request: FindingRequest?
    private var isGone = false
    private var hasFailed = false

    /// - Parameter known: the finding, where it has been read already; it is read again all the same.
    package init(_ row: FindingRow, known: FindingAccount? = nil) {
        self.row = row
        account = known
    }

    package var name: String { Visible.text(row.rule) }
    package var tally: String { row.path.map { Visible.text($0) + (row.firstLine.map { ":\($0)" } ?? "") } ?? "" }
    package var position: String { reader.position }
    package var matches: String { reader.matches }
    package var links: [String] { ["finding:\(row.uid)"] }
    package var piece: Piece? {
        row.turnID.map { turn in
            let line = account?.detail.lines.first { $0.marked != nil }?.text
            return Piece(turn: turn, edit: row.editID, line: row.editID == nil ? nil : line)
        }
    }

    package var actions: [Action] {
        let reading = reader.actions
        var actions: [Action] = reading.filter { $0 == .copySelection || $0 == .nextMatch || $0 == .previousMatch }
        if row.turnID != nil { actions += [.openPrompt, .editor] }
        if !reading.contains(.copySelection) { actions.append(.copy) }
        actions += [reader.escape ?? .close, .out]
        return actions + reading.filter { !actions.contains($0) && !Action.scrolling.contains($0) } + Action.scrolling
    }

    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        switch action {
        case .close, .out: context.leave()
        case .openPrompt:
            guard let turn = row.turnID else { return }
            let title = account?.detail.finding.words.map { String($0.prefix(200).prefix { !$0.isNewline }) } ?? ""
            context.open(TurnScreen(turn: turn, title: title, focus: row.editID.map { .edit($0) }))
        case .pager:
            guard let account else { return }
            context.run(
                .page(FindingDocument(account, columns: 100, isBrief: false, clock: context.clock).text.plainText))
        default: reader.perform(action, height: context.size.rows, &context)
        }
    }

    package mutating func search(_ step: SearchStep, _ context: inout ScreenContext) {
        reader.search(step, height: context.size.rows)
    }

    package mutating func mouse(_ event: MouseEvent, _ context: inout ScreenContext) {
        reader.mouse(event, column: nil, height: context.size.rows)
    }

    package mutating func receive(_ answer: Answer, _ context: inout ScreenContext) {
        switch answer {
        case .finding(let request, let account) where request == self.request:
            isGone = account == nil
            guard let account, account != self.account else { return }
            self.account = account
            layOut(context)
        case .judged(let rows, _) where rows.contains { $0.id == row.id }: refresh(&context)
        case .failed(let ticket, _) where ticket == request?.ticket: hasFailed = true
        case .superseded(let ticket) where ticket == request?.ticket: request = nil
        default: break
        }
    }

    package mutating func refresh(_ context: inout ScreenContext) {
        request = nil
        hasFailed = false
    }

    package mutating func settle(_ context: inout ScreenContext) {
        if request == nil {
            let request = FindingRequest(ticket: context.ticket(), id: row.id, reader: .screen)
            self.request = request
            context.run(.loadFinding(request))
        }
        if columns != context.size.columns { layOut(context) }
        reader.settle(height: context.size.rows)
    }

    /// Lays it out anew, and stays about where one was.
    private mutating func layOut(_ context: ScreenContext) {
        guard let account else { return }
        columns = context.size.columns
        var pane = DocumentPane(
            FindingDocument(account, columns: columns, isBrief: false, clock: context.clock).text)
        if let old = reader.pane, old.document.count > 0 {
            let scale = { (line: Int) in line * pane.document.count / old.document.count }
            let (cursor, top) = (scale(old.cursor), scale(old.top))
            pane.restore(cursor: cursor, top: top)
        }
        reader.show([pane], focus: 0)
    }

    package func view(size: Size, _ context: ViewContext) -> Frame {
        guard let pane = reader.pane else {
            var frame = Frame(size: size)
            let words = isGone ? "This finding is no longer in the store." : hasFailed ? "" : "reading the finding…"
            frame.put(words, row: min(1, max(size.rows - 1, 0)), column: 2, width: size.columns - 3, style: .muted)
            return frame
        }
        return DocumentView.frame(pane, size: size, isFocused: true, isAlone: true, reader.look(0))
    }
}
