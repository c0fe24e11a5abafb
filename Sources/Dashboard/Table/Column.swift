import Store
import Terminal

/// A piece of a cell's text in one style.
struct Span: Equatable {
    var text: String
    var style: Style

    init(_ text: String, _ style: Style = .text) {
        self.text = text
        self.style = style
    }
}

/// How one column of a table is made from a row.
struct Column<Row> {
    enum Width: Equatable {
        case fixed(Int)
        /// At least so wide; takes what the others leave.
        case flexible(least: Int)
    }

    let title: String
    /// By which a list is ordered that is ordered by this column.
    let order: RowOrder.Column?
    let width: Width
    /// The column with the highest rank goes first where there is no room for all; 0 stays.
    let rank: Int
    /// The cell's text. The second argument is the width that it may take, for columns that share it out.
    let cell: (Row, Int) -> [Span]

    init(
        _ title: String, _ width: Width, by order: RowOrder.Column? = nil, rank: Int,
        cell: @escaping (Row, Int) -> [Span]
    ) {
        self.title = title
        self.order = order
        self.width = width
        self.rank = rank
        self.cell = cell
    }

    var leastWidth: Int {
        switch width {
        case .fixed(let width): width
        case .flexible(let least): least
        }
    }
}
