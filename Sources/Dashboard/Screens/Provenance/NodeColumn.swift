import Store
import Terminal
import Text

/// A column of neighbours: over each kind of edge its name and how many there are.
struct NodeColumn {
    enum Line: Equatable {
        case header(Int)
        case node(GraphColumn.Place)
        /// There is more behind a list.
        case more(Int)
    }

    let column: GraphColumn
    let lines: [Line]

    init(_ column: GraphColumn) {
        self.column = column
        var lines: [Line] = []
        for (group, list) in column.lists.enumerated() {
            lines.append(.header(group))
            lines += list.nodes.indices.map { .node(GraphColumn.Place(group: group, row: $0)) }
            if list.next != nil { lines.append(.more(group)) }
        }
        self.lines = lines
    }

    /// The line of a place.
    func line(of place: GraphColumn.Place) -> Int {
        column.lists.prefix(place.group).reduce(place.row + 1) { $0 + $1.nodes.count + ($1.next == nil ? 1 : 2) }
    }

    /// The first line that is shown, so that a place is among `rows`, with its header where it is the first.
    func top(showing place: GraphColumn.Place?, rows: Int, from top: Int = 0) -> Int {
        guard let place, rows > 0 else { return 0 }
        let line = line(of: place)
        let first = place.row == 0 ? line - 1 : line
        let highest = max(lines.count - rows, 0)
        return min(max(min(top, first), line - rows + 1, 0), highest)
    }

    struct Look {
        var selected: GraphColumn.Place?
        /// Whether the keys are here; else it is where they lead.
        var isCursor = false
        var sign: (NodeName) -> NodeSign?
    }

    /// - Parameter top: the first line that is shown.
    func draw(from top: Int, row: Int, column start: Int, size: Size, _ look: Look, on frame: inout Frame) {
        for (offset, line) in lines.dropFirst(top).prefix(size.rows).enumerated() {
            let row = row + offset
            switch line {
            case .header(let group):
                let edge = column.lists[group].group
                frame.rule(
                    [Span(Visible.text(edge.name), Style(.heading)), Span(" \(edge.countText)", .muted)], row: row,
                    column: start, width: size.columns)
            case .more(let group):
                let words = column.lists[group].nodes.count >= GraphColumn.longest ? "more than can be shown" : "more"
                frame.put("… \(words)", row: row, column: start + 2, width: size.columns - 3, style: .muted)
            case .node(let place):
                draw(place, row: row, column: start, width: size.columns, look, on: &frame)
            }
        }
    }

    private func draw(
        _ place: GraphColumn.Place, row: Int, column start: Int, width: Int, _ look: Look, on frame: inout Frame
    ) {
        guard let node = column.node(place) else { return }
        let isSelected = place == look.selected
        var after: [Span] = []
        if let sign = look.sign(node.name) { after.append(sign.span) }
        if let mark = NodeWords.mark(node) {
            if !after.isEmpty { after.append(Span(" ")) }
            after.append(mark)
        }
        var taken = after.reduce(0) { $0 + $1.text.displayWidth }
        // A name cut to nothing says less than a mark.
        if taken > width / 3 {
            after = Array(after.prefix(1))
            taken = min(after.reduce(0) { $0 + $1.text.displayWidth }, width / 3)
        }
        let room = width - 3 - (taken > 0 ? taken + 1 : 0)
        frame.put(
            [Span(NodeWords.kind(node.kind) + " ", .muted), Span(NodeWords.title(node))], row: row, column: start + 2,
            width: room)
        frame.put(after, row: row, column: start + width - 1 - taken, width: taken)
        guard isSelected else { return }
        frame.put("▸", row: row, column: start, style: look.isCursor ? .text : .muted)
        frame.highlight(
            row: row, column: start, width: width - (look.isCursor ? 0 : 1),
            on: look.isCursor ? .selection : .selectionInactive)
    }
}
