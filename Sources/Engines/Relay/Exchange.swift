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

    package var answer: EngineAnswer {
        var decoder = AnswerDecoder(dialect, framing: Framing(contentType: contentType, dialect: dialect))
        decoder.take(body)
        var answer = decoder.finish(isWhole: isWhole)
        if answer.end == .truncated, isCancelled { answer.end = .cancelled }
        return answer
    }
}
