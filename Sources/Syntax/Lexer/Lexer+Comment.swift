extension Lexer {
    /// The comment that begins here, or the first line of it.
    mutating func comment() -> TokenKind? {
        for (index, form) in lexicon.comments.enumerated()
        where text.has(form.open, at: position) && mayBegin(form) {
            guard let close = form.close else {
                position = lineCommentEnd(form)
                return .comment
            }
            position += form.open.count
            let depth = commentLine(form, close, depth: 1)
            if depth > 0 { state.push(Frame(.comment, form: UInt8(index), depth: depth)) }
            return .comment
        }
        return nil
    }

    private func mayBegin(_ form: CommentForm) -> Bool {
        if form.except != 0, text[position + form.open.count] == form.except { return false }
        if form.isWholeLines, !isAtLineBegin { return false }
        if form.isEndless, !text.isLineEnd(position + form.open.count) { return false }
        if form.isFirstOnLine, !state.isLineStart, !isFirstOnLine { return false }
        guard form.standsApart else { return true }
        // Not in `${a# b}`.
        if let top = state.frames.last, top.kind == .hole, top.hole == .dollarBraces { return false }
        switch text[position - 1] {
        case UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "("), UInt8(ascii: ")"):
            return !lexicon.traits.contains(.indentation)
        case let byte:
            return byte.isBlank || isAtLineBegin
        }
    }

    var isAtLineBegin: Bool { position == 0 || text.isLineEnd(position - 1) }

    private var isFirstOnLine: Bool {
        var place = position - 1
        while text[place].isBlank { place -= 1 }
        return place < 0 || text.isLineEnd(place)
    }

    private func lineCommentEnd(_ form: CommentForm) -> Int {
        guard let until = form.until else { return text.lineEnd(from: position) }
        var end = position
        while !text.isLineEnd(end), !text.has(until, at: end) { end &+= 1 }
        return end
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
        if form.isWholeLines { return wholeCommentLine(form.isEndless ? nil : close, depth: depth) }
        var depth = depth
        let closing = close.first
        let opening = form.nests ? form.open.first : closing
        while position < text.count {
            let byte = text[position]
            if byte == 0x0A {
                position &+= 1
                endLine()
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

    private mutating func wholeCommentLine(_ close: Mark?, depth: UInt32) -> UInt32 {
        let isLast = isAtLineBegin && close.map { text.has($0, at: position) } == true
        position = text.lineEnd(from: position)
        if isLast { return 0 }
        while position < text.count, text[position] != 0x0A { position += 1 }
        guard position < text.count else { return depth }
        position += 1
        endLine()
        return depth
    }
}
