import Ingest

/// The code in an answer, without its fence and the words about it.
package struct AnswerCode: Equatable, Sendable {
    package var text: String
    /// Bytes of the answer that it stands in.
    package var range: Range<Int>
    /// The fence was never closed: the answer was cut off within it.
    package var isOpen = false
    /// There is no fence, and what there is reads as sentences: a refusal, or a question.
    package var isProse = false

    /// - Parameters:
    ///   - language: of the file that is wanted, as `Language` names it; of several blocks one that is marked so is meant.
    ///   - isMarkdown: fences within the code belong to it.
    package init(of answer: String, language: String? = nil, isMarkdown: Bool = false) {
        let blocks = Self.blocks(in: answer, isMarkdown: isMarkdown)
        let marked = blocks.filter { $0.tag != nil && Self.names(language).contains($0.tag ?? "") }
        guard let block = (marked.isEmpty ? blocks : marked).max(by: { $0.range.count < $1.range.count }) else {
            let bytes = Array(answer.utf8)
            let start = bytes.firstIndex { $0 != 0x0A && $0 != 0x0D } ?? bytes.count
            let end = (bytes.lastIndex { $0 > 0x20 } ?? start - 1) + 1
            self.init(answer, max(start, 0)..<max(start, end))
            isProse = language != nil && !isMarkdown && Self.readsAsProse(text)
            return
        }
        self.init(answer, block.range)
        isOpen = block.isOpen
    }

    private init(_ answer: String, _ range: Range<Int>) {
        self.range = range
        let part = answer.utf8.dropFirst(range.lowerBound).prefix(range.count)
        text = String(Substring(part))
        if !text.isEmpty, text.utf8.last != 0x0A { text += "\n" }
    }

    /// Whole sentences without a sign that code has and they have not.
    private static func readsAsProse(_ text: String) -> Bool {
        let marks: Set<Character> = [
            "(", ")", "{", "}", "[", "]", "=", "<", ">", ";", ":", "#", "\"", "`", "/", "_", "$", "|",
        ]
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count >= 5, text.first?.isUppercase == true, !text.contains(where: marks.contains) else {
            return false
        }
        return words.contains { word in word.last.map { ".!?".contains($0) } == true }
    }

    private struct Block {
        var tag: String?
        var range: Range<Int>
        var isOpen: Bool
    }

    /// "A code fence is a sequence of at least three consecutive backtick characters or tildes" (CommonMark, 4.5).
    private static func blocks(in answer: String, isMarkdown: Bool) -> [Block] {
        var blocks: [Block] = []
        var open: (character: UInt8, count: Int, tag: String?, start: Int)?
        var place = 0
        /// Where the last fence without a word stands.
        var lastBare: Int?
        for line in FileLines.split(answer) {
            let end = place + line.utf8.count
            defer { place = end }
            guard let fence = Fence(line) else { continue }
            if fence.info.isEmpty { lastBare = place }
            if let begun = open {
                guard fence.character == begun.character, fence.count >= begun.count, fence.info.isEmpty else {
                    continue
                }
                blocks.append(Block(tag: begun.tag, range: begun.start..<place, isOpen: false))
                open = nil
            } else {
                let tag = fence.info.split(whereSeparator: { $0 == " " || $0 == ":" || $0 == "{" }).first
                open = (fence.character, fence.count, tag.map { $0.lowercased() }, end)
            }
        }
        if let open { blocks.append(Block(tag: open.tag, range: min(open.start, place)..<place, isOpen: true)) }
        // A page has fences of its own: it goes from the first to the last.
        guard isMarkdown, let first = blocks.first, let last = lastBare, last > first.range.lowerBound,
            first.tag == "markdown" || first.tag == "md"
        else { return blocks }
        return [Block(tag: first.tag, range: first.range.lowerBound..<last, isOpen: false)]
    }

    private struct Fence {
        var character: UInt8
        var count: Int
        var info: String

        init?(_ line: Substring) {
            let body = line.utf8.drop { $0 == 0x20 }
            guard line.utf8.count - body.count <= 3, let first = body.first,
                first == UInt8(ascii: "`") || first == UInt8(ascii: "~")
            else { return nil }
            let rest = body.drop { $0 == first }
            character = first
            count = body.count - rest.count
            info = String(String(Substring(rest).filter { !$0.isNewline }).trimmed)
            guard count >= 3, first != UInt8(ascii: "`") || !info.contains("`") else { return nil }
        }
    }

    /// How people mark code of a language.
    private static func names(_ language: String?) -> [String] {
        guard let language else { return [] }
        let others: [String: [String]] = [
            "python": ["py", "python3"], "javascript": ["js", "jsx", "node"], "typescript": ["ts", "tsx"],
            "shell": ["sh", "bash", "zsh"], "cpp": ["c++", "cc"], "csharp": ["cs", "c#"], "golang": ["go"],
            "go": ["golang"], "rust": ["rs"], "ruby": ["rb"], "kotlin": ["kt"], "yaml": ["yml"], "markdown": ["md"],
        ]
        return [language] + (others[language] ?? [])
    }
}
