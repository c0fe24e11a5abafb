/// JSX, after the JSX specification 1 (facebook.github.io/jsx): elements, their attributes and what stands between.
extension Lexer {
    /// `<` where an element may begin or end; nil where it is an operator.
    mutating func tagStart() -> TokenKind? {
        let next = text[position + 1]
        if next == UInt8(ascii: "/"), isTagName(text[position + 2]) || text[position + 2] == UInt8(ascii: ">") {
            // A closing tag is one even where its opening was not seen, as in a piece of a file.
            guard state.expected.isOperand || state.frames.last?.kind == .children else { return nil }
            var frame = Frame(.tag)
            frame.isClosing = true
            state.push(frame)
            return pass(2, .punctuation)
        }
        guard state.expected.isOperand, state.hasRoom(for: 2), isOpening() else { return nil }
        state.push(Frame(.tag))
        return pass(1, .punctuation)
    }

    private func isTagName(_ byte: UInt8) -> Bool { byte.isNameStart || byte == UInt8(ascii: "$") || byte >= 0x80 }

    /// Whether `<` and what follows it on the line open an element: no type parameters, no type assertion.
    private func isOpening() -> Bool {
        let name = position + 1
        if text[name] == UInt8(ascii: ">") { return true }
        guard isTagName(text[name]) else { return false }
        let end = tagNameEnd(from: name)
        let after = text.pastBlanks(from: end)
        guard !text.isLineEnd(after) else { return true }
        switch text[after] {
        case UInt8(ascii: "/"), UInt8(ascii: "{"):
            return true
        case UInt8(ascii: ">"):
            guard lexicon.traits.contains(.angleBrackets) else { return true }
            return text.isLineEnd(text.pastBlanks(from: after + 1)) || hasClosingTag(from: after + 1)
        case let byte where isTagName(byte) && after > end:
            // `<T extends Shape>(x: T) => …`; `<const T>` has no equals sign.
            let attribute = tagNameEnd(from: after)
            if attribute - after == 7, text.has("exte", at: after), text.has("nds", at: after + 4) { return false }
            return text[text.pastBlanks(from: attribute)] != UInt8(ascii: ">") || !text.has("cons", at: name)
        default:
            return false
        }
    }

    /// `<T>(x: T) => x` and `<Shape>x` against `<b>x</b>`: only the last closes, soon and on this line, if it does.
    private func hasClosingTag(from start: Int) -> Bool {
        let first = text[text.pastBlanks(from: start)]
        if first == UInt8(ascii: "<") || first == UInt8(ascii: "{"), text[start] == first { return true }
        for place in start..<start + 256 {
            if text.isLineEnd(place) { return false }
            if text.has("</", at: place) { return true }
        }
        return false
    }

    private func tagNameEnd(from start: Int) -> Int {
        var end = start
        while true {
            let next = nameEnd(from: end)
            let joins =
                text[next] == UInt8(ascii: "-") || text[next] == UInt8(ascii: ".") || text[next] == UInt8(ascii: ":")
            guard next > end, joins else { return max(next, end) }
            end = next + 1
        }
    }

    /// One token between the brackets of a tag.
    mutating func tagPiece(_ frame: Frame) -> TokenKind? {
        let byte = text[position]
        switch byte {
        case _ where byte.isBlank:
            return blanks()
        case 0x0A, 0x0D:
            return lineEnd()
        case UInt8(ascii: ">"):
            endTag(frame)
            return pass(1, .punctuation)
        case UInt8(ascii: "/") where text[position + 1] == UInt8(ascii: ">"):
            state.pop()
            if state.frames.last?.kind != .children { state.expected = .operator }
            return pass(2, .punctuation)
        case UInt8(ascii: "/") where text[position + 1] == UInt8(ascii: "/") || text[position + 1] == UInt8(ascii: "*"):
            if let kind = comment() { return kind }
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            if let kind = tagString(byte) { return kind }
        case UInt8(ascii: "{") where state.hasRoom(for: 1):
            return markupHole()
        case UInt8(ascii: "="):
            return pass(1, .operator)
        case _ where isTagName(byte):
            let end = tagNameEnd(from: position)
            guard end > position else { break }
            if let top = state.frames.indices.last { state.frames[top].isSettled = true }
            return pass(end - position, frame.isSettled ? .attribute : .tag)
        default:
            break
        }
        // No tag after all, or one that was left unfinished.
        state.pop()
        state.expected = .operator
        return nil
    }

    private mutating func endTag(_ frame: Frame) {
        state.pop()
        let isInside = state.frames.last?.kind == .children
        guard let top = state.frames.indices.last, isInside else {
            if frame.isClosing {
                state.expected = .operator
            } else {
                state.push(Frame(.children, depth: 1))
            }
            return
        }
        if !frame.isClosing {
            state.frames[top].depth &+= 1
        } else if state.frames[top].depth > 1 {
            state.frames[top].depth -= 1
        } else {
            state.pop()
            state.expected = .operator
        }
    }

    private mutating func markupHole() -> TokenKind {
        state.push(Frame(.dollarBraces))
        state.openBracket(beforeStatement: false)
        return pass(1, .interpolation, then: .operand)
    }

    /// One token between tags. "JSXTextCharacter: SourceCharacter but not one of `{` `<` `>` or `}`": where one of
    /// those stands alone this was no element, and code goes on.
    mutating func childrenPiece(_ frame: Frame) -> TokenKind? {
        let byte = text[position]
        switch byte {
        case _ where byte.isBlank:
            return blanks()
        case 0x0A, 0x0D:
            return lineEnd()
        case UInt8(ascii: "{") where state.hasRoom(for: 1):
            return markupHole()
        case UInt8(ascii: "<"):
            let expected = state.expected
            state.expected = .operand
            if let kind = tagStart() { return kind }
            state.expected = expected
        case UInt8(ascii: ">"), UInt8(ascii: "}"), UInt8(ascii: "{"):
            break
        default:
            return words()
        }
        state.pop()
        state.expected = .operator
        return nil
    }

    /// Text up to a tag, a hole or the blanks before the line end.
    private mutating func words() -> TokenKind {
        let start = position
        var end = start
        loop: while !text.isLineEnd(end) {
            switch text[end] {
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "{"), UInt8(ascii: "}"): break loop
            default: end += 1
            }
        }
        if text.isLineEnd(end) {
            while text[end - 1].isBlank { end -= 1 }
        }
        return pass(end - start, .text)
    }
}
