/// How a text reads when it is taken to begin in a certain state.
struct Reading {
    let start: LexerState
    let end: LexerState
    /// Words that stand beside each other as they do in prose, and what the language has no use for.
    private(set) var oddities = 0
    /// The end of a block comment stands in what reads as code.
    private(set) var closesComment = false
    /// ` * words`, as the lines of a block comment begin.
    private(set) var hasStarredLines = false
    private var pieces = 0
    /// Names that stand beside each other up to here.
    private var run = 0

    /// A third of all that is no space is odd: no code is like that.
    var isProse: Bool { oddities > 2 && oddities * 3 > pieces }

    /// - Parameter take: is given every token.
    init(
        _ lexicon: Lexicon, _ bytes: UnsafeBufferPointer<UInt8>, from start: LexerState,
        take: (Token) -> Void = { _ in }
    ) {
        self.start = start
        var lexer = Lexer(lexicon, bytes, from: start)
        let closings = lexicon.comments.compactMap(\.close)
        // `Type name` is no prose yet.
        let ordinary = lexicon.traits.contains(.typesBeforeNames) ? 2 : 1
        while true {
            let (expected, isLineStart) = (lexer.state.expected, lexer.state.isLineStart)
            guard let token = lexer.next() else { break }
            take(token)
            guard token.kind.isCode else { continue }
            pieces += 1
            run = expected == .operator && !isLineStart ? run : 0
            switch token.kind {
            case .unknown:
                oddities += 1
            case .identifier, .type, .constant, .number:
                run += 1
                if run > ordinary { oddities += 1 }
            case .operator, .regex, .text:
                if isLineStart, lexer.text[token.range.lowerBound] == UInt8(ascii: "*") { hasStarredLines = true }
                guard closings.contains(where: { lexer.text.has($0, at: token.range.lowerBound) }) else { continue }
                closesComment = true
                oddities += 1
            default:
                break
            }
        }
        end = lexer.state
    }
}
