import Terminal

/// What stands where on the provenance screen: causes, the focus among its siblings, effects; beside them what the focus says,
/// where there is room. A pure function of the size.
struct ProvenanceLayout: Equatable {
    struct Part: Equatable {
        var column: Int
        var columns: Int

        func holds(_ column: Int) -> Bool { (self.column..<self.column + columns).contains(column) }
    }

    /// `nil` where the middle stands alone.
    let causes: Part?
    let middle: Part
    let effects: Part?
    let preview: Part?
    /// The first row under the path, and how many there are for the columns.
    let start: Int
    let rows: Int
    /// The rows that count the neighbours, where their columns have no room.
    let counts: Int
    /// The row of what is pinned.
    let pins: Int?

    init(size: Size, hasPins: Bool) {
        pins = hasPins && size.rows >= 8 ? size.rows - 1 : nil
        let isWide = size.columns >= 100 && size.rows >= 12
        counts = isWide ? 0 : size.rows >= 14 ? 2 : 1
        // Columns have a title each.
        start = 1 + (isWide ? 1 : counts)
        rows = max(size.rows - start - (pins == nil ? 0 : 1), 0)
        guard isWide else {
            (causes, effects, preview) = (nil, nil, nil)
            middle = Part(column: 0, columns: size.columns)
            return
        }
        let isVeryWide = size.columns >= 160
        let side = isVeryWide ? size.columns * 23 / 100 : size.columns * 33 / 100
        let inner = isVeryWide ? size.columns * 26 / 100 : size.columns - 2 * side - 2
        causes = Part(column: 0, columns: side)
        middle = Part(column: side + 1, columns: inner)
        effects = Part(column: side + inner + 2, columns: side)
        let end = 2 * side + inner + 3
        preview = isVeryWide ? Part(column: end, columns: size.columns - end) : nil
    }

    /// Of the middle the rows for siblings; facts and words have the rest.
    func listRows(_ lines: Int) -> Int { min(lines, max(rows / 2, min(3, rows))) }
}
