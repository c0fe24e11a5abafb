import Synchronization
import Text

/// Puts questions and answers of one connection together, which come in the same order.
final class ExchangeWatching: Sendable {
    private let told: @Sendable (Exchange) -> Void
    private let lost: @Sendable () -> Void
    private let state: Mutex<State>

    struct State {
        let limit: Int
        var requests = HTTPMessages(isResponse: false)
        var responses = HTTPMessages(isResponse: true)
        var waiting: [Exchange?] = []
        var heads: [Bool] = []
        var asked: HTTPMessages.Head?
        var askedBody: [UInt8] = []
        var askedAt: Int64 = 0
        var current: Exchange?
        var isAnswering = false
        var isLost = false

        /// Whether one of the ends just began to speak what is not understood.
        mutating func hasGotLost() -> Bool {
            if isLost { return false }
            isLost = requests.isLost || responses.isLost
            return isLost
        }

        init(limit: Int) { self.limit = limit }
    }

    /// - Parameters:
    ///   - limit: what is kept of one body; more is passed through, and told as cut.
    ///   - lost: called once where what passes is not understood from there on.
    init(
        limit: Int = Exchange.bodyLimit, lost: @escaping @Sendable () -> Void = {},
        _ told: @escaping @Sendable (Exchange) -> Void
    ) {
        self.told = told
        self.lost = lost
        state = Mutex(State(limit: limit))
    }

    /// Something was asked, and is not yet answered.
    var isBusy: Bool { state.withLock { $0.asked != nil || !$0.heads.isEmpty || $0.isAnswering } }

    func request(_ bytes: UnsafeRawBufferPointer) {
        let isLost = state.withLock { state in
            var parts: [HTTPMessages.Part] = []
            state.requests.take(bytes) { parts.append($0) }
            for part in parts { state.takeRequest(part) }
            return state.hasGotLost()
        }
        if isLost { lost() }
    }

    func response(_ bytes: UnsafeRawBufferPointer) {
        let (done, isLost) = state.withLock { state in
            var parts: [HTTPMessages.Part] = []
            state.responses.isBodiless = state.heads.first ?? false
            state.responses.take(bytes) { parts.append($0) }
            return (parts.compactMap { state.takeResponse($0) }, state.hasGotLost())
        }
        if isLost { lost() }
        for exchange in done { told(exchange) }
    }

    func responseEnded(isCancelled: Bool) {
        let done = state.withLock { state in
            var parts: [HTTPMessages.Part] = []
            if !isCancelled { state.responses.close { parts.append($0) } }
            var done = parts.compactMap { state.takeResponse($0) }
            if state.isAnswering, var cut = state.current, cut.isAnswer {
                cut.isWhole = false
                cut.isCancelled = isCancelled
                cut.endedAt = Timestamp.now.milliseconds
                done.append(cut)
            }
            state.isAnswering = false
            return done
        }
        for exchange in done { told(exchange) }
    }
}

extension ExchangeWatching.State {
    mutating func takeRequest(_ part: HTTPMessages.Part) {
        switch part {
        case .head(let head):
            asked = head
            askedBody = []
            askedAt = Timestamp.now.milliseconds
        case .body(let bytes):
            // One byte more tells that it is too long.
            askedBody += bytes.prefix(limit + 1 - askedBody.count)
        case .end:
            heads.append(asked?.method == "HEAD")
            waiting.append(asked.flatMap { exchange($0) })
            asked = nil
            askedBody = []
        }
    }

    /// `nil` for what is no question to a model, or is recorded by who asks it.
    private func exchange(_ head: HTTPMessages.Head) -> Exchange? {
        guard head.method == "POST", head[EngineClient.recordedField] == nil, let dialect = Dialect(path: head.target)
        else { return nil }
        let isCut = askedBody.count > limit
        var exchange = Exchange(
            dialect: dialect, path: String(head.target.prefix { $0 != "?" }), client: head["user-agent"],
            request: isCut ? [] : askedBody, status: 0, contentType: nil, encoding: nil, body: [], isWhole: false,
            isCancelled: false, startedAt: askedAt, firstByteAt: nil, endedAt: askedAt)
        exchange.isQuestionCut = isCut
        return exchange
    }

    mutating func takeResponse(_ part: HTTPMessages.Part) -> Exchange? {
        switch part {
        case .head(let head):
            if !heads.isEmpty { heads.removeFirst() }
            // An answer may come before its question is all there.
            current = waiting.isEmpty ? nil : waiting.removeFirst()
            current?.status = head.status
            current?.contentType = head["content-type"]
            current?.encoding = head["content-encoding"].flatMap { $0 == "identity" ? nil : $0.lowercased() }
            isAnswering = true
            return nil
        case .body(let bytes):
            guard current != nil else { return nil }
            if current?.firstByteAt == nil { current?.firstByteAt = Timestamp.now.milliseconds }
            let room = limit - (current?.body.count ?? 0)
            current?.body += bytes.prefix(room)
            if bytes.count > room { current?.isAnswerCut = true }
            return nil
        case .end:
            isAnswering = false
            defer { current = nil }
            guard var exchange = current, exchange.isAnswer else { return nil }
            exchange.isWhole = !exchange.isAnswerCut
            exchange.endedAt = Timestamp.now.milliseconds
            return exchange
        }
    }
}

extension Exchange {
    /// What says that something is wrong is none.
    fileprivate var isAnswer: Bool { 200..<300 ~= status }
}
