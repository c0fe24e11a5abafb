extension Lexer {
    /// Operators, separators and the marks that begin attributes, directives, private and quoted names.
    mutating func sign(_ byte: UInt8) -> TokenKind {
        let traits = lexicon.traits
        let next = text[position + 1]
        switch byte {
        case UInt8(ascii: ","):
            return pass(1, .punctuation, then: .operand)
        case UInt8(ascii: ";"):
            return pass(1, .punctuation, then: .statement)
        case UInt8(ascii: "."):
            if next.isDigit, traits.contains(.leadingDot) { return number() }
        case UInt8(ascii: ":"):
            if let kind = specification() { return kind }
        case UInt8(ascii: "\\"):
            if text.isLineEnd(position + 1) { return continuation() }
        case UInt8(ascii: "@"):
            let isAttribute = traits.contains(.attributes) || (traits.contains(.decorators) && state.isLineStart)
            if isAttribute, next.isNameStart || next >= 0x80 { return attribute() }
        case UInt8(ascii: "#"):
            if next.isNameStart, traits.contains(.privateNames) { return markedName(.identifier) }
            if next.isNameStart, traits.contains(.directives) { return markedName(.directive) }
        case UInt8(ascii: "`"):
            if traits.contains(.backtickedNames), let kind = backtickedName() { return kind }
        case UInt8(ascii: "<"):
            if traits.contains(.markup), let kind = tagStart() { return kind }
        default:
            break
        }
        let length = lexicon.operators.length(at: position, in: text)
        if length > 0 { return pass(length, .operator, then: expected(after: byte, length)) }
        switch byte {
        case UInt8(ascii: "."): return pass(1, .punctuation, then: .member)
        case UInt8(ascii: ":"): return pass(1, .punctuation, then: .operand)
        default: return pass(1, .unknown)
        }
    }

    private func expected(after byte: UInt8, _ length: Int) -> Expected {
        let second = text[position + 1]
        if length == 2 {
            if byte == UInt8(ascii: "="), second == UInt8(ascii: ">") { return .statement }
            if byte == UInt8(ascii: "?"), second == UInt8(ascii: ".") { return .member }
            // `i++ / 2`
            if byte == second, byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { return state.expected }
        }
        if length == 1, byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?"), state.expected == .operator,
            lexicon.traits.contains(.postfixMarks), !text[position - 1].isBlank
        {
            return .operator
        }
        return .operand
    }

    /// A backslash that joins the next line to this one: space, and no statement begins behind it.
    private mutating func continuation() -> TokenKind {
        position += 1
        if position < text.count { _ = lineEnd() }
        state.isLineStart = false
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
