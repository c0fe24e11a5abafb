extension Lexer {
    mutating func open(_ byte: UInt8) -> TokenKind {
        let isBrace = byte == UInt8(ascii: "{")
        let isObject = state.expected == .operand && !lexicon.traits.contains(.bracesHoldStatements)
        let isBlock = isBrace && !isObject
        // `if (x) /a/.test(x)`: behind the head stands a statement, no division.
        state.openBracket(beforeStatement: isBlock || (byte == UInt8(ascii: "(") && state.expected == .head))
        if let top = state.frames.indices.last, state.frames[top].kind == .hole {
            if byte == hole(state.frames[top]).open {
                state.frames[top].depth &+= 1
            } else {
                state.frames[top].others &+= 1
            }
        }
        return pass(1, .punctuation, then: isBlock ? .statement : .operand)
    }

    mutating func close(_ byte: UInt8) -> TokenKind {
        let closing = state.closeBracket()
        if let top = state.frames.indices.last, state.frames[top].kind == .hole {
            let frame = state.frames[top]
            if byte != hole(frame).close {
                if frame.others > 0 { state.frames[top].others -= 1 }
            } else if frame.depth > 0 {
                state.frames[top].depth -= 1
            } else {
                state.pop()
                return pass(1, .interpolation)
            }
        }
        let isStatement = closing ?? (byte == UInt8(ascii: "}"))
        return pass(1, .punctuation, then: isStatement ? .statement : .operator)
    }

    /// The shape of a hole: that of its string, or braces between tags.
    private func hole(_ frame: Frame) -> Hole {
        frame.form == Frame.markup ? .dollarBraces : lexicon.strings[Int(frame.form)].hole ?? .dollarBraces
    }

    /// The colon that ends the code of a replacement field. Python 2.4.3: one at the top level of the field; so
    /// `{x:=5}` holds no walrus.
    mutating func specification() -> TokenKind? {
        guard let frame = state.frames.last, frame.kind == .hole, frame.form != Frame.markup, frame.depth == 0,
            frame.others == 0, lexicon.strings[Int(frame.form)].hole == .braces, state.hasRoom(for: 1)
        else { return nil }
        state.push(Frame(.specification, form: frame.form))
        return pass(1, .interpolation)
    }
}
