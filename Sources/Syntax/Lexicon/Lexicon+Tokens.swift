extension Lexicon {
    /// The tokens of a whole text or of a piece of one.
    ///
    /// - Parameter start: what came before; `likelyStart(of:)` guesses it for a piece.
    package func tokens(in text: String, from start: LexerState = LexerState()) -> [Token] {
        var state = start
        return lex(text, &state)
    }

    /// The tokens of one line, with or without its line end; `state` goes from the start of the line to that of the
    /// next.
    package func tokens(inLine line: some StringProtocol, from state: inout LexerState) -> [Token] {
        lex(String(line), &state, isLine: true)
    }

    private func lex(_ text: String, _ state: inout LexerState, isLine: Bool = false) -> [Token] {
        var text = text
        return text.withUTF8 { bytes in
            var lexer = Lexer(self, bytes, from: state)
            var tokens: [Token] = []
            tokens.reserveCapacity(bytes.count / 4 + 4)
            while let token = lexer.next() { tokens.append(token) }
            if isLine, lexer.lastLineEnd < bytes.count || bytes.isEmpty { lexer.endLine() }
            state = lexer.state
            return tokens
        }
    }
}
