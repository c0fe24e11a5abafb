import Syntax

/// The words of a line, by which most edits are known not to have written it before they are read as code.
struct LineWords {
    private let tokens: Int
    private let words: [UInt64]

    /// - Parameters:
    ///   - tokens: the line's.
    ///   - bytes: of the text that the code was read from.
    init(_ tokens: Range<Int>, of code: CodeStream, in bytes: UnsafeBufferPointer<UInt8>) {
        self.tokens = tokens.count
        words = tokens.compactMap { WordSet.hash(of: bytes[Int(code.starts[$0])..<Int(code.ends[$0])]) }
    }

    /// False where more than half of the line's tokens are words that a text has not got: see `ContentSearch.keep`.
    func mayStand(in text: WordSet) -> Bool {
        let missing = words.count { !text.contains($0) }
        return tokens > 0 && (tokens - missing) * 2 >= tokens
    }
}
