import Terminal

/// A picture of dots, two by four in a cell: braille patterns, which a terminal without Unicode shows as points.
struct DotGrid {
    let columns: Int
    let rows: Int
    private var cells: [UInt8]

    init(columns: Int, rows: Int) {
        self.columns = max(columns, 0)
        self.rows = max(rows, 0)
        cells = [UInt8](repeating: 0, count: self.columns * self.rows)
    }

    /// The dots of a share of the whole height, from the bottom.
    func height(_ share: Double) -> Int {
        guard share.isFinite else { return 0 }
        return Int((min(max(share, 0), 1) * Double(rows * 4 - 1)).rounded())
    }

    /// - Parameters:
    ///   - x: dots from the left.
    ///   - y: dots from the bottom.
    private mutating func dot(_ x: Int, _ y: Int) {
        let (column, row) = (x / 2, rows - 1 - y / 4)
        guard x >= 0, y >= 0, column < columns, row >= 0, row < rows else { return }
        // Dots 1 2 3 7 run down the left of a cell, 4 5 6 8 down the right.
        let down = 3 - y % 4
        let bits: [UInt8] = x % 2 == 0 ? [0x01, 0x02, 0x04, 0x40] : [0x08, 0x10, 0x20, 0x80]
        cells[row * columns + column] |= bits[down]
    }

    /// A line between two places of columns of cells.
    mutating func line(from: (x: Int, y: Int), to: (x: Int, y: Int)) {
        let (start, end) = (from.x * 2, to.x * 2)
        let steps = max(abs(end - start), abs(to.y - from.y), 1)
        for step in 0...steps {
            dot(start + (end - start) * step / steps, from.y + (to.y - from.y) * step / steps)
        }
    }

    mutating func column(_ x: Int, _ low: Int, _ high: Int) {
        for y in min(low, high)...max(low, high) { dot(x * 2, y) }
    }

    func draw(on frame: inout Frame, row: Int, column: Int, style: Style) {
        for (place, bits) in cells.enumerated() where bits != 0 {
            guard let scalar = Unicode.Scalar(0x2800 + UInt32(bits)) else { continue }
            frame.put(
                String(Character(scalar)), row: row + place / columns, column: column + place % columns, style: style)
        }
    }
}
