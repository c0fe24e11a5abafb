/// Plain columns for a person: a heading line, two spaces between columns, one line a row.
///
/// The first 200 rows decide the widths; then rows are written as they come. Where the table is wider than the terminal,
/// its widest flexible columns shrink first. A later row that does not fit is cut in a flexible column, and stands out
/// of line in any other. All text is made safe to print.
package struct TableWriter: RowWriter {
    private static let page = 200
    private static let gap = 2

    private let width: Int?
    private let clock: TimeZoneClock
    private var columns: [OutputColumn] = []
    private var waiting: [[String]] = []
    private var widths: [Int]?

    package init(width: Int?, clock: TimeZoneClock = .local) {
        self.width = width
        self.clock = clock
    }

    package mutating func begin(_ columns: [OutputColumn], to sink: inout [UInt8]) {
        self.columns = columns
        waiting = [columns.map { Visible.text($0.title) }]
        widths = nil
    }

    package mutating func row(_ values: [OutputValue], to sink: inout [UInt8]) {
        let cells = columns.indices.map { Visible.text(values.value(at: $0).shown(clock) ?? "-") }
        if let widths {
            write(cells, widths, to: &sink)
        } else {
            waiting.append(cells)
            if waiting.count > Self.page { writeWaiting(to: &sink) }
        }
    }

    package mutating func end(to sink: inout [UInt8]) {
        if widths == nil { writeWaiting(to: &sink) }
    }

    private mutating func writeWaiting(to sink: inout [UInt8]) {
        let widths = fittingWidths()
        for cells in waiting { write(cells, widths, to: &sink) }
        waiting = []
        self.widths = widths
    }

    private func fittingWidths() -> [Int] {
        var widths = columns.indices.map { place in waiting.reduce(0) { max($0, $1[place].displayWidth) } }
        guard let width else { return widths }
        let gaps = Self.gap * max(columns.count - 1, 0)
        for place in columns.indices where columns[place].isFlexible {
            widths[place] = min(widths[place], max(width, 1))
        }
        var excess = widths.reduce(gaps, +) - width
        while excess > 0 {
            let shrinkable = columns.indices.filter {
                columns[$0].isFlexible && widths[$0] > max(columns[$0].minimumWidth, 1)
            }
            guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private func write(_ cells: [String], _ widths: [Int], to sink: inout [UInt8]) {
        var line = ""
        for (place, column) in columns.enumerated() {
            var cell = cells[place]
            if width != nil, column.isFlexible { cell = cell.truncated(to: widths[place]) }
            line += cell.padded(to: widths[place], alignment: column.alignment)
            if place < columns.count - 1 { line += String(repeating: " ", count: Self.gap) }
        }
        sink.append(contentsOf: line.utf8)
        while sink.last == UInt8(ascii: " ") { sink.removeLast() }
        sink.append(UInt8(ascii: "\n"))
    }
}
