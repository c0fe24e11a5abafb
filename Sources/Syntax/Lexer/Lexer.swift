/// Cuts bytes into tokens, one at a call: any bytes, each once, in linear time and without recursion.
///
/// A token ends with its line at the latest, and what decides it lies on its own line or in the state: so a viewer can
/// begin at any line whose state it kept.
package struct Lexer: IteratorProtocol {
    let lexicon: Lexicon
    let text: Bytes
    package internal(set) var state: LexerState
    var position = 0
    /// Up to here no regex ends; a line is searched for an end in vain only once.
    var regexlessUntil = 0
    /// Where the last line end that was passed ends.
    var lastLineEnd = 0
    /// Up to here no quote closes one that a line must close; for `"`, `'` and `` ` `` each its own.
    var openUntil = SIMD4<Int>(repeating: 0)

    /// - Parameter bytes: must outlive the lexer.
    package init(_ lexicon: Lexicon, _ bytes: UnsafeBufferPointer<UInt8>, from start: LexerState = LexerState()) {
        self.lexicon = lexicon
        text = Bytes(bytes)
        state = start
    }

    package mutating func next() -> Token? {
        guard position < text.count else { return nil }
        let start = position
        let kind = piece()
        assert(position > start && position <= text.count)
        return Token(kind, start..<position)
    }

    /// Moves past one token. Where a frame has nothing to say it has left the stack, and the next one is asked.
    private mutating func piece() -> TokenKind {
        while let frame = state.frames.last {
            let kind: TokenKind?
            switch frame.kind {
            case .hole: return code()
            case .string: kind = stringPiece(frame)
            case .comment: kind = commentPiece(frame)
            case .specification: kind = specificationPiece(frame)
            case .tag: kind = tagPiece(frame)
            case .children: kind = childrenPiece(frame)
            case .outside: kind = outsidePiece(frame)
            case .indented: kind = indentedPiece(frame)
            }
            if let kind { return kind }
        }
        return code()
    }

    @inline(__always)
    private mutating func code() -> TokenKind {
        let byte = text[position]
        if state.expected == .statement, lexicon.traits.contains(.indentation), let kind = key() { return kind }
        switch lexicon.roles[Int(byte)] {
        case .blank: return blanks()
        case .lineEnd: return lineEnd()
        case .name: return name()
        case .digit: return number()
        case .open: return open(byte)
        case .close: return close(byte)
        case .sign: return sign(byte)
        case .starter: return comment() ?? regex(byte) ?? string(byte) ?? sign(byte)
        case .foreign: return foreign()
        }
    }

    @inline(__always)
    mutating func blanks() -> TokenKind {
        position = text.pastBlanks(from: position)
        return .whitespace
    }

    mutating func lineEnd() -> TokenKind {
        position += text[position] == 0x0D && text[position + 1] == 0x0A ? 2 : 1
        endLine()
        return .newline
    }

    mutating func endLine() {
        state.endLine(lexicon.traits)
        lastLineEnd = position
    }

    /// A character beyond ASCII where a name may begin.
    private mutating func foreign() -> TokenKind {
        guard let (scalar, length) = text.scalar(at: position) else { return pass(1, .unknown) }
        if scalar.properties.isXIDStart { return name() }
        let isSpace = scalar.properties.isWhitespace || scalar.value == 0xFEFF
        return pass(length, isSpace ? .whitespace : .unknown)
    }

    /// Moves past a token of `count` bytes.
    @inline(__always)
    mutating func pass(_ count: Int, _ kind: TokenKind, then next: Expected? = nil) -> TokenKind {
        position += count
        if kind != .whitespace { state.isLineStart = false }
        if let next { state.expected = next }
        return kind
    }
}
