extension Lexicon {
    /// What a piece of a file most likely begins in: code, or the inside of a comment or string whose opening was left
    /// behind. An edit's new text often begins in the middle of a docstring.
    ///
    /// Read as code such a piece shows it: a comment closes that none opened, a delimiter is left over, or its words
    /// stand beside each other as in prose. Then the piece is read from inside of what it may be in, and taken as what
    /// makes less nonsense.
    package func likelyStart(of text: String) -> LexerState {
        var text = text
        return text.withUTF8 { likelyStart(of: $0) { _ in } }
    }

    /// The same, for who wants the tokens as well: they are right where the start is that of a file.
    ///
    /// - Parameter take: is given every token of the piece read as code.
    func likelyStart(of bytes: UnsafeBufferPointer<UInt8>, take: (Token) -> Void) -> LexerState {
        var best = Reading(self, bytes, from: LexerState(), take: take)
        guard !traits.contains(.readsLikeProse) else { return best.start }
        let (isOpen, isProse) = (best.end.isOpen, best.isProse)
        for frame in insides(of: best) {
            var start = LexerState()
            start.push(frame)
            let other = Reading(self, bytes, from: start)
            // Of prose that ends as it began nothing but its words tells that it is some.
            if other.oddities < best.oddities, isProse || (!other.end.isOpen && (isOpen || best.closesComment)) {
                best = other
            }
        }
        return best.start
    }

    /// The likelier first.
    private func insides(of reading: Reading) -> [Frame] {
        let isComment = reading.closesComment || reading.hasStarredLines
        var frames: [Frame] = []
        if let open = reading.end.frames.first, open.kind == .string { frames.append(open) }
        if reading.isProse {
            frames += strings.indices
                .filter { strings[$0].isMultiline && strings[$0].prefixes == 0 && !strings[$0].isInTags }
                .map { Frame(.string, form: UInt8($0)) }
        }
        guard isComment || reading.isProse else { return frames }
        let blocks = comments.indices.filter { comments[$0].close != nil }
            .map { Frame(.comment, form: UInt8($0), depth: 1) }
        return isComment ? blocks + frames : frames + blocks
    }
}
