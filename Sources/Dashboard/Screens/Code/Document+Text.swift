import Terminal
import Text

// The words of a document, for those who search, copy or hand it on.
extension Document {
    /// The texts of a row, as they were written; of two rows side by side the left one first.
    func forEachText(ofRow row: Int, _ body: (Substring) -> Void) {
        switch rows[row] {
        case .empty: break
        case .heading(let spans), .spans(let spans): body(spans.map(\.text).joined()[...])
        case .words(let text, _), .prose(let text, _): body(text[...])
        case .code(let code, let row): body(codes[Int(code)].rows[Int(row)].text)
        case .pair(let code, let left, let right):
            if left >= 0 { body(codes[Int(code)].rows[Int(left)].text) }
            if right >= 0, right != left { body(codes[Int(code)].rows[Int(right)].text) }
        }
    }

    /// How often a row has the words.
    func count(_ needle: Needle, inRow row: Int) -> Int {
        var count = 0
        forEachText(ofRow: row) { count += needle.count(in: $0) }
        return count
    }

    /// The rows that have the words, and how often, from a row on.
    ///
    /// - Parameters:
    ///   - row: moves on to the first one that was not looked at.
    ///   - left: how many bytes there is time for; less by what there was to search.
    func count(_ needle: Needle, from row: inout Int, _ left: inout Int, _ found: (_ row: Int, _ count: Int) -> Void) {
        while row < rows.count, left > 0 {
            // By far the most rows are of code, and at each key somebody waits for all of them.
            if case .code(let code, _) = rows[row] {
                let texts = codes[Int(code)].rows
                while row < rows.count, left > 0, case .code(code, let place) = rows[row] {
                    let text = texts[Int(place)].text
                    left -= text.utf8.count + 16
                    let count = needle.count(in: text)
                    if count > 0 { found(row, count) }
                    row += 1
                }
                continue
            }
            forEachText(ofRow: row) { left -= $0.utf8.count }
            left -= 16
            let count = count(needle, inRow: row)
            if count > 0 { found(row, count) }
            row += 1
        }
    }

    /// The line on which the n-th place of a row stands that has the words.
    func line(ofRow row: Int, match: Int, _ needle: Needle) -> Int {
        guard rows.indices.contains(row) else { return 0 }
        let first = line(ofRow: row)
        switch rows[row] {
        case .prose(let text, _):
            return line(ofRow: row, byte: needle.ranges(in: text).nth(match)?.lowerBound ?? 0)
        case .code(let code, let place):
            let shown = codes[Int(code)].painted(Int(place)).text
            return line(ofRow: row, byte: needle.ranges(in: shown).nth(match)?.lowerBound ?? 0)
        case .pair(let code, let left, let right) where wraps:
            let rows = (left == right ? [right] : [left, right]).filter { $0 >= 0 }
            var match = match
            for place in rows {
                let shown = codes[Int(code)].painted(Int(place)).text
                let ranges = needle.ranges(in: shown)
                if ranges.indices.contains(match) {
                    let pieces = Wrapping.pieces(of: shown, columns: pairColumns, byWords: false)
                    return first + (pieces.lastIndex { $0.lowerBound <= ranges[match].lowerBound } ?? 0)
                }
                match -= ranges.count
            }
            return first
        default: return first
        }
    }

    private func line(ofRow row: Int, byte: Int) -> Int {
        var line = line(ofRow: row)
        while line + 1 < count, places[line + 1].row == places[line].row, places[line + 1].bytes.lowerBound <= byte {
            line += 1
        }
        return line
    }

    /// What stands on some lines, as it was written. What was taken out is left out where anything else is there.
    func text(of lines: ClosedRange<Int>) -> String {
        guard count > 0 else { return "" }
        let chosen = row(at: lines.lowerBound)...max(row(at: lines.upperBound), row(at: lines.lowerBound))
        let hasCode = chosen.contains { codeRow(ofRow: $0).map { $0.kind == .kept || $0.kind == .added } ?? false }
        var texts: [String] = []
        for row in chosen {
            if let code = codeRow(ofRow: row) {
                if !hasCode || code.kind != .removed, code.isCode || chosen.count == 1 {
                    texts.append(String(code.text))
                }
            } else {
                var text = ""
                forEachText(ofRow: row) { text += $0 }
                texts.append(text)
            }
        }
        return texts.joined(separator: "\n")
    }

    private func codeRow(ofRow row: Int) -> CodeRow? {
        switch rows[row] {
        case .code(let code, let row): codes[Int(code)].rows[Int(row)]
        case .pair(let code, let left, let right): codes[Int(code)].rows[Int(right >= 0 ? right : left)]
        default: nil
        }
    }

    /// All of it as plain text that a terminal may print: code with numbers and signs, whatever it would obey made visible.
    var plainText: String {
        var text = ""
        for (index, row) in rows.enumerated() {
            switch row {
            case .empty: break
            case .heading(let spans): text += "── " + spans.map(\.text).joined() + " ──"
            case .spans(let spans): text += "  " + spans.map(\.text).joined()
            case .words(let words, _), .prose(let words, _): text += words.isEmpty ? "" : "  " + words
            case .code(let code, let row): add(codes[Int(code)].rows[Int(row)], marks[index], to: &text)
            case .pair(let code, let left, let right):
                let rows = codes[Int(code)].rows
                if left >= 0, left != right { add(rows[Int(left)], nil, to: &text) }
                if right >= 0 { add(rows[Int(right)], marks[index], to: &text) }
            }
            text += "\n"
        }
        return text
    }

    private func add(_ row: CodeRow, _ mark: Span?, to text: inout String) {
        let number = row.number.map(String.init) ?? ""
        let sign = row.kind == .added ? "+" : row.kind == .removed ? "−" : " "
        let start = (mark?.text ?? "") + String(repeating: " ", count: mark == nil ? 1 : 0)
        let shown = Wrapping.shown(row.text)
        // No blanks where there is nothing after them.
        guard !shown.isEmpty || !number.isEmpty || sign != " " else { return }
        text += start + number.padded(to: Self.gutter - 2, alignment: .trailing)
        if !shown.isEmpty || sign != " " { text += " " + sign + (shown.isEmpty ? "" : " " + shown) }
    }
}

extension Array {
    fileprivate func nth(_ place: Int) -> Element? { indices.contains(place) ? self[place] : last }
}
