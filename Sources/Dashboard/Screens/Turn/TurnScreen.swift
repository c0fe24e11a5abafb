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

    private let id: Int64
    let title: String
    var detail: TurnDetail?
    var documents: [TurnDocument] = []
    /// Of each document, the line on its first line of the screen.
    var tops: [Int] = []
    /// The document that the keys move in.
    var pane = 0
    var view = CodeView.diff
    /// To be brought to the top once the turn is read.
    var focus: Focus?
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
    package var top: Int { tops.indices.contains(pane) ? tops[pane] : 0 }
    private var document: TurnDocument? { documents.indices.contains(pane) ? documents[pane] : nil }

    package var name: String { title.isEmpty ? "turn" : Visible.text(title) }

    package var actions: [Action] {
        var actions: [Action] = [.close, .out]
        if documents.contains(where: { !$0.edits.isEmpty }) {
            actions += [.nextEdit, .previousEdit, .diff, .editor]
        }
        if detail?.findings.isEmpty == false { actions += [.nextFinding, .previousFinding] }
        if documents.count > 1 { actions.append(.pane) }
        return actions + [.prompt, .session, .copy] + Action.scrolling
    }

    package var position: String {
        guard let document, !document.lines.isEmpty else { return "" }
        return "line \(top + 1) of \(document.lines.count.grouped)"
    }

    package var tally: String {
        guard let edits = documents.last?.edits.count else { return "" }
        return edits == 1 ? "1 edit" : "\(edits.grouped) edits"
    }

    /// The edit on top of the side that shows edits, and the line of code that stands there.
    package var piece: Piece? {
        guard let document = documents.last, let top = tops.last else { return Piece(turn: id) }
        guard let edit = document.edits.last(where: { $0.line <= top }) ?? document.edits.first else {
            return Piece(turn: id)
        }
        let code = document.lines.dropFirst(max(top, edit.line) + 1).prefix(12).compactMap { line -> CodeLine? in
            guard case .code(let code) = line, code.sign != "−", code.number != nil else { return nil }
            return code
        }
        let line = code.first { $0.sign == "+" } ?? code.first
        // The very top of an edit means the edit, not its first line of context.
        return Piece(turn: id, edit: edit.id, line: top <= edit.line ? nil : line.map { $0.text.map(\.text).joined() })
    }

    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        let page = max(context.size.rows - 1, 1)
        switch action {
        case .close, .out: context.leave()
        case .down: scroll(to: top + 1, context)
        case .up: scroll(to: top - 1, context)
        case .halfPageDown: scroll(to: top + max(page / 2, 1), context)
        case .halfPageUp: scroll(to: top - max(page / 2, 1), context)
        case .pageDown: scroll(to: top + page, context)
        case .pageUp: scroll(to: top - page, context)
        case .first: scroll(to: 0, context)
        case .last: scroll(to: .max, context)
        case .nextEdit: jump(to: { document, top in document.edits.first { $0.line > top }?.line }, context)
        case .previousEdit: jump(to: { document, top in document.edits.last { $0.line < top }?.line }, context)
        // One line above, so that the sticky heading does not cover it.
        case .nextFinding:
            jump(to: { document, top in document.findings.first { $0 > top + 1 }.map { $0 - 1 } }, context)
        case .previousFinding:
            jump(to: { document, top in document.findings.last { $0 < top + 1 }.map { $0 - 1 } }, context)
        case .diff: view = view == .diff ? .code : .diff
        case .pane: pane = documents.isEmpty ? 0 : (pane + 1) % documents.count
        case .prompt:
            pane = 0
            scroll(to: 0, context)
        case .session:
            if let detail {
                let start = SessionScreen.Start(turn: detail.turn, edit: piece?.edit, isUnfolded: true)
                context.open(SessionScreen(session: detail.session.uid, at: start))
            }
        default: break
        }
    }

    /// Goes somewhere on the side that holds the edits.
    private mutating func jump(to place: (TurnDocument, Int) -> Int?, _ context: ScreenContext) {
        guard let last = documents.indices.last else { return }
        let before = pane
        pane = last
        if let line = place(documents[last], top) {
            scroll(to: line, context)
        } else if documents.count > 1 {
            pane = before
        }
    }

    package mutating func mouse(_ event: MouseEvent, _ context: inout ScreenContext) {
        if documents.count > 1 {
            pane = event.position.column < Self.sides(context.size)[1].column ? 0 : 1
        }
        switch event.action {
        case .wheelDown: scroll(to: top + 3, context)
        case .wheelUp: scroll(to: top - 3, context)
        default: break
        }
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
        case .failed(let ticket, _) where ticket == request?.ticket:
            hasFailed = true
        default: break
        }
    }

    package mutating func refresh(_ context: inout ScreenContext) {
        request = nil
        hasFailed = false
    }

    package mutating func settle(_ context: inout ScreenContext) {
        if request == nil {
            let request = TurnRequest(ticket: context.ticket(), id: id, reader: .screen)
            self.request = request
            context.run(.loadTurn(request))
        }
        layOut(context, before: documents)
        scroll(to: top, context)
    }
}
