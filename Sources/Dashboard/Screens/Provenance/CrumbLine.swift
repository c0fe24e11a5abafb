import Store
import Terminal
import Text

/// The path that was walked, in one line: `alert checkout-500 ◂ frame refund.py:88 ◂ edit refund.py:61`.
///
/// Where there is no room for all of it the end is shown, or what lies around the step that one chooses at.
struct CrumbLine {
    struct Crumb: Equatable {
        var index: Int
        var column: Int
        var width: Int
        var text: String
    }

    private(set) var crumbs: [Crumb] = []
    private let walk: Walk
    private let chosen: Int?

    /// The columns of a sign between two.
    private static let gap = 3
    private static let longest = 28
    /// A name is not cut to less.
    private static let shortest = 14
    /// Of the sign for what is left out.
    private static let cut = 4

    /// - Parameter chosen: the step that one chooses at.
    init(_ walk: Walk, chosen: Int?, columns: Int) {
        self.walk = walk
        self.chosen = chosen
        let last = chosen ?? walk.count - 1
        let room = max(columns - 2, 1)
        let name = { (index: Int) in NodeWords.short(walk.node(at: index)) }
        // The one that matters first; then back, as many as fit; then on from there.
        var names = [last: name(last).truncated(to: max(min(room - Self.cut, 60), 1))]
        var width = names[last]?.displayWidth ?? 0
        var (low, high) = (last, last)
        func take(_ index: Int, _ kept: Int) -> Bool {
            let left = room - width - Self.gap - kept
            let text = name(index).truncated(to: min(Self.longest, max(left, 0)))
            guard left >= Self.shortest || !text.hasSuffix("…") && text.displayWidth <= left, !text.isEmpty else {
                return false
            }
            names[index] = text
            width += text.displayWidth + Self.gap
            return true
        }
        while low > 0, take(low - 1, low > 1 ? Self.cut : 0) { low -= 1 }
        while high + 1 < walk.count, take(high + 1, Self.cut + 2) { high += 1 }
        var column = low > 0 ? 1 + Self.cut : 1
        for index in low...high {
            let text = names[index] ?? ""
            crumbs.append(Crumb(index: index, column: column, width: text.displayWidth, text: text))
            column += text.displayWidth + Self.gap
        }
    }

    func draw(row: Int, on frame: inout Frame) {
        if let first = crumbs.first, first.index > 0 {
            frame.put("…", row: row, column: 1, style: .muted)
        }
        for crumb in crumbs {
            if crumb.index > 0, crumb.column > 1 {
                let sign = walk.steps[crumb.index - 1].direction == .causes ? "◂" : "▸"
                frame.put(sign, row: row, column: crumb.column - 2, style: .muted)
            }
            let isFocus = crumb.index == walk.count - 1
            frame.put(
                crumb.text, row: row, column: crumb.column, width: crumb.width,
                style: isFocus ? Style(.breadcrumb) : .text)
            if crumb.index == chosen {
                frame.highlight(row: row, column: crumb.column, width: crumb.width, on: .selectionInactive)
            }
        }
        if let last = crumbs.last, last.index < walk.count - 1 {
            frame.put(" …", row: row, column: last.column + last.width, style: .muted)
        }
    }

    /// The siblings of the step that one chooses at, under it.
    func drawChoices(_ crumb: ProvenanceScreen.Crumb, on frame: inout Frame, sign: @escaping (NodeName) -> NodeSign?) {
        guard crumb.index > 0, walk.steps.indices.contains(crumb.index - 1) else {
            frame.fill(row: 1, column: 0, width: frame.size.columns, style: .text)
            frame.put("the path begins here", row: 1, column: 1, width: frame.size.columns - 2, style: Style(.note))
            return
        }
        let column = NodeColumn(walk.steps[crumb.index - 1].column)
        let rows = min(column.lines.count, max(frame.size.rows / 2, 4), frame.size.rows - 1)
        let width = min(60, frame.size.columns - 2)
        let wanted = crumbs.first { $0.index == crumb.index }?.column ?? 1
        let left = max(min(wanted - 2, frame.size.columns - width - 1), 1)
        frame.fill(row: 1, column: left - 1, width: width + 2, height: rows, with: "│", style: Style(.borderFocus))
        frame.fill(row: 1, column: left, width: width, height: rows, style: .text)
        column.draw(
            from: column.top(showing: crumb.place, rows: rows), row: 1, column: left,
            size: Size(columns: width, rows: rows),
            NodeColumn.Look(selected: crumb.place, isCursor: true, sign: sign), on: &frame)
        guard rows + 1 < frame.size.rows else { return }
        frame.fill(row: rows + 1, column: left - 1, width: width + 2, with: "─", style: Style(.borderFocus))
    }
}
