import Flows
import Provenance
import Store
import Terminal
import Text

/// The lines around a finding in the colours of their language, what it is about underlined, and marked under it: the marks
/// say without colours what the colours do.
struct FindingCode {
    private let detail: FindingDetail
    private let columns: Int

    init(_ detail: FindingDetail, columns: Int) {
        self.detail = detail
        self.columns = columns
    }

    /// The sign of the severity, the number, the code.
    var lines: [[Span]] {
        let texts = detail.lines.map(\.text)
        let whole = texts.joined(separator: "\n")
        let code = EditCode(before: whole, after: whole, language: detail.finding.path.flatMap(Language.named(by:)))
        let digits = max(detail.lines.compactMap { $0.number.map { String($0).utf8.count } }.max() ?? 1, 3)
        let room = max(columns - digits - 4, 8)
        let shift = shift(room)
        let sign = TurnColumns.severity(detail.finding.severity.rawValue)
        var lines: [[Span]] = []
        for (index, line) in detail.lines.enumerated() {
            let isMarked = line.marked != nil
            let number = (line.number.map(String.init) ?? "").padded(to: digits, alignment: .trailing)
            var spans = [
                isMarked ? Span(String(sign.text.prefix(1)), sign.style) : Span(" "),
                Span(" " + number + "  ", Style(.lineNumber)),
            ]
            let shown = Wrapping.shown(line.text[...])
            let marked = line.marked.map { Self.shown($0, of: line.text) }
            // What is not the same row there is shown without colours.
            let isPainted = code.rows.indices.contains(index) && code.rows[index].text == line.text[...]
            let runs = isPainted ? code.painted(index).runs : []
            spans += Self.cut(Self.spans(shown, runs, marked), from: shift, columns: room)
            lines.append(spans)
            guard let marked, let under = Self.marks(marked, of: shown, from: shift, columns: room) else { continue }
            lines.append([Span(String(repeating: " ", count: digits + 4)), Span(under, Style(.warning))])
        }
        return lines
    }

    /// The columns left out at the left, so that what is marked shows.
    private func shift(_ room: Int) -> Int {
        guard let line = detail.lines.first(where: { $0.marked != nil }), let marked = line.marked else { return 0 }
        let range = Self.shown(marked, of: line.text)
        let shown = Wrapping.shown(line.text[...])
        let end = shown[bytes: 0..<range.upperBound].displayWidth
        let start = shown[bytes: 0..<range.lowerBound].displayWidth
        // What it begins with is what one looks for; its end may be cut.
        return min(end, start + 24) <= room ? 0 : max(start - room / 3, 0)
    }

    /// Bytes of a line as those of what is shown of it.
    private static func shown(_ range: Range<Int>, of line: String) -> Range<Int> {
        let start = Wrapping.shown(line[bytes: 0..<range.lowerBound][...]).utf8.count
        let end = Wrapping.shown(line[bytes: 0..<range.upperBound][...]).utf8.count
        return start..<max(start, end)
    }

    private static func spans(_ text: String, _ runs: [CodePainter.Run], _ marked: Range<Int>?) -> [Span] {
        let count = text.utf8.count
        let ends = Set(runs.map(\.end) + [marked?.lowerBound, marked?.upperBound, count].compactMap { $0 })
        var spans: [Span] = []
        var start = 0
        for end in ends.sorted() where end > start && end <= count {
            var style = runs.first { $0.end > start }?.style ?? .text
            if let marked, marked.contains(start) { style = style.bold.underlined }
            spans.append(Span(text[bytes: start..<end], style))
            start = end
        }
        return spans
    }

    /// What stands in so many columns from one on.
    private static func cut(_ spans: [Span], from first: Int, columns: Int) -> [Span] {
        guard first > 0 else { return spans }
        var column = 0
        var kept = [Span("‹", .muted)]
        for span in spans {
            var text = ""
            for character in span.text {
                let width = String(character).displayWidth
                if column >= first + 1 { text.append(character) }
                column += width
            }
            if !text.isEmpty { kept.append(Span(text, span.style)) }
        }
        return kept
    }

    private static func marks(_ marked: Range<Int>, of shown: String, from shift: Int, columns: Int) -> String? {
        let start = shown[bytes: 0..<marked.lowerBound].displayWidth - shift
        let count = max(shown[bytes: marked].displayWidth, 1)
        let (first, end) = (max(start, 0), min(start + count, columns))
        guard first < end else { return nil }
        return String(repeating: " ", count: first) + String(repeating: "^", count: end - first)
    }
}
