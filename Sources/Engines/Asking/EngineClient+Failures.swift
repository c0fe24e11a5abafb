extension EngineClient {
    func failure(_ status: Int, _ complaint: Complaint, _ head: HTTPHead?, isLoading: Bool) -> EngineFailure {
        let (host, words) = (engine.host, complaint.words)
        if isLoading { return .loading(host: host) }
        switch status {
        case 300..<400: return .redirected(host: host, to: String((head?.location ?? "nowhere").prefix(200)))
        case 401, 403: return .unauthorised(host: host, hasKey: hasKey, words: words)
        case 404 where words.contains("model") || complaint.kind == "model_not_found":
            return .noModel(host: host, words: words)
        case 404: return .noEngine(host: host, says: words)
        case 400, 413, 422:
            let isLong =
                complaint.contextTokens != nil || complaint.kind?.contains("context") == true
                || words.contains("context length")
            if isLong {
                return .promptTooLong(
                    host: host, prompt: complaint.promptTokens, context: complaint.contextTokens, words: words)
            }
            return .refused(host: host, status: status, words: words)
        case 429 where complaint.kind == "insufficient_quota":
            return .refused(host: host, status: status, words: words)
        case 429, 503, 529: return .busy(host: host, words: words, retryAfter: head?.retryAfter)
        default: return .refused(host: host, status: status, words: words)
        }
    }

    /// Of an answer of which nothing came.
    func failure(of answer: EngineAnswer, _ end: HTTPEnd) -> EngineFailure {
        switch (answer.end, end) {
        case (.failed(let words), _): return .failed(host: engine.host, words: words)
        case (.unreadable(let words), _): return .unreadable(host: engine.host, words: words)
        case (_, .cancelled), (.cancelled, _): return .cancelled
        case (_, .idle(let milliseconds)): return .http(.late(engine.address, milliseconds))
        case (_, .dropped(let words)): return .failed(host: engine.host, words: "the connection broke (\(words))")
        default: return .failed(host: engine.host, words: "its answer ends before it began")
        }
    }

    /// Why an answer of which something came is not complete.
    func shortfall(of answer: EngineAnswer, _ end: HTTPEnd) -> String? {
        switch (answer.end, end) {
        case (.complete, _): nil
        case (.cancelled, _): "It was cancelled: what had come is kept as partial."
        case (.failed(let words), _): "The engine failed within its answer: \(words)."
        case (.unreadable(let words), _): "The engine is not understood from there on: \(words)."
        case (.truncated, .idle(let milliseconds)):
            "Nothing came for \(milliseconds / 1000) s: what had come is kept as partial."
        case (.truncated, .dropped(let words)): "The connection broke (\(words)): what had come is kept as partial."
        case (.truncated, _): "The stream ended without its end mark: the answer is truncated."
        }
    }
}
