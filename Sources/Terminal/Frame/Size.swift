/// The extent of a screen or a part of it, in character cells; never negative.
package struct Size: Hashable, Sendable {
    package let columns: Int
    package let rows: Int

    /// Extents beyond what a 16-bit terminal size can say are cut to 0…65535, so that products cannot overflow.
    package init(columns: Int, rows: Int) {
        self.columns = min(max(columns, 0), 65535)
        self.rows = min(max(rows, 0), 65535)
    }
}

/// A cell's place, counted from the upper left corner, from zero.
package struct Position: Hashable, Sendable {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}
