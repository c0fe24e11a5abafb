/// Rust: `'c'` against `'a`.
extension Lexer {
    /// Rust: a character in quotes, against the quote of a lifetime.
    func isCharacter(at quote: Int) -> Bool {
        if text[quote + 1] == UInt8(ascii: "\\") { return true }
        guard let (_, length) = text.scalar(at: quote + 1), !text.isLineEnd(quote + 1) else { return false }
        return text[quote + 1 + length] == UInt8(ascii: "'")
    }

    /// `'a`, `'static`, and the label of a loop.
    mutating func lifetime(_ quote: Int) -> TokenKind? {
        guard text[quote + 1].isNameStart || text[quote + 1] >= 0x80 else { return nil }
        let end = nameEnd(from: quote + 1)
        guard end > quote + 1 else { return nil }
        return pass(end - position, .attribute, then: .operator)
    }
}
