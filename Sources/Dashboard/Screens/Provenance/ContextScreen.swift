import Provenance
import Store
package import Terminal
import Text

/// The words of a record that has no screen of its own, in full: a piece of context, an answer, what an alarm said.
package struct ContextScreen: Screen {
    private let subject: GraphRequest.Subject
    private let title: String
    /// The line of the text, or of its file, that is to be shown.
    private let line: Int?
    private var account: NodeAccount?
    private var code: EditCode?
    private var columns = 0
    private var wraps = true
    private var reader = DocumentReader()
    private var request: GraphRequest?
    private var isGone = false
    private var hasFailed = false

    init(_ subject: GraphRequest.Subject, title: String, line: Int? = nil) {
        self.subject = subject
        self.title = title
        self.line = line
    }

    package var name: String { title }
    package var position: String { reader.position }
    package var matches: String { reader.matches }
    package var links: [String] { account.map { [$0.node.link] } ?? [] }

    package var actions: [Action] {
        let reading = reader.actions
        return reading.filter { $0 == .copySelection } + [reader.escape ?? .close, .out]
            + (reading.contains(.copySelection) ? [] : [.copy])
            + reading.filter { $0 != .copySelection && !Action.scrolling.contains($0) } + Action.scrolling
    }

    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        switch action {
        case .close, .out: context.leave()
        case .wrap:
            wraps.toggle()
            columns = 0
        case .pager: if let pane = reader.pane { context.run(.page(pane.document.plainText)) }
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
        case .graph(let request, .text(let account)) where request == self.request:
            isGone = account == nil
            guard let account, account != self.account else { return }
            self.account = account
            code = EditCode(
                text: account.text, from: account.firstLine ?? 1,
                language: account.path.flatMap { Language.named(by: $0) })
            columns = 0
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
        if request == nil, !hasFailed {
            let request = GraphRequest(ticket: context.ticket(), question: .text(subject))
            self.request = request
            context.run(.loadGraph(request))
        }
        if columns != context.size.columns { layOut(context.size) }
        reader.settle(height: context.size.rows)
    }

    private mutating func layOut(_ size: Size) {
        guard let account, let code else { return }
        columns = size.columns
        var document = Document(columns: columns, wraps: wraps)
        var heading = [Span(NodeWords.short(account.node), Style(.heading))]
        if let mark = NodeWords.mark(account.node) { heading += [Span("  "), mark] }
        document.append(.heading(heading))
        document.append(code, sideBySide: false)
        if account.isCut { document.append(.words("… it is longer than what is shown", .muted)) }
        var pane = DocumentPane(document)
        if let old = reader.pane {
            pane.restore(
                cursor: document.line(ofRow: old.document.row(at: old.cursor)),
                top: document.line(ofRow: old.document.row(at: old.top)))
        } else if let line {
            // The heading is the first row.
            let row = line - (account.firstLine ?? 1) + 1
            pane.show(document.line(ofRow: row), height: size.rows)
        }
        reader.show([pane], focus: 0)
    }

    package func view(size: Size, _ context: ViewContext) -> Frame {
        guard let pane = reader.pane else {
            var frame = Frame(size: size)
            let words = isGone ? "This record is no longer in the store." : hasFailed ? "" : "reading…"
            frame.put(words, row: min(1, size.rows - 1), column: 2, width: size.columns - 3, style: .muted)
            return frame
        }
        return DocumentView.frame(pane, size: size, isFocused: true, isAlone: true, reader.look(0))
    }
}
