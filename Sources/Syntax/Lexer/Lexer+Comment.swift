extension Lexer {
    /// The comment that begins here, or the first line of it.
    mutating func comment() -> TokenKind? {
        for (index, form) in lexicon.comments.enumerated() where text.has(form.open, at: position) {
            if form.isFirstOnLine, !state.isLineStart { continue }
            guard let close = form.close else {
                position = text.lineEnd(from: position)
                return .comment
            }
            position += form.open.count
            let depth = commentLine(form, close, depth: 1)
            if depth > 0 { state.push(Frame(.comment, form: UInt8(index), depth: depth)) }
            return .comment
        }
        return nil
    }

    /// The next line of a block comment.
    mutating func commentPiece(_ frame: Frame) -> TokenKind? {
        let form = lexicon.comments[Int(frame.form)]
        guard let close = form.close else {
            state.pop()
            return nil
        }
        state.pop()
        var frame = frame
        frame.depth = commentLine(form, close, depth: frame.depth)
        if frame.depth > 0 { state.push(frame) }
        return .comment
    }

    /// Moves to the end of the comment or past the line end; gives what is still open there.
    private mutating func commentLine(_ form: CommentForm, _ close: Mark, depth: UInt32) -> UInt32 {
        var depth = depth
        let closing = close.first
        let opening = form.nests ? form.open.first : closing
        while position < text.count {
            let byte = text[position]
            if byte == 0x0A {
                position &+= 1
                state.endLine()
                return depth
            }
            guard byte == closing || byte == opening else {
                position &+= 1
                continue
            }
            if text.has(close, at: position) {
                position += close.count
                depth -= 1
                if depth == 0 { return 0 }
            } else if form.nests, text.has(form.open, at: position) {
                position += form.open.count
                depth &+= 1
            } else {
                position &+= 1
            }
        }
        return depth
    }
}
