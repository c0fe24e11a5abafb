/// Names and words that a sign begins.
extension Lexer {
    /// `@name`, `@@name`; C# `@class`, a name whatever word it is.
    mutating func nameAtSign(_ next: UInt8) -> TokenKind? {
        let start = next == UInt8(ascii: "@") ? position + 2 : position + 1
        guard text[start].isNameStart || text[start] >= 0x80 else { return nil }
        let end = nameEnd(from: start)
        guard end > start else { return nil }
        return pass(end - position, .identifier, then: .operator)
    }

    /// Ruby: `:name`, `:name?`, `:name=`; no colon behind a name, and none of two.
    mutating func symbol(_ next: UInt8) -> TokenKind? {
        let last = text[position - 1]
        guard next.isNameStart || next >= 0x80, last != UInt8(ascii: ":"), !last.isName else { return nil }
        var end = nameEnd(from: position + 1)
        guard end > position + 1 else { return nil }
        switch text[end] {
        case UInt8(ascii: "?"), UInt8(ascii: "!"): end += 1
        case UInt8(ascii: "=") where text[end + 1] != UInt8(ascii: ">") && text[end + 1] != UInt8(ascii: "="): end += 1
        default: break
        }
        return pass(end - position, .constant, then: .operator)
    }

    /// Ruby: `?a` is a string of one character, where an operand may stand.
    mutating func characterBehindMark() -> TokenKind? {
        let next = text[position + 1]
        let isEscape = next == UInt8(ascii: "\\") && !text.isLineEnd(position + 2)
        guard state.expected.isOperand, next > 0x20, next < 0x7F, !text[position + (isEscape ? 3 : 2)].isName else {
            return nil
        }
        return pass(isEscape ? 3 : 2, .string, then: .operator)
    }

    /// C: `#include`, `#  define`. Behind `#include` stands a file in angle brackets.
    mutating func preprocessorWord() -> TokenKind? {
        let start = text.pastBlanks(from: position + 1)
        let end = bareNameEnd(from: start)
        guard end > start, text[start].isNameStart else { return nil }
        let isHeader = text.has("include", at: start) || text.has("import", at: start)
        return pass(end - position, .directive, then: isHeader ? .header : .statement)
    }

    mutating func header() -> TokenKind? {
        var end = position + 1
        while !text.isLineEnd(end), text[end] != UInt8(ascii: ">") { end += 1 }
        guard text[end] == UInt8(ascii: ">") else { return nil }
        return pass(end + 1 - position, .string, then: .operator)
    }

    /// `#[` and `#![` up to the bracket.
    mutating func bracketedAttribute(_ next: UInt8) -> TokenKind? {
        let width = next == UInt8(ascii: "!") ? 2 : 1
        guard text[position + width] == UInt8(ascii: "[") else { return nil }
        return pass(width, .punctuation, then: .attribute)
    }

    /// `-x`, `--name` where a word of a command begins.
    mutating func option(_ next: UInt8) -> TokenKind? {
        let last = text[position - 1]
        let start = next == UInt8(ascii: "-") ? position + 2 : position + 1
        let isApart = last.isBlank || last == UInt8(ascii: "|") || last == UInt8(ascii: "(") || isAtLineBegin
        guard isApart, text[start].isName else { return nil }
        return pass(nameEnd(from: start) - position, .attribute, then: .operator)
    }

    // MARK: Shell

    /// `$name`, `$1`, or the opening of `${…}` and `$(…)`.
    mutating func variable() -> TokenKind? {
        let end = variableEnd(from: position, takesParameters: true)
        if end > position { return pass(end - position, .identifier, then: .operator) }
        let next = text[position + 1]
        guard state.hasRoom(for: 1) else { return nil }
        if next == UInt8(ascii: "{") { return beginHole(.dollarBraces, form: Frame.markup, width: 2) }
        if next == UInt8(ascii: "(") { return beginHole(.dollarParentheses, form: Frame.markup, width: 2) }
        return nil
    }

    /// The end of the variable that `$` begins; `start` where it begins none.
    func variableEnd(from start: Int, takesParameters: Bool) -> Int {
        let next = text[start + 1]
        if next.isNameStart || next >= 0x80 {
            let end = bareNameEnd(from: start + 1)
            return end > start + 1 ? end : start
        }
        guard takesParameters else { return start }
        switch next {
        case _ where next.isDigit: return start + 2
        case UInt8(ascii: "@"), UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "-"),
            UInt8(ascii: "!"), UInt8(ascii: "$"):
            return start + 2
        default: return start
        }
    }

    /// A backtick opens commands, and closes them.
    mutating func backtick() -> TokenKind? {
        if let top = state.frames.last, top.kind == .hole, top.hole == .backticks {
            _ = state.closeBracket()
            state.pop()
            return pass(1, .interpolation, then: .operator)
        }
        guard state.hasRoom(for: 1) else { return nil }
        return beginHole(.backticks, form: Frame.markup, width: 1)
    }
}
