import Text

/// Cuts text into lines of so many columns, and makes it safe to show on the way.
enum Wrapping {
    static let tabStop = 4

    /// The lines of a text of several paragraphs, broken between words; no more than `limit`.
    static func lines(ofText text: String, columns: Int, limit: Int = .max) -> [String] {
        var lines: [String] = []
        for line in rawLines(text) {
            guard lines.count < limit else { break }
            lines += wrapped(shown(line), columns: columns, byWords: true)
        }
        return Array(lines.prefix(max(limit, 0)))
    }

    /// The lines of a text, without their ends. A text that ends with a line end has no empty line after it.
    static func rawLines(_ text: String) -> [Substring] {
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { line in
            // CR LF is one line end; a CR anywhere else is shown.
            Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
        }
    }

    /// One line as it can be printed: tabs as blanks up to the next stop, all other controls visible.
    static func shown(_ line: Substring) -> String {
        var column = 0
        return shown(line, column: &column)
    }

    /// A piece of a line that begins at a column, which moves on to its end.
    static func shown(_ piece: Substring, column: inout Int) -> String {
        guard piece.utf8.contains(UInt8(ascii: "\t")) else {
            let text = Visible.text(String(piece))
            column += text.displayWidth
            return text
        }
        var shown = ""
        for (index, part) in piece.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            .enumerated()
        {
            if index > 0 {
                let blanks = tabStop - column % tabStop
                shown += String(repeating: " ", count: blanks)
                column += blanks
            }
            let text = Visible.text(String(Substring(part)))
            shown += text
            column += text.displayWidth
        }
        return shown
    }

    /// - Parameter byWords: break at blanks where there is one; else wherever the line is full, as code wants it.
    static func wrapped(_ line: String, columns: Int, byWords: Bool) -> [String] {
        // No character takes more columns than it has bytes.
        guard columns > 0, line.utf8.count > columns else { return [line] }
        var lines: [String] = []
        var start = line.startIndex
        var end = start
        var width = 0
        /// After a blank that has words before it, and how wide the line is up to there.
        var gap: (index: String.Index, width: Int)?
        var hasWord = false
        var clusters = line.clusters.makeIterator()
        while let cluster = clusters.next() {
            let isBlank = cluster.base == " "
            while width + cluster.columns > columns, end > start {
                if byWords, let gap, !isBlank {
                    lines.append(String(line[start..<gap.index]))
                    start = gap.index
                    width -= gap.width
                } else {
                    lines.append(String(line[start..<end]))
                    start = end
                    width = 0
                }
                gap = nil
                hasWord = false
            }
            end = clusters.position
            if byWords, isBlank, width == 0, !lines.isEmpty {
                // The blank at which a line was broken ends it; it does not begin the next one.
                start = end
                continue
            }
            width += cluster.columns
            if isBlank, hasWord { gap = (end, width) }
            hasWord = hasWord || !isBlank
        }
        if start < line.endIndex { lines.append(String(line[start...])) }
        return lines
    }

    /// Spans of one line of code cut into lines of so many columns, wherever a line is full; never none.
    static func wrapped(_ spans: [Span], columns: Int) -> [[Span]] {
        guard columns > 0 else { return [spans] }
        var lines: [[Span]] = [[]]
        var width = 0
        for span in spans {
            let spanWidth = span.text.displayWidth
            if width + spanWidth <= columns {
                lines[lines.count - 1].append(span)
                width += spanWidth
                continue
            }
            let text = span.text
            var start = text.startIndex
            var end = start
            var clusters = text.clusters.makeIterator()
            while let cluster = clusters.next() {
                if width + cluster.columns > columns, width > 0 {
                    if start < end { lines[lines.count - 1].append(Span(String(text[start..<end]), span.style)) }
                    lines.append([])
                    start = end
                    width = 0
                }
                end = clusters.position
                width += cluster.columns
            }
            if start < end { lines[lines.count - 1].append(Span(String(text[start..<end]), span.style)) }
        }
        return lines
    }
}
