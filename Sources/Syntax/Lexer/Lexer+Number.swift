extension Lexer {
    /// A number with all that clings to it: radix, fraction, exponent, suffix (`0x1F`, `1_000.5e-3`, `10n`, `2j`).
    mutating func number() -> TokenKind {
        let start = position
        var end = start
        if state.expected == .member, text[start].isDigit {
            // Swift: `pair.0.1` is two members, not a fraction.
            while text[end].isDigit { end += 1 }
        } else if text[start] == UInt8(ascii: "0"), isRadix(text[start + 1]) {
            end = pastRadix(from: start + 2, isHex: text[start + 1] | 0x20 == UInt8(ascii: "x"))
        } else {
            end = pastDecimal(from: start)
        }
        return pass(end - start, .number, then: .operator)
    }

    private func isRadix(_ byte: UInt8) -> Bool {
        let letter = byte | 0x20
        return letter == UInt8(ascii: "x") || letter == UInt8(ascii: "o") || letter == UInt8(ascii: "b")
    }

    private func pastRadix(from start: Int, isHex: Bool) -> Int {
        var end = pastName(from: start)
        guard isHex else { return end }
        // A hexadecimal fraction needs its exponent (Go: HexadecimalFloatLiteral; Swift likewise), so that `0xff.d` is
        // a member of a number.
        if text[end] == UInt8(ascii: ".") {
            var place = end + 1
            while text[place].isHexDigit || text[place] == UInt8(ascii: "_") { place += 1 }
            if text[place] | 0x20 == UInt8(ascii: "p") { end = pastName(from: place) }
        }
        let isSigned = text[end] == UInt8(ascii: "+") || text[end] == UInt8(ascii: "-")
        if end > start, isSigned, text[end - 1] | 0x20 == UInt8(ascii: "p"), text[end + 1].isDigit {
            end = pastName(from: end + 1)
        }
        return end
    }

    private func pastDecimal(from start: Int) -> Int {
        var end = pastDigits(from: start)
        if text[end] == UInt8(ascii: ".") {
            let after = text[end + 1]
            if after.isDigit {
                end = pastDigits(from: end + 1)
            } else if lexicon.traits.contains(.trailingDot), !after.isNameStart || isSuffix(end + 1) {
                // `1.` and `1.e5`, but the dots of `1...` are for the operators, those of `1..x` one each.
                if after != UInt8(ascii: ".") || text[end + 2] != UInt8(ascii: ".") { end += 1 }
            }
        }
        if text[end] | 0x20 == UInt8(ascii: "e") {
            let isSigned = text[end + 1] == UInt8(ascii: "+") || text[end + 1] == UInt8(ascii: "-")
            if text[end + (isSigned ? 2 : 1)].isDigit { end = pastDigits(from: end + (isSigned ? 2 : 1)) }
        }
        return pastName(from: end)
    }

    /// An exponent or an imaginary unit, which may stand behind the dot.
    private func isSuffix(_ position: Int) -> Bool {
        let next = text[position + 1]
        switch text[position] | 0x20 {
        case UInt8(ascii: "e"): return next.isDigit || next == UInt8(ascii: "+") || next == UInt8(ascii: "-")
        case UInt8(ascii: "j"), UInt8(ascii: "i"), UInt8(ascii: "f"), UInt8(ascii: "d"), UInt8(ascii: "l"):
            return !next.isName
        default: return false
        }
    }

    private func pastDigits(from start: Int) -> Int {
        var end = start
        while text[end].isDigit || text[end] == UInt8(ascii: "_") || isApostrophe(end) { end += 1 }
        return end
    }

    /// `1'000` (C++14, C23)
    private func isApostrophe(_ position: Int) -> Bool {
        text[position] == UInt8(ascii: "'") && lexicon.traits.contains(.apostrophesInNumbers)
            && text[position + 1].isHexDigit
    }

    private func pastName(from start: Int) -> Int {
        var end = start
        while text[end].isName || isApostrophe(end) { end += 1 }
        return end
    }
}
