extension Lexer {
    /// Operators, separators and the marks that begin attributes, directives, private and quoted names.
    mutating func sign(_ byte: UInt8) -> TokenKind {
        if let kind = marked(byte) { return kind }
        if lexicon.traits.contains(.indentation) { return plainSign(byte) }
        if let found = lexicon.operators.find(at: position, in: text) {
            let count = found.mark.count
            return pass(count, .operator, then: isPostfix(byte, count) ? .operator : found.next ?? state.expected)
        }
        switch byte {
        case UInt8(ascii: "."):
            return pass(1, .punctuation, then: state.expected == .receiver ? .functionName : .member)
        case UInt8(ascii: ":"): return pass(1, .punctuation, then: .operand)
        default: return byte.isNameStart ? name() : pass(1, .unknown)
        }
    }

    /// What a sign begins beside operators.
    @inline(__always)
    private mutating func marked(_ byte: UInt8) -> TokenKind? {
        let traits = lexicon.traits
        let next = text[position + 1]
        switch byte {
        case UInt8(ascii: ","):
            return pass(
                1, .punctuation, then: isInFlow ? .statement : traits.contains(.indentation) ? .operator : .operand)
        case UInt8(ascii: ";"):
            if traits.contains(.commands) { return nil }
            // In YAML it begins nothing.
            return pass(1, .punctuation, then: traits.contains(.indentation) ? .operator : .statement)
        case UInt8(ascii: "."):
            if next.isDigit, traits.contains(.leadingDot) { return number() }
        case UInt8(ascii: ":"):
            if let kind = specification() { return kind }
            if traits.contains(.symbols) { return symbol(next) }
        case UInt8(ascii: "\\"):
            if text.isLineEnd(position + 1) { return continuation() }
            // Shell: `\'` is no quote.
            if traits.contains(.variables), next > 0x20, next < 0x80 { return pass(2, .operator, then: .operator) }
        case UInt8(ascii: "@"):
            let isAttribute = traits.contains(.attributes) || (traits.contains(.decorators) && state.isLineStart)
            if isAttribute, next.isNameStart || next >= 0x80 { return attribute() }
            if traits.contains(.namesAtSigns) { return nameAtSign(next) }
        case UInt8(ascii: "#"):
            if next.isNameStart, traits.contains(.privateNames) { return markedName(.identifier) }
            if next.isNameStart, traits.contains(.directives) { return markedName(.directive) }
            if traits.contains(.preprocessor), state.isLineStart { return preprocessorWord() }
            if traits.contains(.bracketedAttributes) { return bracketedAttribute(next) }
        case UInt8(ascii: "`"):
            if traits.contains(.backtickedNames) { return backtickedName() }
            if traits.contains(.variables) { return backtick() }
        case UInt8(ascii: "<"):
            if traits.contains(.markup) { return tagStart() }
            if state.expected == .header { return header() }
            if traits.contains(.templates) { return templateStart(next) }
        case UInt8(ascii: "?"):
            if traits.contains(.templates), next == UInt8(ascii: ">") { return templateEnd() }
            if traits.contains(.markedNames) { return characterBehindMark() }
        case UInt8(ascii: "$"):
            if traits.contains(.variables) { return variable() }
        case UInt8(ascii: "-"):
            if traits.contains(.options) { return option(next) }
        case UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
            if traits.contains(.indentation), state.expected.isOperand { return property(byte) }
        default:
            break
        }
        return nil
    }

    /// `x!` and `x?` leave an operand behind.
    @inline(__always)
    private func isPostfix(_ byte: UInt8, _ count: Int) -> Bool {
        count == 1 && (byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")) && state.expected == .operator
            && lexicon.traits.contains(.postfixMarks) && !text[position - 1].isBlank
    }

    /// A backslash that joins the next line to this one: space, and no statement begins behind it.
    private mutating func continuation() -> TokenKind {
        position += 1
        guard position < text.count else {
            state.isJoined = true
            return .whitespace
        }
        position += text[position] == 0x0D && text[position + 1] == 0x0A ? 2 : 1
        state.isJoined = true
        endLine()
        return .whitespace
    }

    /// `@name` and its dotted path.
    private mutating func attribute() -> TokenKind {
        var end = nameEnd(from: position + 1)
        while text[end] == UInt8(ascii: "."), text[end + 1].isNameStart { end = nameEnd(from: end + 1) }
        return pass(max(end - position, 1), .attribute, then: .statement)
    }

    private mutating func markedName(_ kind: TokenKind) -> TokenKind {
        let end = nameEnd(from: position + 1)
        let isCalled = kind == .identifier && text[end] == UInt8(ascii: "(")
        return pass(end - position, isCalled ? .function : kind, then: .operator)
    }

    /// Swift: "to use a reserved word as an identifier, put a backtick before and after it"; since 6.2 anything but a
    /// line end may stand between.
    private mutating func backtickedName() -> TokenKind? {
        var end = position + 1
        while !text.isLineEnd(end), text[end] != UInt8(ascii: "`") { end += 1 }
        guard text[end] == UInt8(ascii: "`"), end > position + 1 else { return nil }
        let expected = state.expected
        let isFunction = expected == .functionName || text[end + 1] == UInt8(ascii: "(")
        let kind: TokenKind = isFunction ? .function : expected == .typeName ? .type : .identifier
        return pass(end + 1 - position, kind, then: .operator)
    }
}
