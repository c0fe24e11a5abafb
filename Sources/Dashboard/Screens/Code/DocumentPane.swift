import Terminal

/// A document on the screen: where one is in it, and the line that one stands on.
struct DocumentPane: Equatable {
    private(set) var document: Document
    /// The line on the first line of the screen.
    private(set) var top = 0
    /// The line that one stands on.
    private(set) var cursor = 0
    /// Where the choice of several lines began.
    var anchor: Int?
    /// The columns of code that lie left of the screen.
    private(set) var shift = 0
    /// A line that may be brought to the top though there are blank lines below the last then.
    var highestTop = 0

    init(_ document: Document) { self.document = document }

    /// The lines that are lit.
    var chosen: ClosedRange<Int> {
        let other = anchor ?? cursor
        return min(cursor, other)...max(cursor, other)
    }

    mutating func move(by lines: Int) { cursor += lines }

    /// A page moves what is shown and the cursor alike.
    mutating func page(by lines: Int) {
        cursor += lines
        top += lines
    }

    mutating func goToStart() {
        cursor = 0
        top = 0
    }

    mutating func goToEnd() { cursor = max(document.count - 1, 0) }

    /// Goes to a line, which comes near the top: `above` lines stay over it.
    mutating func go(to line: Int, above: Int = 0) {
        cursor = line
        top = line - above
    }

    /// Goes to a line, and moves what is shown only where the line does not show.
    mutating func show(_ line: Int, height: Int) {
        cursor = line
        if line <= top || line >= top + height { top = line - height / 3 }
    }

    /// The cursor stays on the screen.
    mutating func scroll(by lines: Int, height: Int) {
        top = min(max(top + lines, 0), lowest(height))
        cursor = min(max(cursor, firstVisible), max(top + height - 1, firstVisible))
    }

    mutating func setCursor(toRow row: Int) { if top + row < document.count { cursor = top + row } }

    mutating func shift(by columns: Int) { shift += columns }

    mutating func restore(cursor: Int, top: Int) {
        self.cursor = cursor
        self.top = top
    }

    /// The heading on the first line covers what stands there.
    private var firstVisible: Int { document.isHeading(top) ? top : top + 1 }

    /// The last line does not leave the bottom.
    private func lowest(_ height: Int) -> Int { max(document.count - height, highestTop, 0) }

    /// Brings back into bounds what is out of them.
    mutating func settle(height: Int) {
        cursor = min(max(cursor, 0), max(document.count - 1, 0))
        if let anchor { self.anchor = min(max(anchor, 0), max(document.count - 1, 0)) }
        top = min(max(top, 0), lowest(height))
        if cursor < firstVisible { top = document.isHeading(cursor) ? cursor : max(cursor - 1, 0) }
        if cursor >= top + max(height, 1) { top = cursor - max(height, 1) + 1 }
        let code = document.codeColumns
        shift = document.wraps ? 0 : min(max(shift, 0), max(document.widest - min(code, document.widest / 2 + 1), 0))
    }
}
