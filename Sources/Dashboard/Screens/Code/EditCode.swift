import Store
import Synchronization
import Terminal

/// The code of one edit, row by row. What a row looks like is found when it shows, and kept for a while.
final class EditCode: Sendable, Equatable {
    /// A row as it is shown.
    struct Painted {
        /// Safe to print, tabs as blanks.
        var text: String
        var runs: [CodePainter.Run]
        /// What differs from the row that it replaced, or was replaced by.
        var changed: [Range<Int>]
    }

    /// Beyond so many bytes code is shown without colours: they cost more time than they are worth.
    static let colouredBytes = 400_000

    let rows: [CodeRow]
    private let partners: [Int32: Int32]
    private let language: String?
    private let brush: Mutex<Brush>

    convenience init(of edit: EditDetail, _ view: CodeView) {
        let bytes = (edit.after?.utf8.count ?? 0) + (edit.patch?.utf8.count ?? 0)
        self.init(
            CodeRows(of: edit, view).rows, language: bytes > Self.colouredBytes ? nil : edit.edit.language)
    }

    convenience init(before: String, after: String, language: String?) {
        let bytes = before.utf8.count + after.utf8.count
        self.init(
            CodeRows(before: before, after: after).rows, language: bytes > Self.colouredBytes ? nil : language)
    }

    /// A text as it stands, its lines numbered from `first`.
    convenience init(text: String, from first: Int, language: String?) {
        self.init(
            CodeRows(text: text, from: first).rows, language: text.utf8.count > Self.colouredBytes ? nil : language)
    }

    private init(_ rows: [CodeRow], language: String?) {
        self.rows = rows
        self.language = language
        var partners: [Int32: Int32] = [:]
        Self.forEachPair(rows) { left, right in
            guard left >= 0, right >= 0, left != right else { return }
            partners[left] = right
            partners[right] = left
        }
        self.partners = partners
        brush = Mutex(Brush(CodePainter(language: language)))
    }

    static func == (left: EditCode, right: EditCode) -> Bool {
        left === right || left.language == right.language && left.rows == right.rows
    }

    func painted(_ row: Int) -> Painted {
        brush.withLock { brush in
            if let known = brush.known[row] { return known }
            var painted = brush.paint(row, rows)
            if let partner = partners[Int32(row)] {
                let other = Wrapping.shown(rows[Int(partner)].text)
                painted.changed =
                    rows[row].kind == .removed
                    ? ChangedWords(painted.text, other).left : ChangedWords(other, painted.text).right
            }
            if brush.known.count >= Brush.capacity { brush.known = [:] }
            brush.known[row] = painted
            return painted
        }
    }

    /// The rows that stand side by side, by the place in `rows`; −1 where there is none.
    func forEachPair(_ body: (_ left: Int32, _ right: Int32) -> Void) { Self.forEachPair(rows, body) }

    /// Of a stretch that was replaced, the first row taken out stands beside the first one put in, and so on.
    private static func forEachPair(_ rows: [CodeRow], _ body: (_ left: Int32, _ right: Int32) -> Void) {
        var place = 0
        while place < rows.count {
            guard rows[place].kind == .removed || rows[place].kind == .added else {
                body(Int32(place), Int32(place))
                place += 1
                continue
            }
            let removed = place
            while place < rows.count, rows[place].kind == .removed { place += 1 }
            let added = place
            while place < rows.count, rows[place].kind == .added { place += 1 }
            for step in 0..<max(added - removed, place - added) {
                body(
                    removed + step < added ? Int32(removed + step) : -1,
                    added + step < place ? Int32(added + step) : -1)
            }
        }
    }
}

/// Paints rows, the next one at once, any other from a place a screenful before it.
private struct Brush {
    static let capacity = 400
    private static let stride = 64

    var known: [Int: EditCode.Painted] = [:]
    /// Before the rows 0, 64, 128, …
    private var stops: [CodePainter]
    private var recent: (row: Int, painter: CodePainter)
    private var hasBegun = false

    init(_ painter: CodePainter) {
        stops = [painter]
        recent = (0, painter)
    }

    mutating func paint(_ row: Int, _ rows: [CodeRow]) -> EditCode.Painted {
        let shown = Wrapping.shown(rows[row].text)
        go(to: row, rows)
        let runs = recent.painter.runs(of: rows[row], shown: shown)
        recent.row = row + 1
        beginPart(at: row + 1, rows)
        keepStop()
        return EditCode.Painted(text: shown, runs: runs, changed: [])
    }

    private mutating func go(to row: Int, _ rows: [CodeRow]) {
        guard !recent.painter.isPlain else { return recent.row = row }
        if !hasBegun {
            hasBegun = true
            recent.painter.begin(Self.part(at: 0, rows))
            stops = [recent.painter]
        }
        let stop = min(row / Self.stride, stops.count - 1)
        if row < recent.row || recent.row < stop * Self.stride { recent = (stop * Self.stride, stops[stop]) }
        while recent.row < row {
            recent.painter.pass(rows[recent.row], shown: Wrapping.shown(rows[recent.row].text))
            recent.row += 1
            beginPart(at: recent.row, rows)
            keepStop()
        }
    }

    private mutating func keepStop() {
        if recent.row == stops.count * Self.stride { stops.append(recent.painter) }
    }

    /// After the head of a hunk another part of the file begins.
    private mutating func beginPart(at row: Int, _ rows: [CodeRow]) {
        if rows.indices.contains(row), rows[row - 1].kind == .hunk { recent.painter.begin(Self.part(at: row, rows)) }
    }

    private static func part(at row: Int, _ rows: [CodeRow]) -> ArraySlice<CodeRow> {
        rows[row...].prefix { $0.kind != .hunk }
    }
}
