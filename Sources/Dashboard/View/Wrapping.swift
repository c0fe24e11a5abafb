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
        var text = text
        let ends = text.withUTF8 { bytes in
            var ends: [Int] = []
            for place in bytes.indices where bytes[place] == UInt8(ascii: "\n") { ends.append(place) }
            if let last = bytes.last, last != UInt8(ascii: "\n") { ends.append(bytes.count) }
            return ends
        }
        var lines: [Substring] = []
        lines.reserveCapacity(ends.count)
        let utf8 = text.utf8
        var start = utf8.startIndex
        for end in ends {
            var last = utf8.index(utf8.startIndex, offsetBy: end)
            let next = end < utf8.count ? utf8.index(after: last) : last
            // CR LF is one line end; a CR anywhere else is shown.
            if last > start, utf8[utf8.index(before: last)] == UInt8(ascii: "\r") { last = utf8.index(before: last) }
            lines.append(text[start..<last])
            start = next
        }
        return lines
    }

    /// The bytes, and columns, of a line of printable ASCII; `nil` where it holds anything else.
    static func plainCount(_ line: Substring) -> Int? {
        let isPlain = line.utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 &- 0x20 < 0x5F } }
        return isPlain == true ? line.utf8.count : nil
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
        pieces(of: line, columns: columns, byWords: byWords).map { line[bytes: $0] }
    }

    /// The pieces of a line in bytes, none wider than the columns; never none.
    static func pieces(of line: String, columns: Int, byWords: Bool) -> [Range<Int>] {
        // No character takes more columns than it has bytes.
        let count = line.utf8.count
        guard columns > 0, count > columns else { return [0..<count] }
        if !byWords, plainCount(line[...]) != nil {
            return stride(from: 0, to: count, by: columns).map { $0..<min($0 + columns, count) }
        }
        var pieces: [Range<Int>] = []
        var start = 0
        var end = 0
        var width = 0
        /// After a blank that has words before it, and how wide the line is up to there.
        var gap: (place: Int, width: Int)?
        var hasWord = false
        var clusters = line.clusters.makeIterator()
        while let cluster = clusters.next() {
            let isBlank = cluster.base == " "
            while width + cluster.columns > columns, end > start {
                if byWords, let gap, !isBlank {
                    pieces.append(start..<gap.place)
                    start = gap.place
                    width -= gap.width
                } else {
                    pieces.append(start..<end)
                    start = end
                    width = 0
                }
                gap = nil
                hasWord = false
            }
            end = line.utf8.distance(from: line.startIndex, to: clusters.position)
            if byWords, isBlank, width == 0, !pieces.isEmpty {
                // The blank at which a line was broken ends it; it does not begin the next one.
                start = end
                continue
            }
            width += cluster.columns
            if isBlank, hasWord { gap = (end, width) }
            hasWord = hasWord || !isBlank
        }
        if start < count { pieces.append(start..<count) }
        return pieces
    }
}
