extension LexerState {
    /// What a line end does beside ending the line.
    ///
    /// A replacement field of a single-line string may go over it (PEP 701), but a string whose field was only forgotten
    /// must not take the rest of the text along. So a field goes on where its code cannot be finished: right after its
    /// opening, after an operator, inside of brackets; and one that has gone on, goes on.
    mutating func endLine() {
        isLineStart = true
        guard !frames.isEmpty else { return }
        for (index, frame) in frames.enumerated() where frame.isOnSingleLine && index + 1 < frames.count {
            let hole = frames[index + 1]
            guard hole.kind == .hole, index + 2 >= frames.count || frames[index + 2].kind != .specification,
                hole.isSettled || hole.depth > 0 || hole.others > 0 || expected != .operator
            else {
                frames.removeSubrange(index...)
                expected = .operator
                return
            }
            frames[index + 1].isSettled = true
        }
    }
}
