import Store
import Terminal
import Text

/// Something to be read from top to bottom, laid out for a width: headings, words, code.
///
/// To lay out is to count bytes: what a line looks like is found when it shows.
struct Document: Equatable {
    /// A line as it was written, however many lines of the screen it takes.
    enum Row: Equatable {
        case empty
        case heading([Span])
        case spans([Span])
        case words(String, Style)
        /// A paragraph, broken between words.
        case prose(String, Style)
        case code(code: Int32, row: Int32)
        /// A row of what stood before beside one of what stands after; −1 where there is none.
        case pair(code: Int32, left: Int32, right: Int32)
    }

    /// What a line of the screen shows: a piece of a row.
    struct Place: Equatable {
        var row: Int32
        var piece: Int32
        var bytes: Range<Int32>
    }

    /// Of the line numbers beside code.
    static let gutter = 6

    let columns: Int
    /// Whether long lines of code go on below; else they run out of the screen.
    let wraps: Bool
    private(set) var rows: [Row] = []
    private(set) var places: [Place] = []
    private(set) var codes: [EditCode] = []
    /// The lines on which headings stand.
    private(set) var headings: [Int] = []
    /// The signs of findings beside rows.
    private(set) var marks: [Int: Span] = [:]
    /// The lines with such a sign.
    private(set) var findings: [Int] = []
    /// The columns of the longest line of code; 0 where lines are wrapped.
    private(set) var widest = 0

    init(columns: Int, wraps: Bool = true) {
        self.columns = columns
        self.wraps = wraps
    }

    var count: Int { places.count }

    func isHeading(_ line: Int) -> Bool {
        guard places.indices.contains(line), case .heading = rows[Int(places[line].row)] else { return false }
        return true
    }

    /// The heading that a line stands under.
    func heading(over line: Int) -> Int? {
        var low = 0
        var high = headings.count
        while low < high {
            let middle = (low + high) / 2
            if headings[middle] <= line { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? headings[low - 1] : nil
    }

    /// The row that a line shows.
    func row(at line: Int) -> Int { places.indices.contains(line) ? Int(places[line].row) : 0 }

    /// The row of code on a line; of two side by side the one on the right.
    func codeRow(at line: Int) -> CodeRow? {
        guard places.indices.contains(line) else { return nil }
        switch rows[Int(places[line].row)] {
        case .code(let code, let row): return codes[Int(code)].rows[Int(row)]
        case .pair(let code, let left, let right): return codes[Int(code)].rows[Int(right >= 0 ? right : left)]
        default: return nil
        }
    }

    /// The line that shows a byte of a row.
    func line(ofRow row: Int, piece: Int = 0) -> Int {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if (Int(places[middle].row), Int(places[middle].piece)) < (row, piece) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return min(low, max(places.count - 1, 0))
    }

    // MARK: Laying out

    mutating func append(_ row: Row) {
        let number = Int32(rows.count)
        rows.append(row)
        if case .heading = row { headings.append(places.count) }
        guard case .prose(let text, _) = row else { return place(number, 0, 0..<Int32.max) }
        for (index, piece) in Wrapping.pieces(of: text, columns: proseColumns, byWords: true).enumerated() {
            place(number, Int32(index), Int32(piece.lowerBound)..<Int32(piece.upperBound))
        }
    }

    mutating func append(paragraphs text: String) {
        for line in Wrapping.rawLines(text) { append(.prose(Wrapping.shown(line), .text)) }
    }

    var proseColumns: Int { max(columns - 3, 1) }

    /// The columns for the code of one side, and where the right side begins.
    var codeColumns: Int { max(columns - Self.gutter - 2, 1) }
    var pairStart: Int { (columns + 1) / 2 }
    var pairColumns: Int { max((columns - 1) / 2 - Self.gutter - 2, 1) }

    /// - Parameter findings: each is told under the line on which it begins, or else at the end.
    mutating func append(_ code: EditCode, sideBySide: Bool, findings: [FindingRow] = []) {
        let index = Int32(codes.count)
        codes.append(code)
        places.reserveCapacity(places.count + code.rows.count)
        rows.reserveCapacity(rows.count + code.rows.count)
        var waiting = Dictionary(grouping: findings) { $0.firstLine }
        if sideBySide {
            code.forEachPair { left, right in
                let row = code.rows[Int(right >= 0 ? right : left)]
                append(pair: Row.pair(code: index, left: left, right: right), code, left, right)
                if !waiting.isEmpty, right >= 0, let number = row.number {
                    tell(waiting.removeValue(forKey: number) ?? [])
                }
            }
        } else {
            for (place, row) in code.rows.enumerated() {
                append(code: Row.code(code: index, row: Int32(place)), row)
                if !waiting.isEmpty, let number = row.number { tell(waiting.removeValue(forKey: number) ?? []) }
            }
        }
        // What points at no line that is shown is told all the same.
        for finding in findings where waiting[finding.firstLine] != nil { append(Self.telling(finding)) }
    }

    /// Under the row that was laid out last.
    private mutating func tell(_ findings: [FindingRow]) {
        guard let first = findings.first else { return }
        let row = rows.count - 1
        let sign = TurnColumns.severity(first.severity)
        marks[row] = Span(String(sign.text.prefix(1)), sign.style)
        self.findings.append(line(ofRow: row))
        for finding in findings { append(Self.telling(finding)) }
    }

    private static func telling(_ finding: FindingRow) -> Row {
        let indent = String(repeating: " ", count: gutter)
        return .spans([
            Span(indent), TurnColumns.severity(finding.severity), Span("  " + Visible.text(finding.rule)),
            Span("  " + Visible.text(finding.message), .muted),
            Span(finding.status == "open" ? "" : "  " + Visible.text(finding.status), .muted),
        ])
    }

    private mutating func append(code row: Row, _ code: CodeRow) {
        if code.kind == .note { return append(.words(String(code.text), .muted)) }
        let number = Int32(rows.count)
        rows.append(row)
        let columns = codeColumns
        if let bytes = Wrapping.plainCount(code.text), bytes <= columns || !wraps {
            if !wraps { widest = max(widest, bytes) }
            return place(number, 0, 0..<Int32(clamping: bytes))
        }
        let shown = Wrapping.shown(code.text)
        guard wraps else {
            widest = max(widest, shown.displayWidth)
            return place(number, 0, 0..<Int32(clamping: shown.utf8.count))
        }
        for (index, piece) in Wrapping.pieces(of: shown, columns: columns, byWords: false).enumerated() {
            place(number, Int32(index), Int32(clamping: piece.lowerBound)..<Int32(clamping: piece.upperBound))
        }
    }

    private mutating func append(pair row: Row, _ code: EditCode, _ left: Int32, _ right: Int32) {
        // What is no code goes over both sides.
        if left == right, !code.rows[Int(left)].isCode {
            guard case .pair(let index, _, _) = row else { return }
            return append(code: .code(code: index, row: left), code.rows[Int(left)])
        }
        let number = Int32(rows.count)
        rows.append(row)
        let count = max(pieces(of: left, code), left == right ? 0 : pieces(of: right, code), 1)
        for piece in 0..<Int32(count) { place(number, piece, 0..<Int32.max) }
    }

    private mutating func pieces(of row: Int32, _ code: EditCode) -> Int {
        guard row >= 0 else { return 0 }
        let text = code.rows[Int(row)].text
        if let bytes = Wrapping.plainCount(text) {
            if !wraps { widest = max(widest, bytes) }
            return wraps ? (bytes + pairColumns - 1) / pairColumns : 1
        }
        let shown = Wrapping.shown(text)
        if !wraps { widest = max(widest, shown.displayWidth) }
        return wraps ? Wrapping.pieces(of: shown, columns: pairColumns, byWords: false).count : 1
    }

    private mutating func place(_ row: Int32, _ piece: Int32, _ bytes: Range<Int32>) {
        places.append(Place(row: row, piece: piece, bytes: bytes))
    }
}
