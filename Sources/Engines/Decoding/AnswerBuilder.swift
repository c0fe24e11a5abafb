/// Puts an answer together from the records of its stream.
struct AnswerBuilder {
    private(set) var isOver = false
    /// The one record is the whole answer, so it needs no mark of its end.
    var isWhole = false
    /// Which of several answers at once it is.
    var choice: Int64 = 0
    var answer = EngineAnswer()
    /// Where the calls stand that are told by a number.
    var callPlaces: [Int64: Int] = [:]
    var callBytes = 0

    /// A token as a record tells it.
    struct SentToken {
        /// The text that the engine says came with it.
        var text: String?
        var bytes: [UInt8]?
        var id: UInt32?
        var logprob: Float?
        var alternatives: [AnswerPiece.Alternative] = []

        func piece(length: Int) -> AnswerPiece {
            AnswerPiece(length: length, id: id, logprob: logprob, alternatives: alternatives)
        }
    }

    /// Text, and the tokens that were told with it.
    mutating func add(_ text: String, _ tokens: [SentToken]) {
        answer.text += text
        let length = text.utf8.count
        guard let last = tokens.last else {
            if length > 0 { answer.pieces.append(AnswerPiece(length: length, isToken: false)) }
            return
        }
        if let lengths = Self.lengths(of: tokens, in: text) {
            answer.pieces += zip(tokens, lengths).map { $0.piece(length: $1) }
        } else {
            // Held back until now, or not told apart: all of them share the text.
            answer.pieces += tokens.dropLast().map { $0.piece(length: 0) } + [last.piece(length: length)]
        }
    }

    /// Tokens of what the model thinks are counted, for their text is no part of the answer's.
    mutating func addThinking(_ text: String, tokens: Int) {
        answer.thinking += text
        answer.thinkingTokens += tokens
    }

    mutating func end() {
        isOver = true
        answer.end = .complete
    }

    mutating func fail(saying words: String) {
        isOver = true
        answer.end = .failed(words)
    }

    /// - Parameter reason: goes on after "the engine is not understood: ".
    mutating func fail(_ reason: String) {
        isOver = true
        answer.end = .unreadable(reason)
    }

    func finished() -> EngineAnswer {
        var answer = answer
        // Pieces of text alone tell nothing of tokens.
        if !answer.pieces.contains(where: \.isToken) { answer.pieces = [] }
        return answer
    }

    /// Where the tokens' own texts are the text, each has its bytes.
    private static func lengths(of tokens: [SentToken], in text: String) -> [Int]? {
        for told in [tokens.map { $0.text.map { Array($0.utf8) } }, tokens.map(\.bytes)] {
            let bytes = told.compactMap(\.self)
            if bytes.count == tokens.count, bytes.joined().elementsEqual(text.utf8) { return bytes.map(\.count) }
        }
        return nil
    }
}

extension AnswerBuilder {
    /// Takes the characters that are whole.
    mutating func addRaw(_ bytes: inout [UInt8]) {
        var whole = bytes.count
        // A character has at most four bytes; what may be the beginning of one waits.
        for back in 1...3 where back <= bytes.count {
            let byte = bytes[bytes.count - back]
            if byte & 0xC0 == 0x80 { continue }
            let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            if needed > back { whole = bytes.count - back }
            break
        }
        answer.text += String(decoding: bytes[..<whole], as: UTF8.self)
        bytes.removeFirst(whole)
    }

    mutating func endRaw(_ rest: [UInt8]) {
        answer.text += String(decoding: rest, as: UTF8.self)
        end()
    }
}
