/// Where the next glyph of a text goes, and how far it may go.
///
/// A text may begin left of the screen: what lies there is passed over, not drawn.
struct Pen {
    var column: Int
    /// First column that must stay untouched.
    let limit: Int
    private let start: Int

    init(column: Int, width: Int?, columns: Int) {
        self.column = column
        start = column
        guard let width else {
            limit = columns
            return
        }
        let (sum, overflow) = column.addingReportingOverflow(max(width, 0))
        limit = overflow ? columns : min(sum, columns)
    }

    var used: Int {
        let (used, overflow) = column.subtractingReportingOverflow(start)
        return overflow ? 0 : max(used, 0)
    }

    func fits(_ width: Int) -> Bool { column < limit && limit - max(column, 0) >= width }

    /// Moves on, and returns the column left.
    mutating func advance(_ width: Int) -> Int {
        defer { column += width }
        return column
    }
}
