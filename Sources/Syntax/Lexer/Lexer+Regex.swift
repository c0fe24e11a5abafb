extension Lexer {
    /// The regex that begins here, where an operand is expected and the line ends it.
    mutating func regex(_ byte: UInt8) -> TokenKind? {
        if byte == UInt8(ascii: "#"), lexicon.traits.contains(.regexesInHashes) { return regexInHashes() }
        guard byte == UInt8(ascii: "/"), lexicon.traits.contains(.regexes), position >= regexlessUntil,
            state.expected.isOperand || isArgument
        else { return nil }
        if lexicon.traits.contains(.noBlankBeginsRegex), text[position + 1].isBlank { return nil }
        guard let end = regexEnd() else { return nil }
        return pass(end - position, .regex, then: .operator)
    }

    /// `puts /x/` and `puts <<A` against `a / b` and `a << b`: a blank before the sign and none behind it.
    var isArgument: Bool {
        lexicon.traits.contains(.callsWithoutParentheses) && state.expected == .operator && text[position - 1].isBlank
            && !text[position + 1].isBlank && text[position + 1] != UInt8(ascii: "=")
    }

    /// `#/a "b" / c/#`, on one line (SE-0354, extended literals).
    private mutating func regexInHashes() -> TokenKind? {
        var body = position
        while text[body] == UInt8(ascii: "#") { body += 1 }
        let hashes = body - position
        guard text[body] == UInt8(ascii: "/"), body >= regexlessUntil else { return nil }
        var end = body + 1
        while !text.isLineEnd(end) {
            if text[end] == UInt8(ascii: "\\"), !text.isLineEnd(end + 1) {
                end += 2
            } else if text[end] == UInt8(ascii: "/"), hasHashes(hashes, at: end + 1) {
                return pass(end + 1 + hashes - position, .regex, then: .operator)
            } else {
                end += 1
            }
        }
        regexlessUntil = end
        return nil
    }

    /// ECMAScript 12.9.5: a slash inside of a class does not end the literal, an escaped one neither. A parenthesis too
    /// many says that this is none (SE-0354 decides so for `(/)`; in JavaScript it would be an error).
    private mutating func regexEnd() -> Int? {
        var end = position + 1
        var isInClass = false
        var groups = 0
        while !text.isLineEnd(end) {
            switch text[end] {
            case UInt8(ascii: "\\"):
                end += text.isLineEnd(end + 1) ? 0 : 1
            case UInt8(ascii: "["):
                isInClass = true
            case UInt8(ascii: "]"):
                isInClass = false
            case UInt8(ascii: "(") where !isInClass:
                groups += 1
            case UInt8(ascii: ")") where !isInClass:
                groups -= 1
                if groups < 0 {
                    regexlessUntil = end
                    return nil
                }
            case UInt8(ascii: "/") where !isInClass:
                guard end > position + 1 else { return nil }
                return nameEnd(from: end + 1)
            default:
                break
            }
            end += 1
        }
        regexlessUntil = end
        return nil
    }
}
