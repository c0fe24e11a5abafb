extension Lexer {
    mutating func open(_ byte: UInt8) -> TokenKind {
        let isBrace = byte == UInt8(ascii: "{")
        let isObject = state.expected == .operand && !lexicon.traits.contains(.bracesHoldStatements)
        let isBlock = isBrace && !isObject
        if lexicon.traits.contains(.commands) { return openCommands(byte) }
        // A plain value may hold brackets.
        if lexicon.traits.contains(.indentation), !state.expected.isOperand || byte == UInt8(ascii: "(") {
            return pass(1, .punctuation, then: .operator)
        }
        // `if (x) /a/.test(x)`: behind the head stands a statement, no division.
        state.openBracket(beforeStatement: isBlock || (byte == UInt8(ascii: "(") && state.expected == .head))
        countInHole(byte)
        let isAttribute = state.expected == .attribute && byte == UInt8(ascii: "[")
        return pass(1, .punctuation, then: isAttribute ? .attribute : isBlock ? .statement : .operand)
    }

    private mutating func countInHole(_ byte: UInt8) {
        guard let top = state.frames.indices.last, state.frames[top].kind == .hole else { return }
        if byte == state.frames[top].hole.open {
            state.frames[top].depth &+= 1
        } else {
            state.frames[top].others &+= 1
        }
    }

    /// Shell: commands stand in `{ … }` and `( … )`, but an array in `a=( … )` and arithmetic in `(( … ))`.
    private mutating func openCommands(_ byte: UInt8) -> TokenKind {
        let last = text[position - 1]
        let isParenthesis = byte == UInt8(ascii: "(")
        let isWords =
            byte == UInt8(ascii: "[")
            || (isParenthesis && (last == UInt8(ascii: "=") || last == byte || text[position + 1] == byte))
            || (byte == UInt8(ascii: "{") && state.expected != .statement && !last.isBlank && last != UInt8(ascii: ")"))
        state.openBracket(beforeStatement: !isWords)
        countInHole(byte)
        return pass(1, .punctuation, then: isWords ? .operand : .statement)
    }

    mutating func close(_ byte: UInt8) -> TokenKind {
        if lexicon.traits.contains(.indentation), byte == UInt8(ascii: ")") || !state.isInBracket {
            return pass(1, .punctuation, then: .operator)
        }
        let closing = state.closeBracket()
        if let top = state.frames.indices.last, state.frames[top].kind == .hole {
            let frame = state.frames[top]
            if byte != frame.hole.close {
                if frame.others > 0 { state.frames[top].others -= 1 }
            } else if frame.depth > 0 {
                state.frames[top].depth -= 1
            } else {
                state.pop()
                if frame.form == Frame.markup, lexicon.traits.contains(.variables) { state.expected = .operator }
                return pass(closingWidth(frame, byte), .interpolation)
            }
        }
        if lexicon.traits.contains(.commands) { return closeCommands(byte) }
        let isStatement = closing ?? (byte == UInt8(ascii: "}"))
        return pass(1, .punctuation, then: isStatement ? .statement : .operator)
    }

    /// As many braces as have opened the hole, where they are there.
    private func closingWidth(_ frame: Frame, _ byte: UInt8) -> Int {
        var width = 1
        while width < Int(frame.width), text[position + width] == byte { width += 1 }
        return width
    }

    /// Behind the pattern of a `case` and behind the parentheses of a function stands a command.
    private mutating func closeCommands(_ byte: UInt8) -> TokenKind {
        let isPattern = byte == UInt8(ascii: ")") && text[position + 1] != byte
        return pass(1, .punctuation, then: isPattern ? .statement : .operator)
    }

    /// The colon that ends the code of a replacement field. Python 2.4.3: one at the top level of the field; so
    /// `{x:=5}` holds no walrus.
    mutating func specification() -> TokenKind? {
        guard let frame = state.frames.last, frame.kind == .hole, frame.form != Frame.markup, frame.depth == 0,
            frame.others == 0, frame.hole == .braces, state.hasRoom(for: 1)
        else { return nil }
        var specification = Frame(.specification, form: frame.form)
        specification.width = frame.width
        state.push(specification)
        return pass(1, .interpolation)
    }
}
