/// Reads one answer as it comes.
final class AnswerReading: HTTPReceiver {
    private let dialect: Dialect
    private let watch: EngineClient.Watch
    private var decoder: AnswerDecoder?
    private(set) var head: HTTPHead?
    /// The body of an answer that is an error.
    private(set) var refusal: [UInt8] = []
    /// When the first text or token came.
    private(set) var firstAt: Int64?
    private var shown = 0

    private static let refusalLimit = 64 << 10

    init(_ dialect: Dialect, _ watch: EngineClient.Watch) {
        self.dialect = dialect
        self.watch = watch
    }

    var isCancelled: Bool { watch.isCancelled() }

    func take(_ head: HTTPHead) {
        self.head = head
        guard 200..<300 ~= head.status else { return }
        decoder = AnswerDecoder(dialect, framing: Framing(contentType: head.contentType, dialect: dialect))
    }

    func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard decoder != nil else {
            refusal.append(contentsOf: bytes.prefix(Self.refusalLimit - refusal.count))
            return refusal.count < Self.refusalLimit
        }
        decoder?.take(bytes)
        tell()
        if case .unreadable = decoder?.answer.end { return false }
        return !watch.isCancelled()
    }

    func finish(_ end: HTTPEnd) -> EngineAnswer {
        guard var decoder else { return EngineAnswer() }
        var answer = decoder.finish(isWhole: end == .whole)
        self.decoder = decoder
        tell(answer)
        if answer.end == .truncated, end == .cancelled || (end == .stopped && watch.isCancelled()) {
            answer.end = .cancelled
        }
        return answer
    }

    private func tell(_ finished: EngineAnswer? = nil) {
        guard let answer = finished ?? decoder?.answer else { return }
        if firstAt == nil, !answer.text.isEmpty || !answer.thinking.isEmpty || answer.observedTokens > 0 {
            firstAt = EngineClient.now
        }
        let text = answer.text
        let from = text.utf8.index(text.utf8.startIndex, offsetBy: shown)
        shown = text.utf8.count
        watch.grew(Substring(text[from...]), answer)
    }
}

/// Takes a body whole.
final class BodyReading: HTTPReceiver {
    private(set) var status = 0
    private(set) var body: [UInt8] = []
    var isCancelled: Bool { false }

    private static let limit = 16 << 20

    func take(_ head: HTTPHead) { status = head.status }

    func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        body.append(contentsOf: bytes)
        return body.count <= Self.limit
    }
}
