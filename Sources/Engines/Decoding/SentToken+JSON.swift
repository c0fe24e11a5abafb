import Text

extension AnswerBuilder.SentToken {
    /// `{id?, token, bytes?, logprob, top_logprobs?: [{id?, token, logprob}]}`, the shape of OpenAI, llama.cpp and Ollama.
    init(_ entry: JSONValue) {
        id = entry["id"].tokenID
        logprob = entry["logprob"].logprob
        if entry["bytes"].kind == .array {
            bytes = entry["bytes"].elements.compactMap { $0.int.flatMap(UInt8.init(exactly:)) }
        }
        take(entry["token"].string)
        for other in entry["top_logprobs"].elements {
            guard let text = other["token"].string, let logprob = other["logprob"].logprob else { continue }
            alternatives.append(.init(text: text, logprob: logprob, id: other["id"].tokenID))
        }
    }

    /// The older shape of OpenAI and vLLM: arrays beside each other.
    static func parallel(_ logprobs: JSONValue) -> [Self] {
        var tokens: [Self] = []
        var values = logprobs["token_logprobs"].elements.makeIterator()
        var others = logprobs["top_logprobs"].elements.makeIterator()
        for text in logprobs["tokens"].elements {
            var token = Self()
            token.take(text.string)
            token.logprob = values.next()?.logprob
            if let others = others.next() {
                for (text, value) in others.members {
                    if let logprob = value.logprob { token.alternatives.append(.init(text: text, logprob: logprob)) }
                }
            }
            tokens.append(token)
        }
        return tokens
    }

    /// `"token_id:123"` of vLLM's `return_tokens_as_token_ids` is a number, not a text.
    private mutating func take(_ text: String?) {
        if let text, text.hasPrefix("token_id:"), let number = UInt32(text.dropFirst(9)) {
            id = number
        } else {
            self.text = text
        }
    }
}

extension JSONValue {
    var tokenID: UInt32? { int.flatMap(UInt32.init(exactly:)).flatMap { $0 < .max ? $0 : nil } }

    /// A count that somebody counted.
    var count40: Int? { int.flatMap { 0...(1 << 40) ~= $0 ? Int(clamping: $0) : nil } }

    /// Lowest floats and vLLM's -9999 stand for a probability of zero: they are no measurement.
    var logprob: Float? {
        guard let number = double, number > -9998, number <= 0.001 else { return nil }
        return Float(min(number, 0))
    }
}
