import Graph
import Store
package import Terminal
import Text

/// What lies around a node as an indented tree: each node once, a second way to it as a mark.
package struct TreeScreen: Screen {
    private enum Line: Equatable {
        case heading(String)
        case node(TreeLines.Line)
        case cut(String)
    }

    private let node: GraphNode
    private var lines: [Line] = []
    private var request: GraphRequest?
    /// The story that is being told of the selected node.
    private(set) var storyRequest: StoryRequest?
    private var selected = 0
    private var top = 0
    private var isGone = false
    private var hasFailed = false

    init(_ node: GraphNode) { self.node = node }

    package var name: String { "tree" }
    package var actions: [Action] { [.reroot, .tree, .story, .close, .out] + Action.scrolling }
    package var position: String { lines.isEmpty ? "" : "\(selected + 1) of \(lines.count)" }
    package var links: [String] { [(here ?? node).link] }
    package var record: GraphRequest.Subject? { .node((here ?? node).name) }

    private var here: GraphNode? {
        guard lines.indices.contains(selected), case .node(let line) = lines[selected] else { return nil }
        return line.node
    }

    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        let page = max(context.size.rows - 2, 1)
        switch action {
        case .reroot: if let here { context.open(ProvenanceScreen(.node(here.name))) }
        case .story:
            let request = StoryRequest(ticket: context.ticket(), node: (here ?? node).name)
            storyRequest = request
            context.run(.tellStory(request))
        // What opened it closes it.
        case .close, .out, .tree: context.leave()
        default: selected = action.moved(selected, page: page)
        }
    }

    package mutating func mouse(_ event: MouseEvent, _ context: inout ScreenContext) {
        switch event.action {
        case .wheelDown: selected += 3
        case .wheelUp: selected -= 3
        case .press(.left) where event.position.row > 0: selected = top + event.position.row - 1
        default: break
        }
    }

    package mutating func receive(_ answer: Answer, _ context: inout ScreenContext) {
        switch answer {
        case .graph(let request, .tree(let tree)) where request == self.request:
            isGone = tree == nil
            lines = []
            var direction: GraphDirection?
            for line in tree?.lines ?? [] {
                if line.direction != direction { lines.append(.heading(line.direction.rawValue)) }
                direction = line.direction
                lines.append(.node(line))
            }
            lines += (tree?.cuts ?? []).map { .cut("left out: \($0)") }
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
            let request = GraphRequest(ticket: context.ticket(), question: .tree(node.name))
            self.request = request
            context.run(.loadGraph(request))
        }
        selected = min(max(selected, 0), max(lines.count - 1, 0))
        let rows = max(context.size.rows - 1, 1)
        top = max(min(top, selected), selected - rows + 1, 0)
        top = min(top, max(lines.count - rows, 0))
    }

    package func view(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        frame.put(
            [Span(NodeWords.kind(node.kind) + " ", .muted), Span(NodeWords.title(node), Style(.heading))], row: 0,
            column: 1, width: size.columns - 2)
        if lines.isEmpty {
            let words =
                isGone
                ? "This record is no longer in the store."
                : hasFailed ? "" : request == nil ? "" : "looking around…"
            frame.put(words, row: 1, column: 2, width: size.columns - 3, style: .muted)
        }
        for (row, line) in lines.dropFirst(top).prefix(max(size.rows - 1, 0)).enumerated() {
            draw(line, row: row + 1, isSelected: top + row == selected, on: &frame)
        }
        return frame
    }

    private func draw(_ line: Line, row: Int, isSelected: Bool, on frame: inout Frame) {
        let width = frame.size.columns
        switch line {
        case .heading(let title): frame.rule([Span(title, Style(.heading))], row: row, width: width)
        case .cut(let words): frame.put(words, row: row, column: 2, width: width - 3, style: .muted, ellipsis: true)
        case .node(let line):
            // However deep, the words stay in sight.
            let indent = min(2 + (line.depth - 1) * 2, max(width / 3, 2))
            var spans = [Span(Visible.text(line.edge) + " ", .muted)]
            if let repeats = line.repeats { spans.append(Span(repeats == .cycle ? "@ " : "* ", Style(.note))) }
            spans += [Span(NodeWords.kind(line.node.kind) + " ", .muted), Span(NodeWords.title(line.node))]
            if let mark = NodeWords.mark(line.node) { spans += [Span("  "), mark] }
            frame.put(spans, row: row, column: indent, width: width - indent - 1)
        }
        guard isSelected else { return }
        frame.put("▸", row: row, column: 0, style: .text)
        frame.highlight(row: row, column: 0, width: width, on: .selection)
    }
}
