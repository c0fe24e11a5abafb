import Store
import Terminal

/// The one renderer of tables: which columns fit, where they stand, how a row is drawn.
struct Table<Row> {
    private struct Placed {
        var column: Column<Row>
        var start: Int
        var width: Int
    }

    private var placed: [Placed] = []
    private let width: Int

    private static var gap: Int { 2 }

    /// - Parameter margin: the columns before the first one, where the mark of the selection stands.
    init(_ columns: [Column<Row>], width: Int, margin: Int = 2) {
        self.width = width
        var kept: Set<Int> = []
        var used = margin
        // By rank, and no farther than the first that does not fit: what is left out depends on nothing but the width.
        for (index, column) in columns.enumerated().sorted(by: {
            ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
        }) {
            let more = column.leastWidth + (kept.isEmpty ? 0 : Self.gap)
            guard used + more <= width || column.rank == 0 else { break }
            used += more
            kept.insert(index)
        }
        let spare = max(width - used, 0)
        var flexible = columns.indices.filter {
            kept.contains($0) && columns[$0].width == .flexible(least: columns[$0].leastWidth)
        }.count
        var left = spare
        var start = margin
        for index in columns.indices where kept.contains(index) {
            var width = columns[index].leastWidth
            if case .flexible = columns[index].width {
                let share = left / max(flexible, 1)
                width += share
                left -= share
                flexible -= 1
            }
            placed.append(Placed(column: columns[index], start: start, width: width))
            start += width + Self.gap
        }
    }

    /// Where the column of a title begins; `nil` where there is no room for it.
    func start(of title: String) -> Int? { placed.first { $0.column.title == title }?.start }

    /// - Parameter order: what the list is ordered by: its column says so, where that is not to be expected.
    func drawTitles(row: Int, by order: RowOrder = .newestFirst, on frame: inout Frame) {
        for placed in placed {
            var title = placed.column.title
            if order != .newestFirst, placed.column.order == order.column { title += order.isReversed ? " ▴" : " ▾" }
            frame.put(title, row: row, column: placed.start, width: placed.width, style: Style(.heading))
        }
    }

    func draw(_ value: Row, row: Int, isSelected: Bool, isMarked: Bool = false, on frame: inout Frame) {
        for placed in placed {
            frame.put(placed.column.cell(value, placed.width), row: row, column: placed.start, width: placed.width)
        }
        if isMarked { frame.put("●", row: row, column: 1, style: Style(.marked)) }
        if isSelected {
            frame.put("▸", row: row, column: 0, style: .text)
            frame.highlight(row: row, column: 0, width: width, on: .selection)
        }
    }
}

extension Frame {
    /// Writes spans one after another, cut with an ellipsis at the width. Returns the columns used.
    @discardableResult
    mutating func put(_ spans: [Span], row: Int, column: Int, width: Int) -> Int {
        var used = 0
        for (index, span) in spans.enumerated() where used < width {
            used += put(
                span.text, row: row, column: column + used, width: width - used, style: span.style, ellipsis: true)
            // Exactly full, with more to come: the last column says so.
            if used == width, spans.dropFirst(index + 1).contains(where: { !$0.text.isEmpty }) {
                put("…", row: row, column: column + width - 1, style: span.style)
            }
        }
        return used
    }

    /// `─ title ─────────`, to the right edge or as wide as said.
    mutating func rule(_ title: [Span], row: Int, column: Int = 0, width: Int, style: Style = Style(.border)) {
        fill(row: row, column: column, width: width, with: "─", style: style)
        guard width > 6, !title.isEmpty else { return }
        let used = put(title, row: row, column: column + 2, width: width - 5)
        put(" ", row: row, column: column + 1, style: style)
        put(" ", row: row, column: column + 2 + used, width: 1, style: style)
    }
}
