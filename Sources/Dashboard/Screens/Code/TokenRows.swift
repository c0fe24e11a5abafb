import Ingest
import Text

/// Where the tokens of an edit stand in the rows that show its code.
struct TokenRows: Equatable {
    /// A token, or the part of one that stands on a row.
    struct Piece: Equatable {
        /// In the row as it is shown, as bytes.
        var range: Range<Int>
        /// Among the tokens of the sheet.
        var token: Int
    }

    private let rows: [Int32: [Piece]]

    /// What was written is a part of what is shown, or the other way round: equal lines are the same line.
    init(_ sheet: TokenSheet, in code: [CodeRow]) {
        let places = code.indices.filter { code[$0].isCode && code[$0].kind != .removed }
        let lines = Wrapping.rawLines(sheet.text)
        var starts: [Int] = []
        for line in lines { starts.append(sheet.text.utf8.distance(from: sheet.text.startIndex, to: line.startIndex)) }
        var rows: [Int32: [Piece]] = [:]
        var token = 0
        for (line, place) in Self.pairs(lines, places.map { code[$0].text }) {
            let start = starts[line]
            let end = start + lines[line].utf8.count
            while token > 0, Int(sheet.tokens[token - 1].end) > start { token -= 1 }
            while token < sheet.tokens.count, Int(sheet.tokens[token].end) <= start { token += 1 }
            var pieces: [Piece] = []
            var ruler = Ruler(lines[line])
            var next = token
            while next < sheet.tokens.count, Int(sheet.tokens[next].start) < end {
                let from = ruler.shown(max(Int(sheet.tokens[next].start), start) - start)
                let to = ruler.shown(min(Int(sheet.tokens[next].end), end) - start)
                if from < to { pieces.append(Piece(range: from..<to, token: next)) }
                next += 1
            }
            if !pieces.isEmpty { rows[Int32(places[place])] = pieces }
        }
        self.rows = rows
    }

    var isEmpty: Bool { rows.isEmpty }

    func pieces(_ row: Int) -> [Piece] { rows[Int32(row)] ?? [] }

    /// The lines of two texts that are the same.
    private static func pairs(_ lines: [Substring], _ rows: [Substring]) -> [(line: Int, row: Int)] {
        if lines == rows { return lines.indices.map { ($0, $0) } }
        var pairs: [(Int, Int)] = []
        var (line, row) = (0, 0)
        let hunks = LineDiff.hunks(
            before: lines.joined(separator: "\n"), after: rows.joined(separator: "\n"), context: .max)
        for told in hunks.lazy.flatMap(\.lines) {
            switch told.kind {
            case .context:
                if line < lines.count, row < rows.count { pairs.append((line, row)) }
                line += 1
                row += 1
            case .removed: line += 1
            case .added: row += 1
            }
        }
        return pairs
    }

    /// Finds for bytes of a line, asked for in their order, where they stand in what is shown of it.
    private struct Ruler {
        private let line: Substring
        private var byte = 0
        private var shown = 0
        private var column = 0
        private let isPlain: Bool

        init(_ line: Substring) {
            self.line = line
            isPlain = Wrapping.plainCount(line) != nil
        }

        mutating func shown(_ target: Int) -> Int {
            guard !isPlain else { return target }
            guard target > byte else { return shown }
            let utf8 = line.utf8
            let from = utf8.index(utf8.startIndex, offsetBy: byte)
            let to = utf8.index(from, offsetBy: min(target, utf8.count) - byte)
            shown += Wrapping.shown(line[from..<to], column: &column).utf8.count
            byte = target
            return shown
        }
    }
}
