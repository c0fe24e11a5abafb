extension LexerState {
    /// What a line end does beside ending the line.
    mutating func endLine(_ traits: Traits) {
        guard !isJoined else {
            isJoined = false
            isLineStart = false
            return
        }
        isLineStart = true
        if !frames.isEmpty { leaveSingleLines() }
        if traits.contains(.linesEndStatements) { endStatement(traits) }
        if !pending.isEmpty { openPending() }
    }

    /// A replacement field of a single-line string may go over it (PEP 701), but a string whose field was only forgotten
    /// must not take the rest of the text along. So a field goes on where its code cannot be finished: right after its
    /// opening, after an operator, inside of brackets; and one that has gone on, goes on.
    private mutating func leaveSingleLines() {
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

    private mutating func endStatement(_ traits: Traits) {
        if traits.contains(.indentation) {
            expected = .statement
        } else if traits.contains(.commands) {
            expected = isInBlock ? .statement : .operand
        } else if expected == .operator {
            expected = .statement
        }
    }
}
