/// How an answer ends, as far as the next prompt may answer it: "yes, do it" means the question that stood last.
///
/// Looked for in the last three paragraphs outside of fenced code; text before them is not looked at.
struct ClosingWords {
    /// The last question, else the last sentence, on one line and without Markdown's marks: at most 160 characters.
    private(set) var excerpt: String?
    /// From the paragraph of that sentence to the end, as it was written.
    private(set) var paragraphs: String?

    /// So much of the end of an answer is enough for it, in characters.
    static let reach = 1500
    private static let limit = 160
    private static let depth = 3

    private struct Sentence {
        var bytes: ArraySlice<UInt8>
        var paragraph: Int
    }

    init(of text: String) {
        let bytes = Array(text.utf8)
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let paragraphs = Self.paragraphs(of: lines)
        let sentences = paragraphs.suffix(Self.depth).enumerated().flatMap { index, paragraph in
            Self.sentences(in: paragraph).map { Sentence(bytes: $0, paragraph: index) }
        }
        guard let sentence = sentences.last(where: { Self.asks($0.bytes) }) ?? sentences.last else { return }
        excerpt = Self.shown(sentence.bytes)
        let first = paragraphs.suffix(Self.depth)[paragraphs.suffix(Self.depth).startIndex + sentence.paragraph]
        guard let start = first.first?.startIndex else { return }
        self.paragraphs = String(decoding: bytes[start...], as: UTF8.self)
    }

    // MARK: - Lines

    /// Lines that stand together, without those of fenced code.
    private static func paragraphs(of lines: [ArraySlice<UInt8>]) -> [[ArraySlice<UInt8>]] {
        // Where the text was cut inside of a fence, the first mark that is seen closes it.
        var isCode = lines.count { isFence($0) } % 2 == 1
        var paragraphs: [[ArraySlice<UInt8>]] = []
        var open: [ArraySlice<UInt8>] = []
        for line in lines {
            let isMark = isFence(line)
            if isMark { isCode.toggle() }
            if isMark || isCode || line.allSatisfy(isBlank) {
                if !open.isEmpty { paragraphs.append(open) }
                open = []
            } else {
                open.append(line)
            }
        }
        return open.isEmpty ? paragraphs : paragraphs + [open]
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop(while: isBlank)
        return text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    // MARK: - Sentences

    /// The lines of a paragraph are one text, except that an item of a list or a heading begins anew.
    private static func sentences(in paragraph: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>] {
        var sentences: [ArraySlice<UInt8>] = []
        var text: [UInt8] = []
        for line in paragraph {
            let (words, isItem) = withoutMark(line)
            if isItem {
                sentences += split(text[...])
                text = []
            }
            if !text.isEmpty { text.append(0x20) }
            text += words
            if isItem, line.drop(while: isBlank).first == UInt8(ascii: "#") {
                sentences += split(text[...])
                text = []
            }
        }
        return sentences + split(text[...])
    }

    /// A line without `- `, `1. `, `> `, `## ` before it.
    private static func withoutMark(_ line: ArraySlice<UInt8>) -> (words: ArraySlice<UInt8>, isItem: Bool) {
        var words = line.drop(while: isBlank)
        while let last = words.last, isBlank(last) { words.removeLast() }
        let mark = words.prefix { !isBlank($0) }
        guard mark.count < words.count, let first = mark.first, let last = mark.last else { return (words, false) }
        let isMark =
            mark.allSatisfy { $0 == first } && "-*+>#".utf8.contains(first)
            || mark.dropLast().allSatisfy { (0x30...0x39).contains($0) } && ".)".utf8.contains(last) && mark.count < 5
        return isMark ? (words.dropFirst(mark.count).drop(while: isBlank), first != UInt8(ascii: ">")) : (words, false)
    }

    private static func split(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var sentences: [ArraySlice<UInt8>] = []
        var start = text.startIndex
        var index = start
        while index < text.endIndex {
            index += 1
            guard let end = end(of: text, before: index) else { continue }
            if start < end { sentences.append(text[start..<end]) }
            start = text[end...].drop(while: isBlank).startIndex
            index = max(start, index)
        }
        if start < text.endIndex { sentences.append(text[start...]) }
        return sentences
    }

    /// Where a sentence ends whose mark is the byte before the index; the quotes that close with it are still its own.
    private static func end(of text: ArraySlice<UInt8>, before index: Int) -> Int? {
        let mark = text[index - 1]
        let isWide = [[0xE3, 0x80, 0x82], [0xEF, 0xBC, 0x9F], [0xEF, 0xBC, 0x81]].contains(
            Array(text[..<index].suffix(3)))
        guard isWide || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "?") || mark == UInt8(ascii: "!") else {
            return nil
        }
        let end = text[index...].drop { "\"')*_`".utf8.contains($0) }.startIndex
        if isWide || end == text.endIndex { return end }
        guard isBlank(text[end]) else { return nil }
        // "e.g. this" goes on.
        let next = text[end...].first { !isBlank($0) } ?? 0
        return mark == UInt8(ascii: ".") && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next) ? nil : end
    }

    private static func asks(_ sentence: ArraySlice<UInt8>) -> Bool {
        var words = sentence
        while let last = words.last, "\"')*_`".utf8.contains(last) { words.removeLast() }
        return words.last == UInt8(ascii: "?") || words.suffix(3) == [0xEF, 0xBC, 0x9F]
    }

    private static func shown(_ sentence: ArraySlice<UInt8>) -> String? {
        var text = String(decoding: sentence.filter { $0 != UInt8(ascii: "`") }, as: UTF8.self)
        if let plain = text.withoutBold { text = plain }
        let words = text.title
        guard !words.isEmpty else { return nil }
        guard words.unicodeScalars.count > limit else { return words }
        var cut = String.UnicodeScalarView()
        cut.append(contentsOf: words.unicodeScalars.prefix(limit - 1))
        return String(cut) + "…"
    }
}

extension String {
    /// Without `**`; `nil` where there is none.
    fileprivate var withoutBold: String? {
        let star = UInt8(ascii: "*")
        var bytes: [UInt8] = []
        var isChanged = false
        var index = utf8.startIndex
        while index < utf8.endIndex {
            let next = utf8.index(after: index)
            if utf8[index] == star, next < utf8.endIndex, utf8[next] == star {
                isChanged = true
                index = utf8.index(after: next)
            } else {
                bytes.append(utf8[index])
                index = next
            }
        }
        return isChanged ? String(decoding: bytes, as: UTF8.self) : nil
    }
}
