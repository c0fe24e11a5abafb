/// A text on one line in which the words that were looked for are told from the others.
package struct MarkedText: Equatable, Sendable {
    package struct Part: Equatable, Sendable {
        package var text: String
        package var isMatch: Bool
    }

    package private(set) var parts: [Part] = []

    /// The text alone, without marks.
    package var text: String { parts.map(\.text).joined() }

    /// The text with its words between marks.
    package func marked(_ start: String, _ end: String) -> String {
        parts.map { $0.isMatch ? start + $0.text + end : $0.text }.joined()
    }

    /// So many words of a text around those that were asked for, where most of them stand together.
    init(_ text: String, _ question: AskedQuestion, weights: [Double], words: Int) {
        let tokens = AskedWords.tokens(text, limit: 20_000)
        guard !tokens.isEmpty else {
            append(text.title, isMatch: false)
            return
        }
        let hits = tokens.map { token in question.terms.firstIndex { $0.fits(token.text) > 0 } }
        let start = Self.best(hits, weights, width: words)
        let end = min(start + words, tokens.count)
        var place = start == 0 ? text.startIndex : tokens[start].range.lowerBound
        let last = end == tokens.count ? text.endIndex : tokens[end - 1].range.upperBound
        if start > 0 { append("… ", isMatch: false) }
        for index in start..<end where hits[index] != nil {
            append(Self.line(text[place..<tokens[index].range.lowerBound]), isMatch: false)
            append(String(text[tokens[index].range]), isMatch: true)
            place = tokens[index].range.upperBound
        }
        append(Self.line(text[place..<last]), isMatch: false)
        if end < tokens.count { append(" …", isMatch: false) }
    }

    private mutating func append(_ text: String, isMatch: Bool) {
        if !text.isEmpty { parts.append(Part(text: text, isMatch: isMatch)) }
    }

    /// Where the window with the most weight begins; a word counts once in it.
    private static func best(_ hits: [Int?], _ weights: [Double], width: Int) -> Int {
        guard let first = hits.firstIndex(where: { $0 != nil }) else { return 0 }
        var best = (start: first, weight: 0.0)
        for start in hits.indices where hits[start] != nil {
            let seen = Set(hits[start..<min(start + width, hits.count)].compactMap { $0 })
            let weight = seen.reduce(0) { $0 + weights[$1] }
            if weight > best.weight + 1e-9 { best = (start, weight) }
        }
        // A few words before the first one say what it is about; a text that fits is shown whole.
        return hits.count <= width ? 0 : min(max(best.start - width / 4, 0), hits.count - width)
    }

    /// Runs of white space as one blank.
    private static func line(_ text: Substring) -> String {
        var line = ""
        var gap = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                gap = true
                continue
            }
            if gap { line.unicodeScalars.append(" ") }
            gap = false
            line.unicodeScalars.append(scalar)
        }
        return gap ? line + " " : line
    }
}
