/// HTML around PHP, as far as it takes to colour it.
extension Lexer {
    /// `<?php`, `<?=`; and where a statement would begin with a tag there is none: the text around the code has begun.
    mutating func templateStart(_ next: UInt8) -> TokenKind? {
        if next == UInt8(ascii: "?") { return pass(openingWidth, .directive, then: .statement) }
        let isTag = next.isLetter || next == UInt8(ascii: "!") || next == UInt8(ascii: "/")
        guard isTag, state.isLineStart, state.expected == .statement, state.hasRoom(for: 1) else { return nil }
        state.push(Frame(.outside))
        return outsidePiece(Frame(.outside))
    }

    /// `?>`, and what stands behind it.
    mutating func templateEnd() -> TokenKind? {
        if let top = state.frames.last, top.kind == .hole, top.hole == .template {
            state.pop()
            return pass(2, .directive)
        }
        guard state.hasRoom(for: 1) else { return nil }
        state.push(Frame(.outside))
        return pass(2, .directive, then: .statement)
    }

    private var openingWidth: Int {
        text.has("<?php", at: position) ? 5 : text.has("<?=", at: position) ? 3 : 2
    }

    mutating func outsidePiece(_ frame: Frame) -> TokenKind? {
        let top = state.frames.count - 1
        let byte = text[position]
        let next = text[position + 1]
        if byte == UInt8(ascii: "<"), next == UInt8(ascii: "?") {
            // The frame stays out of the way of the code; a tag or a quote that was open is open again behind it.
            if frame.depth == 0, !frame.isSettled, !frame.isClosing { state.pop() } else { return outsideCode() }
            return pass(openingWidth, .directive, then: .statement)
        }
        if byte == 0x0A || byte == 0x0D { return lineEnd() }
        if frame.isClosing { return outsideComment(top) }
        if frame.depth > 0 { return outsideString(top, quote: UInt8(truncatingIfNeeded: frame.depth)) }
        if byte.isBlank { return blanks() }
        guard frame.isSettled else { return outsideText(top) }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            state.frames[top].depth = UInt32(byte)
            position += 1
            return outsideString(top, quote: byte)
        case UInt8(ascii: ">"):
            state.frames[top].isSettled = false
            return pass(1, .punctuation)
        case UInt8(ascii: "/") where next == UInt8(ascii: ">"):
            state.frames[top].isSettled = false
            return pass(2, .punctuation)
        case UInt8(ascii: "="):
            return pass(1, .operator)
        case _ where byte.isNameStart:
            let last = text[position - 1]
            let isName = last == UInt8(ascii: "<") || last == UInt8(ascii: "/") || last == UInt8(ascii: "!")
            return pass(markupNameEnd(from: position) - position, isName ? .tag : .attribute)
        default:
            return pass(1, .punctuation)
        }
    }

    /// Code inside of a tag: one hole more on the stack, which `?>` leaves.
    private mutating func outsideCode() -> TokenKind {
        guard state.hasRoom(for: 1) else { return pass(2, .directive) }
        state.push(Frame(.template))
        return pass(openingWidth, .directive, then: .statement)
    }

    private func markupNameEnd(from start: Int) -> Int {
        var end = start
        while text[end].isName || text[end] == UInt8(ascii: "-") || text[end] == UInt8(ascii: ":") { end += 1 }
        return end
    }

    private mutating func outsideText(_ top: Int) -> TokenKind {
        let next = text[position + 1]
        if text[position] == UInt8(ascii: "<") {
            if text.has("<!--", at: position) {
                state.frames[top].isClosing = true
                position += 4
                return outsideComment(top)
            }
            let isClosing = next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
            if text[position + (isClosing ? 2 : 1)].isLetter {
                state.frames[top].isSettled = true
                return pass(isClosing ? 2 : 1, .punctuation)
            }
        }
        var end = position + 1
        while !text.isLineEnd(end), text[end] != UInt8(ascii: "<") { end += 1 }
        while text[end - 1].isBlank { end -= 1 }
        return pass(end - position, .text)
    }

    private mutating func outsideString(_ top: Int, quote: UInt8) -> TokenKind {
        while !text.isLineEnd(position) {
            let byte = text[position]
            if byte == UInt8(ascii: "<"), text[position + 1] == UInt8(ascii: "?") { break }
            position += 1
            if byte == quote {
                state.frames[top].depth = 0
                break
            }
        }
        state.isLineStart = false
        return .string
    }

    private mutating func outsideComment(_ top: Int) -> TokenKind {
        while !text.isLineEnd(position) {
            if text.has("-->", at: position) {
                position += 3
                state.frames[top].isClosing = false
                break
            }
            if text[position] == UInt8(ascii: "<"), text[position + 1] == UInt8(ascii: "?") { break }
            position += 1
        }
        state.isLineStart = false
        return .comment
    }
}
