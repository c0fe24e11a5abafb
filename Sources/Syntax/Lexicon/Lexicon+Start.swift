extension Lexicon {
    /// What a piece of a file most likely begins in: code, or the inside of a comment or string whose opening was left
    /// behind. An edit's new text often begins in the middle of a docstring.
    ///
    /// Read as code such a piece shows it: a comment closes that none opened, or a delimiter is left over, so that the
    /// text ends in a string. Then the piece is read from inside of each and taken as what makes less nonsense.
    package func likelyStart(of text: String) -> LexerState {
        var text = text
        return text.withUTF8 { bytes in
            let code = LexerState()
            let reading = Reading(self, bytes, from: code)
            guard reading.closesComment || reading.end.isOpen else { return code }
            var best = (start: code, oddities: reading.oddities)
            for start in insides(reading) {
                let other = Reading(self, bytes, from: start)
                if !other.end.isOpen, other.oddities < best.oddities { best = (start, other.oddities) }
            }
            return best.start
        }
    }

    private func insides(_ reading: Reading) -> [LexerState] {
        var frames: [Frame] = []
        if reading.closesComment {
            frames += comments.indices.filter { comments[$0].close != nil }
                .map { Frame(.comment, form: UInt8($0), depth: 1) }
        }
        if let open = reading.end.frames.first, open.kind == .string { frames.append(open) }
        return frames.map { frame in
            var state = LexerState()
            state.push(frame)
            return state
        }
    }

    /// How a text reads from a start.
    private struct Reading {
        /// Words that stand beside each other as they do in prose, and what the language has no use for.
        private(set) var oddities = 0
        /// The end of a block comment stands in what reads as code.
        private(set) var closesComment = false
        let end: LexerState

        init(_ lexicon: Lexicon, _ bytes: UnsafeBufferPointer<UInt8>, from start: LexerState) {
            var lexer = Lexer(lexicon, bytes, from: start)
            let closings = lexicon.comments.compactMap(\.close)
            while true {
                let (expected, isLineStart) = (lexer.state.expected, lexer.state.isLineStart)
                guard let token = lexer.next() else { break }
                switch token.kind {
                case .unknown:
                    oddities += 1
                case .identifier, .type, .constant, .number:
                    if expected == .operator, !isLineStart { oddities += 1 }
                case .operator, .regex, .text:
                    if closings.contains(where: { lexer.text.has($0, at: token.range.lowerBound) }) {
                        closesComment = true
                        oddities += 1
                    }
                default:
                    break
                }
            }
            end = lexer.state
        }
    }
}
