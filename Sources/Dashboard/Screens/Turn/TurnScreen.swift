package import Store
package import Terminal
import Text

/// One turn in full: what was asked, what came, what it wrote; side by side where there is room for both.
package struct TurnScreen: Screen {
    /// What the screen begins with.
    package enum Focus: Equatable, Sendable {
        case edit(Int64)
        case generation(Int64)
    }

    let id: Int64
    let title: String
    var detail: TurnDetail?
    var documents: [TurnDocument] = []
    var reader = DocumentReader()
    var view = CodeView.diff
    var wraps = true
    /// What the colours of the code tell of.
    var tokens = Tokens()
    /// The code that they were brought onto.
    var shadedCodes: [EditCode] = []
    /// To be brought to the top once the turn is read.
    var focus: Focus?
    /// The edit that another one is to be compared with.
    var marked: Int64?
    private var request: TurnRequest?
    var isGone = false
    var hasFailed = false

    /// - Parameter known: the turn, where it has been read already; it is read again all the same.
    package init(turn id: Int64, title: String, known: TurnDetail? = nil, focus: Focus? = nil) {
        self.id = id
        self.title = title
        self.focus = focus
        detail = known
    }

    /// The line on the first line of the side that the keys move.
    package var top: Int { reader.top }

    package var name: String { title.isEmpty ? "turn" : Visible.text(title) }

    package var actions: [Action] {
        let isColoured = tokens.mode != .plain
        var actions: [Action] =
            isColoured
            ? [.goToOrigin, .colour, .tokenAfter, .tokenBefore, reader.escape ?? .leaveMode]
            : [reader.escape ?? .close, .out]
        let edits = documents.last?.edits.count ?? 0
        let reading = reader.actions
        // What was just begun comes first.
        actions += reading.filter { $0 == .copySelection || $0 == .nextMatch || $0 == .previousMatch }
        if edits > 0 { actions += [.nextEdit, .previousEdit, .diff, .editor] + (isColoured ? [] : [.colour]) }
        if edits > 1 { actions.append(.compare) }
        if detail?.findings.isEmpty == false { actions += [.nextFinding, .previousFinding] }
        actions += reading.filter { !actions.contains($0) && !Action.scrolling.contains($0) }
        actions += [.prompt, .session] + (reading.contains(.copySelection) ? [] : [.copy])
        return actions + Action.scrolling
    }

    package var position: String { tokenPosition ?? reader.position }
    package var matches: String { reader.matches }

    package var tally: String {
        guard let last = documents.last else { return "" }
        var words = last.edits.count == 1 ? "1 edit" : "\(last.edits.count.grouped) edits"
        if let marked, let index = last.edits.firstIndex(where: { $0.id == marked }) {
            words += ", edit \(index + 1) marked"
        }
        return words
    }

    /// The edit that one stands in on the side that shows edits, and the line of code there.
    package var piece: Piece? {
        guard let document = documents.last, let pane = reader.panes.last else { return Piece(turn: id) }
        guard let edit = document.edits.last(where: { $0.line <= pane.cursor }) ?? document.edits.first else {
            return Piece(turn: id)
        }
        // The heading of an edit means the edit, not its first line of context.
        guard pane.cursor > edit.line else { return Piece(turn: id, edit: edit.id) }
        let rows = (pane.cursor...pane.cursor + 12).lazy.compactMap { pane.document.codeRow(at: $0) }
        let row = rows.first { $0.kind == .kept || $0.kind == .added }
        return Piece(turn: id, edit: edit.id, line: row.map { String($0.text) })
    }

    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        switch action {
        case .close, .out: context.leave()
        case .nextEdit: jump { document, line in document.edits.first { $0.line > line }?.line }
        case .previousEdit: jump { document, line in document.edits.last { $0.line < line }?.line }
        // One line above, so that the sticky heading does not cover it.
        case .nextFinding: jump(above: 1) { document, line in document.text.findings.first { $0 > line } }
        case .previousFinding: jump(above: 1) { document, line in document.text.findings.last { $0 < line } }
        case .diff: changeView(&context)
        case .wrap: wraps.toggle()
        case .prompt: reader.go(to: 0, in: 0)
        case .session:
            if let detail {
                let start = SessionScreen.Start(turn: detail.turn, edit: piece?.edit, isUnfolded: true)
                context.open(SessionScreen(session: detail.session.uid, at: start))
            }
        case .compare: compare(&context)
        case .pager:
            guard let detail else { return }
            let layout = TurnDocument.Layout(part: .all, columns: 100, view: view == .code ? .code : .diff)
            context.run(.page(TurnDocument(detail, layout, clock: context.clock).text.plainText))
        case .colour, .leaveMode, .tokenBefore, .tokenAfter, .goToOrigin: performMode(action, &context)
        default: reader.perform(action, height: readingRows(context.size), &context)
        }
    }

    private mutating func changeView(_ context: inout ScreenContext) {
        view = view.next
        if view == .sideBySide, context.size.columns < CodeView.sideBySideColumns {
            context.say("Side by side needs \(CodeView.sideBySideColumns) columns; here it is one above the other.")
        }
    }

    /// The first time marks an edit, the second time on another one compares the two.
    private mutating func compare(_ context: inout ScreenContext) {
        guard let piece, let edit = piece.edit else { return }
        guard let marked, marked != edit, documents.last?.edits.contains(where: { $0.id == marked }) == true else {
            self.marked = marked == edit ? nil : edit
            context.say(
                self.marked == nil
                    ? "The edit is not marked any more." : "This edit is marked; = on another one compares the two.")
            return
        }
        self.marked = nil
        context.open(CompareScreen(left: Piece(turn: id, edit: marked), right: Piece(turn: id, edit: edit)))
    }

    /// Goes somewhere on the side that holds the edits.
    private mutating func jump(above: Int = 0, to place: (TurnDocument, Int) -> Int?) {
        guard let last = documents.indices.last, reader.panes.indices.contains(last) else { return }
        guard let line = place(documents[last], reader.panes[last].cursor) else {
            return
        }
        reader.go(to: line, in: last, above: above)
    }

    package mutating func search(_ step: SearchStep, _ context: inout ScreenContext) {
        reader.search(step, height: readingRows(context.size))
    }

    package mutating func mouse(_ event: MouseEvent, _ context: inout ScreenContext) {
        let column = documents.count > 1 ? Self.sides(context.size)[1].column : nil
        reader.mouse(event, column: column, height: readingRows(context.size))
    }

    package mutating func receive(_ answer: Answer, _ context: inout ScreenContext) {
        switch answer {
        case .turn(let request, let detail) where request == self.request:
            isGone = detail == nil
            if let detail, detail != self.detail {
                self.detail = detail
                let before = documents
                documents = []
                layOut(context, before: before)
            }
        case .tokens(let request, let sheet) where request == tokens.request: take(sheet, request)
        case .failed(let ticket, _) where ticket == tokens.request?.ticket:
            tokens.request = nil
            tokens.hasFailed = true
        case .superseded(let ticket) where ticket == tokens.request?.ticket: tokens.request = nil
        case .failed(let ticket, _) where ticket == request?.ticket:
            hasFailed = true
        case .superseded(let ticket) where ticket == request?.ticket:
            request = nil
        default: break
        }
    }

    package mutating func refresh(_ context: inout ScreenContext) {
        request = nil
        hasFailed = false
        forgetUnlooked()
    }

    package mutating func settle(_ context: inout ScreenContext) {
        if request == nil {
            let request = TurnRequest(ticket: context.ticket(), id: id, reader: .screen)
            self.request = request
            context.run(.loadTurn(request))
        }
        layOut(context, before: documents)
        reader.settle(height: readingRows(context.size))
        settleMode(&context)
    }
}
