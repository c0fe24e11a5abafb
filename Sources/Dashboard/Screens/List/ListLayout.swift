import Terminal

/// What stands where on the list: a pure function of the size.
///
/// The list alone on small screens; from 100x30 on a preview under it, from 160 columns on beside it. A finding says more
/// than a line holds: beside its list from 110 columns on, under a line that tells of the last weeks.
struct ListLayout: Equatable {
    struct Part: Equatable {
        var row: Int
        var column: Int
        var size: Size
    }

    let list: Part
    let preview: Part?
    /// Over both: what the last weeks brought.
    let headRows: Int

    /// - Parameter size: that of the screen's own part; the terminal has at least two rows more.
    init(size: Size, hasPreview: Bool = true, isOfFindings: Bool = false) {
        let head = isOfFindings && hasPreview && size.columns >= 70 && size.rows >= 16 ? 1 : 0
        headRows = head
        let size = Size(columns: size.columns, rows: size.rows - head)
        guard hasPreview, size.columns >= 100, size.rows + head >= 26 else {
            list = Part(row: head, column: 0, size: size)
            preview = nil
            return
        }
        if size.columns >= (isOfFindings ? 110 : 160) {
            let width = isOfFindings ? min(max(size.columns * 9 / 20, 52), 96) : size.columns * 3 / 5
            list = Part(row: head, column: 0, size: Size(columns: width, rows: size.rows))
            preview = Part(
                row: head, column: width + 1, size: Size(columns: size.columns - width - 1, rows: size.rows))
        } else {
            let height = min(max(size.rows / 3, 9), 16)
            list = Part(row: head, column: 0, size: Size(columns: size.columns, rows: size.rows - height))
            preview = Part(
                row: head + size.rows - height, column: 0, size: Size(columns: size.columns, rows: height))
        }
    }

    /// Titles of columns where there is room for such.
    var titleRows: Int { list.size.rows >= 8 ? 1 : 0 }
    var showsDays: Bool { list.size.rows >= 12 }
    var rowsHeight: Int { max(list.size.rows - titleRows, 0) }

    /// The place in the list under the mouse.
    func row(at position: Position, lines: OutlineLines, top: RowPlace) -> RowPlace? {
        let line = position.row - list.row - titleRows
        let column = position.column - list.column
        guard (0..<list.size.columns).contains(column) else { return nil }
        let all = lines.lines(from: top)
        guard all.indices.contains(line), case .place(let place) = all[line] else { return nil }
        return place
    }
}
