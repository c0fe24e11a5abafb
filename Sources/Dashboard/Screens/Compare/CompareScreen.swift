import Store
package import Terminal
import Text

/// The code of two edits, answers or turns as a difference of the two.
package struct CompareScreen: Screen {
    private let pieces: [Piece]
    private var sides: [ComparedSide?] = [nil, nil]
    private var document: CompareDocument?
    private var reader = DocumentReader()
    private var view = CodeView.sideBySide
    private var wraps = true
    private var request: TurnRequest?
    /// A sentence in place of the code.
    private var absence: String?

    /// - Parameters:
    ///   - left: what is taken as what stood before.
    ///   - right: what is taken as what stands after it.
    package init(left: Piece, right: Piece) {
        pieces = [left, right]
    }

    package var name: String { "compare" }
    package var position: String { reader.position }
    package var matches: String { reader.matches }
    package var piece: Piece? { pieces[1] }

    package var tally: String {
        guard let document else { return "" }
        guard document.added + document.removed > 0 else { return "no difference" }
        return "+\(document.added.grouped) −\(document.removed.grouped) lines"
    }

    package var actions: [Action] {
        let reading = reader.actions
        let first = reading.filter { $0 == .copySelection || $0 == .nextMatch || $0 == .previousMatch }
        var actions: [Action] = [reader.escape ?? .close, .out] + first + [.nextChange, .previousChange, .diff]
        actions += reading.filter { !actions.contains($0) && !Action.scrolling.contains($0) }
        return actions + [.editor] + (reading.contains(.copySelection) ? [] : [.copy]) + Action.scrolling
    }

    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        switch action {
        case .close, .out: context.leave()
        case .nextChange: jump { changes, line in changes.first { $0 > line } }
        case .previousChange: jump { changes, line in changes.last { $0 < line } }
        case .wrap: wraps.toggle()
        case .diff:
            view = view == .sideBySide ? .diff : .sideBySide
            if view == .sideBySide, context.size.columns < CodeView.sideBySideColumns {
                context.say("Side by side needs \(CodeView.sideBySideColumns) columns; here it is one above the other.")
            }
        case .pager:
            guard let left = sides[0], let right = sides[1] else { return }
            let layout = CompareDocument.Layout(columns: 100, view: .diff, wraps: true)
            context.run(
                .page(
                    "− \(left.title)\n+ \(right.title)\n\n"
                        + CompareDocument(left, right, layout).text.plainText))
        default: reader.perform(action, height: height(context), &context)
        }
    }

    private mutating func jump(to place: ([Int], Int) -> Int?) {
        guard let document, let line = place(document.changes, reader.cursor) else { return }
        reader.go(to: line, in: 0, above: 3)
    }

    package mutating func search(_ step: SearchStep, _ context: inout ScreenContext) {
        reader.search(step, height: height(context))
    }

    package mutating func mouse(_ event: MouseEvent, _ context: inout ScreenContext) {
        var event = event
        event.position.row -= 1
        reader.mouse(event, column: nil, height: height(context))
    }

    package mutating func receive(_ answer: Answer, _ context: inout ScreenContext) {
        switch answer {
        case .turn(let request, let detail) where request == self.request:
            guard let detail else {
                absence = "A turn of the two is no longer in the store."
                return
            }
            for index in pieces.indices where pieces[index].turn == request.id {
                sides[index] = ComparedSide(pieces[index], of: detail, clock: context.clock)
            }
            document = nil
            ask(&context)
        case .failed(let ticket, _) where ticket == request?.ticket:
            absence = "The code could not be read."
        case .superseded(let ticket) where ticket == request?.ticket:
            request = nil
        default: break
        }
    }

    /// One after the other: of two questions of a kind the store answers the last one.
    private mutating func ask(_ context: inout ScreenContext) {
        guard let next = pieces.indices.first(where: { sides[$0] == nil }) else { return }
        let request = TurnRequest(ticket: context.ticket(), id: pieces[next].turn, reader: .screen)
        self.request = request
        context.run(.loadTurn(request))
    }

    package mutating func settle(_ context: inout ScreenContext) {
        if request == nil { ask(&context) }
        layOut(context)
        reader.settle(height: height(context))
    }

    private mutating func layOut(_ context: ScreenContext) {
        guard let left = sides[0], let right = sides[1] else { return }
        let columns = context.size.columns
        let shown = columns < CodeView.sideBySideColumns ? .diff : view
        let layout = CompareDocument.Layout(columns: columns, view: shown, wraps: wraps)
        guard document?.layout != layout else { return }
        let old = reader.pane
        let document = CompareDocument(left, right, layout, like: document)
        self.document = document
        var pane = DocumentPane(document.text)
        if let old, old.document.count > 0 {
            // About where one was: the lines before and after are the same ones in another order.
            let scale = { (line: Int) in line * document.text.count / old.document.count }
            pane.restore(cursor: scale(old.cursor), top: scale(old.top))
        }
        reader.show([pane], focus: 0)
    }

    private func height(_ context: ScreenContext) -> Int { max(context.size.rows - 1, 1) }

    package func view(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        guard let document, let pane = reader.pane, let left = sides[0], let right = sides[1] else {
            frame.put(
                absence ?? "reading the code…", row: min(1, size.rows - 1), column: 2, width: size.columns - 3,
                style: .muted)
            return frame
        }
        let part = DocumentView.frame(
            pane, size: Size(columns: size.columns, rows: max(size.rows - 1, 0)), isFocused: true, isAlone: true,
            reader.look(0))
        frame.put(part, row: 1, column: 0)
        let middle = document.layout.view == .sideBySide ? document.text.pairStart : size.columns / 2
        frame.put(
            [Span("− ", Style(.diffRemoved)), Span(left.title, Style(.heading))], row: 0, column: 1, width: middle - 2)
        frame.put(
            [Span("+ ", Style(.diffAdded)), Span(right.title, Style(.heading))], row: 0, column: middle + 1,
            width: size.columns - middle - 2)
        return frame
    }
}
