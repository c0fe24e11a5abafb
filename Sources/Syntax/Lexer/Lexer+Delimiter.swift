/// Strings that end in what their begin says.
extension Lexer {
    // MARK: R"x(…)x", $x$…$x$

    /// C++ [lex.string]: "d-char-sequence", at most 16 of "any member of the basic character set except: space, the left
    /// parenthesis, the right parenthesis, the backslash" and the ends of lines. PostgreSQL 4.1.2.4: a tag "follows the
    /// same rules as an unquoted identifier", which has 63 bytes at most.
    mutating func delimited(_ form: StringForm, _ index: Int, at quote: Int) -> TokenKind? {
        let isDollar = form.quote == UInt8(ascii: "$")
        if isDollar, let kind = bodyEnd() { return kind }
        let start = quote + 1
        var end = start
        if isDollar {
            end = text[start].isDigit ? start : bareNameEnd(from: start)
            guard text[end] == form.quote, end - start <= 63 else { return nil }
        } else {
            while text[end] > 0x20, end - start <= 16, !Self.endsDelimiter(text[end]) { end += 1 }
            guard text[end] == UInt8(ascii: "("), end - start <= 16 else { return nil }
        }
        var frame = Frame(.string, form: UInt8(index), depth: UInt32(end - start))
        frame.delimiter = fingerprint(start, end - start)
        if isDollar, state.expected == .body, state.hasRoom(for: 1) { return body(frame, from: end + 1) }
        return begin(form, frame, bodyAt: end + 1)
    }

    /// The body of a function is code as well.
    private mutating func body(_ string: Frame, from start: Int) -> TokenKind {
        var frame = Frame(.template)
        (frame.depth, frame.delimiter) = (string.depth, string.delimiter)
        state.push(frame)
        return pass(start - position, .interpolation, then: .statement)
    }

    private mutating func bodyEnd() -> TokenKind? {
        guard let top = state.frames.last, top.kind == .hole, top.hole == .template else { return nil }
        let end = position + 1 + Int(top.depth)
        guard text[end] == UInt8(ascii: "$"), fingerprint(position + 1, Int(top.depth)) == top.delimiter else {
            return nil
        }
        state.pop()
        return pass(end + 1 - position, .interpolation, then: .operator)
    }

    private static func endsDelimiter(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\\")
            || byte == UInt8(ascii: "\"")
    }

    mutating func delimitedLine(_ form: StringForm, _ frame: Frame) -> Bool {
        let isDollar = form.quote == UInt8(ascii: "$")
        let first = isDollar ? form.quote : UInt8(ascii: ")")
        let length = Int(frame.depth)
        while position < text.count {
            let byte = text[position]
            position &+= 1
            if byte == first {
                guard text[position + length] == form.quote, fingerprint(position, length) == frame.delimiter else {
                    continue
                }
                position += length + 1
                return false
            }
            if byte == 0x0A {
                endLine()
                return true
            }
        }
        return true
    }

    /// A number for a delimiter: a state stays small, however long it is.
    private func fingerprint(_ start: Int, _ count: Int) -> UInt64 {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for place in start..<start + count { value = (value ^ UInt64(text[place])) &* 0x0100_0000_01B3 }
        return value
    }

    // MARK: %w[…]

    /// Ruby: `%w[a b]`, `%(a)`; a bracket is closed by its counterpart, and those inside of it count.
    mutating func percent(_ form: StringForm, _ index: Int) -> TokenKind? {
        guard state.expected.isOperand || isArgument else { return nil }
        let letter = text[position + 1]
        let hasLetter = letter.isLetter
        let open = text[position + (hasLetter ? 2 : 1)]
        guard open > 0x20, open < 0x7F, !open.isName, !hasLetter || open != UInt8(ascii: "=") else { return nil }
        guard form.hasLetter(hasLetter ? letter : 0x20),
            hasLetter || (state.expected.isOperand && closing(open) != open)
        else { return nil }
        var frame = Frame(.string, form: UInt8(index), depth: 1)
        frame.delimiter = UInt64(open)
        return begin(form, frame, bodyAt: position + (hasLetter ? 3 : 2))
    }

    private func closing(_ open: UInt8) -> UInt8 {
        switch open {
        case UInt8(ascii: "("): UInt8(ascii: ")")
        case UInt8(ascii: "["): UInt8(ascii: "]")
        case UInt8(ascii: "{"): UInt8(ascii: "}")
        case UInt8(ascii: "<"): UInt8(ascii: ">")
        default: open
        }
    }

    mutating func percentLine(_ form: StringForm, _ frame: inout Frame) -> Bool {
        let open = UInt8(truncatingIfNeeded: frame.delimiter)
        let close = closing(open)
        while position < text.count {
            let byte = text[position]
            if byte == form.escape {
                position += position + 1 < text.count && text[position + 1] != 0x0A ? 2 : 1
            } else if byte == close {
                position += 1
                frame.depth -= 1
                guard frame.depth == 0 else { continue }
                if form.kind == .regex { position = nameEnd(from: position) }
                return false
            } else if byte == open {
                position += 1
                frame.depth &+= 1
            } else if byte == 0x0A {
                position += 1
                endLine()
                return true
            } else {
                if isHoleSign(byte), hole(form, frame, at: position) != nil { return true }
                position += 1
            }
        }
        return true
    }

    // MARK: <<EOF

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

    // MARK: 'a'

    /// Rust: a character in quotes, against the quote of a lifetime.
    func isCharacter(at quote: Int) -> Bool {
        if text[quote + 1] == UInt8(ascii: "\\") { return true }
        guard let (_, length) = text.scalar(at: quote + 1), !text.isLineEnd(quote + 1) else { return false }
        return text[quote + 1 + length] == UInt8(ascii: "'")
    }

    /// `'a`, `'static`, and the label of a loop.
    mutating func lifetime(_ quote: Int) -> TokenKind? {
        guard text[quote + 1].isNameStart || text[quote + 1] >= 0x80 else { return nil }
        let end = nameEnd(from: quote + 1)
        guard end > quote + 1 else { return nil }
        return pass(end - position, .attribute, then: .operator)
    }
}
