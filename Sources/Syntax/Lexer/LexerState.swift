/// All that a lexer knows at the start of a line: a viewer keeps one a screenful and begins there.
package struct LexerState: Hashable, Sendable {
    /// What the lexer stands in, outermost first.
    var frames: [Frame] = []
    var expected = Expected.statement
    /// No code yet on this line.
    var isLineStart = true
    /// The text ended right behind a backslash that joins the next line to this one.
    var isJoined = false
    /// What begins with the next line, in this order (`cat <<A <<B`).
    private(set) var pending: [Frame] = []
    /// Open brackets, the innermost lowest: 1 where a statement follows the closing one. What lies deeper than 64 reads
    /// as 0.
    private var brackets: UInt64 = 0
    private var bracketCount: UInt32 = 0

    /// Beyond so many constructs inside each other, more of them are read as plain text: a state stays small, whatever
    /// the text.
    static let deepest = 64

    /// The start of a file.
    package init() {}

    /// Whether the text so far ends inside a string, a comment or an element.
    package var isOpen: Bool { frames.contains { $0.kind != .outside } }

    mutating func push(_ frame: Frame) {
        if frames.count < Self.deepest { frames.append(frame) }
    }

    /// A frame that begins with the next line.
    mutating func postpone(_ frame: Frame) {
        if pending.count < Self.deepest { pending.append(frame) }
    }

    mutating func openPending() {
        for frame in pending.reversed() { push(frame) }
        pending = []
    }

    mutating func pop() { _ = frames.popLast() }

    /// Whether so many constructs more may be opened.
    func hasRoom(for count: Int) -> Bool { frames.count + count <= Self.deepest }

    mutating func openBracket(beforeStatement: Bool) {
        brackets = brackets << 1 | (beforeStatement ? 1 : 0)
        bracketCount &+= 1
    }

    var isInBracket: Bool { bracketCount > 0 }

    /// Whether the innermost bracket, if any, holds statements.
    var isInBlock: Bool { bracketCount == 0 || brackets & 1 == 1 }

    /// Whether a statement follows the bracket that closes here; nil where its opening was not seen.
    mutating func closeBracket() -> Bool? {
        guard bracketCount > 0 else { return nil }
        defer {
            brackets >>= 1
            bracketCount -= 1
        }
        return brackets & 1 == 1
    }
}
