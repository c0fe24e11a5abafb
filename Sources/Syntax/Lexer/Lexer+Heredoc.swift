/// Texts that begin with the next line: `<<EOF`.
extension Lexer {
    /// The word of a heredoc; its text begins with the next line.
    ///
    /// Shell: `<<-` takes tabs before the last word, quotes of any kind make its text plain. Ruby: `<<-` and `<<~`. PHP:
    /// `<<<`, and blanks before the last word always.
    mutating func heredoc(_ form: StringForm, _ index: Int) -> TokenKind? {
        let isShell = lexicon.traits.contains(.variables)
        let isRuby = lexicon.traits.contains(.callsWithoutParentheses)
        var start = position + form.open.count
        var frame = Frame(.string, form: UInt8(index))
        frame.isIndented = !isShell && !isRuby
        if text[start] == UInt8(ascii: "-") || (isRuby && text[start] == UInt8(ascii: "~")) {
            frame.isIndented = true
            start += 1
        }
        if isShell, !state.isInBlock || text[start] == UInt8(ascii: "<") { return nil }
        if isRuby, !state.expected.isOperand, !isArgument { return nil }
        if !isRuby { start = text.pastBlanks(from: start) }
        var end = start
        var quote: UInt8 = 0
        switch text[start] {
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            quote = text[start]
            start += 1
            end = start
            while !text.isLineEnd(end), text[end] != quote { end += 1 }
            guard text[end] == quote else { return nil }
        case UInt8(ascii: "\\") where isShell:
            quote = text[start]
            start += 1
            end = nameEnd(from: start)
        case let byte where byte.isNameStart:
            guard !isRuby || frame.isIndented || byte.isCapital else { return nil }
            end = nameEnd(from: start)
        default:
            return nil
        }
        guard end > start, end - start < 256 else { return nil }
        let isRaw = isShell ? quote != 0 : quote == UInt8(ascii: "'")
        if isRaw, index + 1 < lexicon.strings.count, lexicon.strings[index + 1].shape == .lines {
            let isIndented = frame.isIndented
            frame = Frame(.string, form: UInt8(index + 1))
            frame.isIndented = isIndented
        }
        frame.depth = UInt32(end - start)
        frame.delimiter = fingerprint(start, end - start)
        state.postpone(frame)
        let hasQuote = quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
        return pass(end - position + (hasQuote ? 1 : 0), .string, then: .operator)
    }

    /// The end of the word that ends a heredoc, where this line does so.
    func heredocEnd(_ frame: Frame) -> Int? {
        let start = frame.isIndented ? text.pastBlanks(from: position) : position
        let end = start + Int(frame.depth)
        var place = start
        while place < end, !text.isLineEnd(place) { place += 1 }
        guard place == end, fingerprint(start, end - start) == frame.delimiter else { return nil }
        let endsAmidLine = lexicon.traits.contains(.templates)
        return text.isLineEnd(end) || (endsAmidLine && !text[end].isName && text[end] < 0x80) ? end : nil
    }

    /// Behind the last line of a heredoc stands what stood behind its word, or the first line of the next one.
    mutating func endHeredoc(_ end: Int) -> TokenKind {
        state.pop()
        _ = pass(end - position, .string, then: .operator)
        if let top = state.frames.last, top.kind == .string, lexicon.strings[Int(top.form)].shape == .lines,
            position < text.count, text.isLineEnd(position)
        {
            _ = lineEnd()
        }
        return .string
    }
}
