/// A question that passed by, and its answer.
package struct Exchange: Sendable {
    package var dialect: Dialect
    package var path: String
    /// What the client calls itself.
    package var client: String?
    package var request: [UInt8]
    package var status: Int
    package var contentType: String?
    /// How the body is packed: `gzip`; `nil` where it is not.
    package var encoding: String?
    package var body: [UInt8]
    /// The answer came to its end.
    package var isWhole: Bool
    /// The client went away before that.
    package var isCancelled: Bool
    /// Unix milliseconds.
    package var startedAt: Int64
    package var firstByteAt: Int64?
    package var endedAt: Int64
    /// It is longer than what is kept of one: the question is missing.
    package var isQuestionCut = false
    /// Likewise: the answer is there as far as that.
    package var isAnswerCut = false

    /// What is kept of one body, in bytes; more passes through all the same.
    package static let bodyLimit = 32 << 20

    /// Bytes that it holds.
    package var size: Int { request.count + body.count }

    package var answer: EngineAnswer { answer(0) }

    /// - Parameter choice: which of several that came at once.
    package func answer(_ choice: Int) -> EngineAnswer {
        let framing = Framing(contentType: contentType, dialect: dialect)
        // What is kept of a body bounds the text.
        var decoder = AnswerDecoder(dialect, framing: framing, choice: choice, textLimit: Self.bodyLimit)
        decoder.take(body)
        var answer = decoder.finish(isWhole: isWhole)
        if answer.end == .truncated, isCancelled { answer.end = .cancelled }
        return answer
    }
}
