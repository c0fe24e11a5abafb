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
    func fingerprint(_ start: Int, _ count: Int) -> UInt64 {
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
}
