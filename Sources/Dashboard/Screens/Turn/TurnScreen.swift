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
    private let title: String
    private(set) var detail: TurnDetail?
    private var documents: [TurnDocument] = []
    /// Of each document, the line on its first line of the screen.
    private var tops: [Int] = []
    /// The document that the keys move in.
    private(set) var pane = 0
    private var view = CodeView.diff
    /// To be brought to the top once the turn is read.
    private var focus: Focus?
    private var request: TurnRequest?
    private var isGone = false
    private var hasFailed = false

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
        let code = document.lines.dropFirst(max(top, edit.line) + 1).prefix(12).lazy.compactMap { line -> String? in
            guard case .code(let code) = line, code.sign != "−", code.number != nil else { return nil }
            return code.text.map(\.text).joined()
        }
        // The very top of an edit means the edit, not its first line of context.
        return Piece(turn: id, edit: edit.id, line: top <= edit.line ? nil : code.first)
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
        case .session: if let detail { context.open(GenerationsScreen(session: detail.session.uid)) }
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

    // MARK: Layout

    private struct Side {
        var column: Int
        var columns: Int
    }

    /// One side, or two where both are wide enough to be read.
    private static func sides(_ size: Size) -> [Side] {
        guard size.columns >= 100, size.rows >= 12 else { return [Side(column: 0, columns: size.columns)] }
        let left = min(max(size.columns * 2 / 5, 44), 72)
        return [
            Side(column: 0, columns: left - 1), Side(column: left + 1, columns: size.columns - left - 1),
        ]
    }

    private func layouts(_ size: Size) -> [TurnDocument.Layout] {
        let sides = Self.sides(size)
        let hasEdits = detail?.answers.contains { !$0.edits.isEmpty } ?? false
        guard sides.count > 1, hasEdits else {
            return [TurnDocument.Layout(part: .all, columns: size.columns, view: view)]
        }
        return [
            TurnDocument.Layout(part: .asked, columns: sides[0].columns, view: .diff),
            TurnDocument.Layout(part: .wrote, columns: sides[1].columns, view: view),
        ]
    }

    /// Lays the turn out where the size, the view or the turn itself has changed, and stays where one was.
    private mutating func layOut(_ context: ScreenContext, before: [TurnDocument]) {
        guard let detail else { return }
        let layouts = layouts(context.size)
        guard documents.map(\.layout) != layouts else { return }
        documents = layouts.map { TurnDocument(detail, $0, clock: context.clock) }
        let oldTops = tops
        let isSplit = documents.count > 1
        if before.count == documents.count {
            tops = documents.indices.map { Self.place(of: oldTops[$0], in: before[$0], now: documents[$0]) }
        } else if let last = before.last, let line = oldTops.last {
            // From one side to two, or back: what was seen of the edits is seen again.
            let edits = Self.place(of: line, in: last, now: documents[documents.count - 1])
            tops = isSplit ? [0, edits] : [edits]
        } else {
            tops = documents.map { _ in 0 }
        }
        pane = isSplit ? min(pane, 1) : 0
        if before.isEmpty, isSplit { pane = 1 }
        if let focus { bring(focus) }
    }

    private mutating func bring(_ focus: Focus) {
        for index in documents.indices {
            let marks =
                switch focus {
                case .edit(let id): documents[index].edits.first { $0.id == id }
                case .generation(let id): documents[index].answers.first { $0.id == id }
                }
            guard let marks else { continue }
            tops[index] = marks.line
            pane = index
            self.focus = nil
        }
    }

    /// The line that shows, laid out anew, about what a line showed: the same distance between the same two edits.
    private static func place(of line: Int, in before: TurnDocument, now: TurnDocument) -> Int {
        let index = before.edits.lastIndex { $0.line <= line }
        let start = index.map { before.edits[$0].line } ?? 0
        let newStart = index.flatMap { now.edits.indices.contains($0) ? now.edits[$0].line : nil } ?? 0
        let next = index.map { $0 + 1 } ?? 0
        let end = before.edits.indices.contains(next) ? before.edits[next].line : before.lines.count
        let newEnd = now.edits.indices.contains(next) ? now.edits[next].line : now.lines.count
        return newStart + (line - start) * max(newEnd - newStart, 0) / max(end - start, 1)
    }

    /// The last line does not leave the bottom, except that the last edit may be brought to the top.
    private mutating func scroll(to line: Int, _ context: ScreenContext) {
        for index in documents.indices {
            let document = documents[index]
            let lowest = max(document.lines.count - context.size.rows, document.edits.last?.line ?? 0, 0)
            let line = index == pane ? line : tops[index]
            tops[index] = min(max(line, 0), lowest)
        }
    }

    // MARK: View

    package func view(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        guard !documents.isEmpty else {
            let words = isGone ? "This turn is no longer in the store." : hasFailed ? "" : "reading the turn…"
            frame.put(words, row: min(1, size.rows - 1), column: 2, width: size.columns - 3, style: .muted)
            return frame
        }
        let sides = documents.count > 1 ? Self.sides(size) : [Side(column: 0, columns: size.columns)]
        for (index, side) in sides.enumerated() where documents.indices.contains(index) {
            let isFocused = documents.count > 1 && index == pane
            let part = TurnDocumentView.frame(
                documents[index], top: tops[index], size: Size(columns: side.columns, rows: size.rows),
                isFocused: isFocused)
            frame.put(part, row: 0, column: side.column)
        }
        return frame
    }
}
