/// Code inside of strings.
extension Lexer {
    /// The hole that opens here and the length of its opening; nil where none is opened.
    func hole(_ form: StringForm, _ frame: Frame, at position: Int) -> (hole: Hole, width: Int)? {
        guard !form.holes.isEmpty, state.hasRoom(for: 2) else { return nil }
        let next = text[position + 1]
        switch text[position] {
        case UInt8(ascii: "{"):
            if form.holes.contains(.braces), hasBraces(Int(frame.width), at: position) {
                return (.braces, Int(frame.width))
            }
            if form.holes.contains(.bracesBeforeDollar), next == UInt8(ascii: "$") { return (.bracesBeforeDollar, 1) }
        case UInt8(ascii: "$"):
            if next == UInt8(ascii: "{"), form.holes.contains(.dollarBraces) { return (.dollarBraces, 2) }
            if next == UInt8(ascii: "("), form.holes.contains(.dollarParentheses) { return (.dollarParentheses, 2) }
        case UInt8(ascii: "#"):
            if next == UInt8(ascii: "{"), form.holes.contains(.hashBraces) { return (.hashBraces, 2) }
        case UInt8(ascii: "`"):
            if form.holes.contains(.backticks) { return (.backticks, 1) }
        case UInt8(ascii: "\\"):
            guard form.holes.contains(.escapedParentheses) else { return nil }
            let hashes = Int(frame.depth)
            guard text[position + 1 + hashes] == UInt8(ascii: "("), hasHashes(hashes, at: position + 1) else {
                return nil
            }
            return (.escapedParentheses, 2 + hashes)
        default:
            break
        }
        return nil
    }

    /// So many braces, and not one more.
    private func hasBraces(_ count: Int, at start: Int) -> Bool {
        var place = 0
        while place <= count, text[start + place] == UInt8(ascii: "{") { place += 1 }
        return place == count
    }

    /// Goes into a hole.
    mutating func beginHole(_ hole: Hole, form: UInt8, width: Int) -> TokenKind {
        state.push(Frame(hole, form: form, width: hole == .braces ? UInt8(width) : 1))
        let hasCommands = hole == .dollarParentheses || hole == .backticks
        let isArithmetic = hole == .dollarParentheses && text[position + width] == UInt8(ascii: "(")
        state.openBracket(beforeStatement: hasCommands && !isArithmetic)
        return pass(width, .interpolation, then: hasCommands ? .statement : .operand)
    }

    /// What stands behind the colon of a replacement field: text, fields of its own, and the brace that ends both.
    mutating func specificationPiece(_ frame: Frame) -> TokenKind? {
        let form = lexicon.strings[Int(frame.form)]
        let start = position
        let (open, close) = (Hole.braces.open, Hole.braces.close)
        while position < text.count {
            let byte = text[position]
            if byte == open || byte == close {
                guard position == start else { return .string }
                if byte == open, state.hasRoom(for: 1) { return beginHole(.braces, form: frame.form, width: 1) }
                var width = 1
                while width < Int(frame.width), text[position + width] == close { width += 1 }
                leaveField()
                return pass(width, .interpolation)
            }
            if byte == form.quote, isClosed(form, frame) || !form.isMultiline {
                leaveField()
                return position > start ? .string : nil
            }
            if byte == 0x0A || byte == 0x0D, !form.isMultiline {
                leaveField()
                return position > start ? .string : nil
            }
            position += 1
            if byte == 0x0A {
                endLine()
                return .string
            }
        }
        if !form.isMultiline { leaveField() }
        return position > start ? .string : nil
    }

    /// Back to the string, from the specification of one of its fields.
    private mutating func leaveField() {
        state.pop()
        state.pop()
        _ = state.closeBracket()
    }
}
