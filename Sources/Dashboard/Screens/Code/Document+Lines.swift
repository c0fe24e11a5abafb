import Terminal
import Text

// What a line looks like, found when it shows.
extension Document {
    /// What beside the document itself says how a line looks.
    struct Look: Equatable {
        /// What was searched for, and which of its places is the one that one stands on.
        var needle: Needle?
        var current: (row: Int, match: Int)?
        /// The columns of code that lie left of the screen.
        var shift = 0
        /// The colours of a mode in place of those of the language.
        var shade: CodeShade?

        static func == (left: Look, right: Look) -> Bool {
            left.needle == right.needle && left.shift == right.shift && left.shade == right.shade
                && left.current?.row == right.current?.row
                && left.current?.match == right.current?.match
        }
    }

    /// All lines, for what is short.
    var lines: [DocumentLine] { (0..<count).map { line($0) } }

    func line(_ index: Int, _ look: Look = Look()) -> DocumentLine {
        let place = places[index]
        let number = Int(place.row)
        switch rows[number] {
        case .empty: return .empty
        case .heading(let spans): return .heading(marked(spans, number, look))
        case .spans(let spans): return .spans(marked(spans, number, look))
        case .words(let text, let style):
            return look.needle == nil ? .words(text, style) : .prose(marked([Span(text, style)], number, look))
        case .prose(let text, let style):
            let piece = Int(place.bytes.lowerBound)..<Int(place.bytes.upperBound)
            guard look.needle != nil else { return .words(text[bytes: piece], style) }
            var segments = [Segment(range: 0..<text.utf8.count, style: style)]
            Self.mark(&segments, matches(in: text, number, look))
            return .prose(Self.spans(segments, in: text, piece))
        case .code(let code, let row):
            return .code(line(Int(code), Int(row), place, number, look))
        case .pair(let code, let left, let right):
            return .pair(
                left < 0 ? nil : half(Int(code), Int(left), place, number, look, isLeft: true),
                right < 0 ? nil : half(Int(code), Int(right), place, number, look, isLeft: false))
        }
    }

    private func line(_ index: Int, _ row: Int, _ place: Place, _ number: Int, _ look: Look) -> CodeLine {
        let code = codes[index]
        let painted = code.painted(row)
        let bytes = Int(place.bytes.lowerBound)..<min(Int(place.bytes.upperBound), painted.text.utf8.count)
        let matches = matches(in: painted.text, number, look)
        let shade = look.shade?.look(code: index, place: row, code.rows[row])
        var line = line(painted, code.rows[row], bytes, codeColumns, matches, look, shade, number)
        if place.piece == 0 {
            line.mark = marks[number]
            line.number = code.rows[row].number
            line.note = shade?.note
        } else {
            line.sign = " "
        }
        return line
    }

    private func half(
        _ index: Int, _ row: Int, _ place: Place, _ number: Int, _ look: Look, isLeft: Bool
    ) -> CodeLine? {
        let code = codes[index]
        let painted = code.painted(row)
        let pieces =
            wraps
            ? Wrapping.pieces(of: painted.text, columns: pairColumns, byWords: false) : [0..<painted.text.utf8.count]
        let piece = Int(place.piece)
        guard pieces.indices.contains(piece) else { return nil }
        var matches = matches(in: painted.text, number, look)
        if case .pair(_, let left, let right) = rows[number], left != right, left >= 0, !isLeft {
            // The places of the left side come first.
            let before = look.needle?.count(in: code.rows[Int(left)].text) ?? 0
            matches = self.matches(in: painted.text, number, look, before: before)
        }
        let shade = isLeft ? nil : look.shade?.look(code: index, place: row, code.rows[row])
        var line = line(painted, code.rows[row], pieces[piece], pairColumns, matches, look, shade, number)
        if piece == 0 {
            line.number = isLeft ? code.rows[row].old : code.rows[row].number
            if !isLeft { line.mark = marks[number] }
            line.note = shade?.note
        } else {
            line.sign = " "
        }
        return line
    }

    private func line(
        _ painted: EditCode.Painted, _ row: CodeRow, _ bytes: Range<Int>, _ columns: Int,
        _ matches: [(Range<Int>, Style)], _ look: Look, _ shade: CodeShade.Look?, _ number: Int
    ) -> CodeLine {
        var bytes = bytes
        var isCutLeft = false
        var isCutRight = false
        if !wraps {
            let count = painted.text.utf8.count
            let from = painted.text.bytes(inColumns: look.shift)
            let to = painted.text.bytes(inColumns: look.shift + columns)
            (isCutLeft, isCutRight) = (from > 0, to < count)
            bytes = from..<max(from, to)
        }
        var segments: [Segment] = []
        var start = 0
        for run in painted.runs {
            if run.end > bytes.lowerBound, start < bytes.upperBound {
                segments.append(Segment(range: start..<run.end, style: run.style))
            }
            start = run.end
        }
        if let shade {
            segments = [Segment(range: 0..<painted.text.utf8.count, style: shade.ground)]
            for token in shade.tokens { Self.mark(&segments, [token.range]) { _ in token.style } }
            if look.shade?.row == number, let token = look.shade?.token {
                Self.mark(&segments, [token]) { _ in Style(.matchCurrent, .bold) }
            }
        } else {
            Self.mark(&segments, painted.changed) { $0.underlined }
        }
        Self.mark(&segments, matches)
        let (sign, style): (Character, Style) =
            switch row.kind {
            case .removed: ("−", Style(.diffRemoved))
            case .added: ("+", Style(.diffAdded))
            case .kept, .hunk, .aside, .note: (" ", .text)
            }
        return CodeLine(
            sign: sign, signStyle: style, text: Self.spans(segments, in: painted.text, bytes), isCutLeft: isCutLeft,
            isCutRight: isCutRight)
    }

    /// Which edit's code a row of the document shows, and which row of it; of two side by side the one on the right.
    func codePlace(ofRow row: Int) -> (code: Int32, place: Int32)? {
        guard rows.indices.contains(row) else { return nil }
        switch rows[row] {
        case .code(let code, let place): return (code, place)
        case .pair(let code, _, let right) where right >= 0: return (code, right)
        default: return nil
        }
    }

    // MARK: Matches

    private func matches(in text: String, _ row: Int, _ look: Look, before: Int = 0) -> [(Range<Int>, Style)] {
        guard let needle = look.needle else { return [] }
        return needle.ranges(in: text).enumerated().map { index, range in
            let isCurrent = look.current.map { $0 == (row, index + before) } ?? false
            return (range, isCurrent ? Style(.matchCurrent, .bold) : Style(.match))
        }
    }

    private func marked(_ spans: [Span], _ row: Int, _ look: Look) -> [Span] {
        guard look.needle != nil else { return spans }
        let text = spans.map(\.text).joined()
        let matches = matches(in: text, row, look)
        guard !matches.isEmpty else { return spans }
        var segments: [Segment] = []
        var start = 0
        for span in spans {
            let end = start + span.text.utf8.count
            segments.append(Segment(range: start..<end, style: span.style))
            start = end
        }
        Self.mark(&segments, matches)
        return Self.spans(segments, in: text, 0..<start)
    }

    private struct Segment {
        var range: Range<Int>
        var style: Style
    }

    private static func mark(_ segments: inout [Segment], _ matches: [(Range<Int>, Style)]) {
        for (range, style) in matches { mark(&segments, [range]) { _ in style } }
    }

    private static func mark(_ segments: inout [Segment], _ ranges: [Range<Int>], _ change: (Style) -> Style) {
        for range in ranges where !range.isEmpty {
            segments = segments.flatMap { segment -> [Segment] in
                let common = segment.range.clamped(to: range)
                guard !common.isEmpty else { return [segment] }
                let before = segment.range.lowerBound..<common.lowerBound
                let after = common.upperBound..<segment.range.upperBound
                return [
                    Segment(range: before, style: segment.style), Segment(range: common, style: change(segment.style)),
                    Segment(range: after, style: segment.style),
                ].filter { !$0.range.isEmpty }
            }
        }
    }

    private static func spans(_ segments: [Segment], in text: String, _ bytes: Range<Int>) -> [Span] {
        segments.compactMap { segment in
            let range = segment.range.clamped(to: bytes)
            return range.isEmpty ? nil : Span(text[bytes: range], segment.style)
        }
    }
}

extension String {
    /// The piece in a range of bytes, which begins and ends between characters.
    subscript(bytes range: Range<Int>) -> String {
        let count = utf8.count
        let from = utf8.index(utf8.startIndex, offsetBy: min(max(range.lowerBound, 0), count))
        let to = utf8.index(utf8.startIndex, offsetBy: min(max(range.upperBound, 0), count))
        return from < to ? String(self[from..<to]) : ""
    }

    /// How many bytes stand in the first columns; a wide character that sticks out is not among them.
    fileprivate func bytes(inColumns columns: Int) -> Int {
        if let count = Wrapping.plainCount(self[...]) { return min(columns, count) }
        var width = 0
        var end = startIndex
        var clusters = self.clusters.makeIterator()
        while let cluster = clusters.next() {
            width += cluster.columns
            if width > columns { break }
            end = clusters.position
        }
        return utf8.distance(from: startIndex, to: end)
    }
}
