/// YAML 1.2.2: keys, items and scalars in block style.
extension Lexer {
    /// What may begin a line or stand behind `- `: an item, a key, the mark of a document. Nil where a plain value stands,
    /// or what has a sign of its own.
    mutating func key() -> TokenKind? {
        let byte = text[position]
        let next = text[position + 1]
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "?"):
            if next.isBlank || text.isLineEnd(position + 1) { return pass(1, .punctuation, then: .statement) }
            if text.has("---", at: position), isAtLineBegin, isValueEnd(position + 3) {
                return pass(3, .punctuation, then: .statement)
            }
        case UInt8(ascii: "%") where isAtLineBegin:
            return pass(max(bareNameEnd(from: position + 1) - position, 1), .directive, then: .operand)
        case UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "*"):
            return property(byte)
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "#"), UInt8(ascii: "["), UInt8(ascii: "{"),
            UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","), 0x0A, 0x0D:
            return nil
        case _ where byte.isBlank:
            return nil
        default:
            break
        }
        guard let end = keyEnd() else {
            state.expected = .operand
            return nil
        }
        return pass(end - position, .attribute, then: .operator)
    }

    /// 7.4.2: "To limit the amount of lookahead required, the ":" indicator must appear at most 1024 Unicode characters
    /// beyond the start of the key."
    private static let longestKey = 1024 * 4

    /// The end of the key that begins here: a colon with a blank or the line end behind it.
    private func keyEnd() -> Int? {
        let isInFlow = isInFlow
        var end = position
        while !text.isLineEnd(end), end - position < Self.longestKey {
            switch text[end] {
            case UInt8(ascii: ":") where isValueEnd(end + 1):
                while end > position, text[end - 1].isBlank { end -= 1 }
                return end > position ? end : nil
            case UInt8(ascii: "#") where text[end - 1].isBlank:
                return nil
            case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
                if isInFlow { return nil }
            default:
                break
            }
            end += 1
        }
        return nil
    }

    private func isValueEnd(_ position: Int) -> Bool { text[position].isBlank || text.isLineEnd(position) }

    /// Between the brackets of flow style keys stand behind commas, too.
    var isInFlow: Bool { lexicon.traits.contains(.indentation) && state.isInBracket }

    /// A sign inside of a plain value, or the colon behind a key.
    mutating func plainSign(_ byte: UInt8) -> TokenKind {
        if byte == UInt8(ascii: ":") {
            return pass(1, .punctuation, then: isValueEnd(position + 1) ? .operand : .operator)
        }
        let length = lexicon.operators.find(at: position, in: text)?.mark.count ?? 1
        return pass(length, byte == UInt8(ascii: ".") ? .punctuation : .operator, then: .operator)
    }

    /// `&anchor`, `*alias`, `!tag`, and the head of a block of text.
    mutating func property(_ byte: UInt8) -> TokenKind? {
        guard byte != UInt8(ascii: "|"), byte != UInt8(ascii: ">") else { return blockHead() }
        var end = position + 1
        while !isValueEnd(end), text[end] != UInt8(ascii: ","), text[end] != UInt8(ascii: "]"),
            text[end] != UInt8(ascii: "}")
        {
            end += 1
        }
        if byte == UInt8(ascii: "!") { return pass(end - position, .type) }
        guard end > position + 1 else { return nil }
        let isAlias = byte == UInt8(ascii: "*")
        return pass(end - position, .constant, then: isAlias ? .operator : nil)
    }

    /// 8.1: `|` or `>`, an indentation indicator and a chomping indicator, and nothing else on the line.
    private mutating func blockHead() -> TokenKind? {
        var end = position + 1
        while end < position + 3, text[end].isDigit || text[end] == UInt8(ascii: "+") || text[end] == UInt8(ascii: "-")
        {
            end += 1
        }
        let after = text.pastBlanks(from: end)
        guard text.isLineEnd(after) || (after > end && text[after] == UInt8(ascii: "#")) else { return nil }
        state.postpone(Frame(.indented, depth: UInt32(leastIndentation)))
        return pass(end - position, .operator, then: .operator)
    }

    /// "The content's indentation is deeper than the parent node's": that of the key, or of the dash where there is none.
    private var leastIndentation: Int {
        var start = position
        while start > 0, !text.isLineEnd(start - 1) { start -= 1 }
        var place = text.pastBlanks(from: start)
        var parent = place - start
        guard place < position else { return parent }
        if text.has("---", at: place), place == start { return 0 }
        while text[place] == UInt8(ascii: "-") || text[place] == UInt8(ascii: "?"), text[place + 1].isBlank {
            parent = place - start
            place = text.pastBlanks(from: place + 1)
        }
        return (place < position ? place - start : parent) + 1
    }

    /// One line of a block of text: blank, or indented as far as the block.
    mutating func indentedPiece(_ frame: Frame) -> TokenKind? {
        if state.isLineStart {
            var start = position
            while text[start] == 0x20 { start += 1 }
            if !text.isLineEnd(start), start - position < Int(frame.depth) {
                state.pop()
                return nil
            }
        }
        position = text.lineEnd(from: position)
        state.isLineStart = false
        if position < text.count {
            position += text[position] == 0x0D && text[position + 1] == 0x0A ? 2 : 1
            endLine()
        }
        return .string
    }
}
