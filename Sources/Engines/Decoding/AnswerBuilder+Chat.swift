import Text

extension AnswerBuilder {
    /// A chunk of `/v1/chat/completions` or `/v1/completions`, or their whole answer.
    mutating func readChat(_ chunk: JSONValue) {
        guard chunk["choices"].kind == .array || chunk["usage"].exists else {
            return fail("it sends a record without 'choices'")
        }
        answer.model = chunk["model"].string ?? answer.model
        answer.makerID = chunk["id"].string ?? answer.makerID
        for choice in chunk["choices"].elements {
            let index = choice["index"].int ?? 0
            if index == self.choice { readChoice(choice) }
            if 0..<Self.mostChoices ~= index { answer.choices = max(answer.choices, Int(index) + 1) }
        }
        readUsage(chunk["usage"], timings: chunk["timings"])
        if isWhole { end() }
    }

    /// "Maximum: 128" (OpenAI, `n`).
    private static let mostChoices: Int64 = 128

    private mutating func readChoice(_ choice: JSONValue) {
        let delta = choice["delta"].exists ? choice["delta"] : choice["message"]
        let text = delta["content"].string ?? choice["text"].string ?? ""
        let thinking = delta["reasoning_content"].string ?? delta["reasoning"].string ?? ""
        let tokens = Self.tokens(of: choice)
        if text.isEmpty, !thinking.isEmpty {
            addThinking(thinking, tokens: tokens.count)
        } else {
            addThinking(thinking, tokens: 0)
            add(text, tokens)
        }
        for (place, call) in delta["tool_calls"].elements.enumerated() { readCall(call, at: place) }
        if delta["function_call"].kind == .object { readOldCall(delta["function_call"]) }
        answer.finishReason = choice["finish_reason"].string ?? answer.finishReason
    }

    /// `{name, arguments}`, before there were several.
    private mutating func readOldCall(_ call: JSONValue) {
        if hasCall(-1) {
            addToCall(-1, call["arguments"].written)
        } else {
            beginCall(-1, id: nil, name: call["name"].string ?? "", call["arguments"].written)
        }
    }

    /// vLLM's `token_ids` stand beside the entries: one each, or the ids alone.
    private static func tokens(of choice: JSONValue) -> [SentToken] {
        let logprobs = choice["logprobs"]
        var told = logprobs["content"].elements.map(SentToken.init)
        if told.isEmpty { told = SentToken.parallel(logprobs) }
        let ids = choice["token_ids"].elements.compactMap(\.tokenID)
        if ids.isEmpty { return told }
        guard ids.count == told.count else { return ids.map { SentToken(id: $0) } }
        for index in told.indices { told[index].id = ids[index] }
        return told
    }

    /// Some servers send zeros with every chunk and the true counts with the last.
    private mutating func readUsage(_ usage: JSONValue, timings: JSONValue) {
        let cached = usage["prompt_tokens_details"]["cached_tokens"].count40 ?? timings["cache_n"].count40
        if let cached { answer.cachedPromptTokens = max(cached, answer.cachedPromptTokens ?? 0) }
        if let prompt = usage["prompt_tokens"].count40, prompt > 0 {
            answer.promptTokens = max(0, prompt - (answer.cachedPromptTokens ?? 0))
        } else if let prompt = timings["prompt_n"].count40, answer.promptTokens == nil {
            answer.promptTokens = prompt
        }
        if let output = usage["completion_tokens"].count40, output > 0 {
            answer.reportedTokens = output
        } else if let output = timings["predicted_n"].count40, answer.reportedTokens == nil {
            answer.reportedTokens = output
        }
        answer.reasoningTokens =
            usage["completion_tokens_details"]["reasoning_tokens"].count40 ?? answer.reasoningTokens
        answer.timings.prompt = timings["prompt_ms"].double ?? answer.timings.prompt
        answer.timings.generation = timings["predicted_ms"].double ?? answer.timings.generation
    }
}
