import Store
import Terminal

/// The provenance of the turn that is selected in the list.
struct ProvenancePane: Equatable, PaneContent {
    private(set) var detail: TurnDetail?
    private var tree: ProvenanceTree?
    private(set) var selected = 0
    private(set) var top = 0

    /// Shows another turn, or the same one with what has become known of it.
    mutating func follow(_ detail: TurnDetail?, _ clock: WallClock) {
        guard let detail, detail != self.detail else { return }
        if detail.turn.id != self.detail?.turn.id {
            selected = 0
            top = 0
        }
        self.detail = detail
        tree = ProvenanceTree(detail, clock: clock)
    }

    /// What the line is of that one stands on, else the turn.
    var record: GraphRequest.Subject? {
        guard let tree else { return nil }
        return switch tree.lines.indices.contains(selected) ? tree.lines[selected].target : nil {
        case .edit(let id): .node(.row(.edit, id))
        case .generation(let id): .node(.row(.generation, id))
        case .turn, nil: .node(.row(.turn, tree.turn))
        }
    }

    var position: String {
        tree.map { "\(selected + 1) of \($0.lines.count)" } ?? ""
    }

    mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        let page = max(context.size.rows - 1, 1)
        switch action {
        case .open: open(&context)
        default: selected = action.moved(selected, page: page)
        }
    }

    private func open(_ context: inout ScreenContext) {
        guard let tree, tree.lines.indices.contains(selected) else { return }
        let focus: TurnScreen.Focus? =
            switch tree.lines[selected].target {
            case .edit(let id): .edit(id)
            case .generation(let id): .generation(id)
            case .turn, nil: nil
            }
        context.open(TurnScreen(turn: tree.turn, title: tree.title, known: detail, focus: focus))
    }

    mutating func mouse(_ event: MouseEvent, _ context: inout ScreenContext) {
        switch event.action {
        case .wheelDown: selected += 3
        case .wheelUp: selected -= 3
        case .press(.left):
            let line = top + event.position.row
            if line == selected { open(&context) } else { selected = line }
        default: break
        }
    }

    mutating func settle(_ context: inout ScreenContext) {
        let count = tree?.lines.count ?? 0
        selected = min(max(selected, 0), max(count - 1, 0))
        let height = max(context.size.rows, 1)
        top = min(top, selected)
        top = max(top, selected - height + 1, 0)
        top = min(top, max(count - height, 0))
    }

    func view(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        guard let tree else {
            let words = ["No turn is selected.", ListSubject.code.advice]
            for (row, line) in words.enumerated() where row < size.rows {
                frame.put(line, row: row, column: 2, width: size.columns - 3, style: row == 0 ? .text : .muted)
            }
            return frame
        }
        for (row, line) in tree.lines.dropFirst(top).prefix(size.rows).enumerated() {
            frame.put(line.spans, row: row, column: 2, width: size.columns - 3)
            if top + row == selected, context.isFocused {
                frame.put("▸", row: row, column: 0, style: .text)
                frame.highlight(row: row, column: 0, width: size.columns, on: .selection)
            }
        }
        return frame
    }
}
