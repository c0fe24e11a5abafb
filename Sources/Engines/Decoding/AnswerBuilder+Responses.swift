import Text

extension AnswerBuilder {
    /// An event of `/v1/responses`, or its whole answer. Unknown ones are passed over: there are many.
    mutating func readResponses(_ event: JSONValue) {
        if event["object"].equals("response") {
            for item in event["output"].elements { readItem(item) }
            return finishResponse(event, event["timings"])
        }
        switch event["type"].string {
        case "response.created", "response.in_progress": answer.makerID = event["response"]["id"].string
        case "response.output_item.added":
            if Self.isCall(event["item"]) { answer.hasToolCalls = true }
        case "response.output_text.delta":
            add(event["delta"].string ?? "", event["logprobs"].elements.map(SentToken.init))
        case "response.reasoning_text.delta", "response.reasoning_summary_text.delta":
            addThinking(event["delta"].string ?? "", tokens: 0)
        case "response.completed", "response.incomplete", "response.failed":
            finishResponse(event["response"], event["timings"])
        case "error": fail(saying: event["message"].string ?? "an error without words")
        case nil: fail("it sends an event without 'type'")
        default: break
        }
    }

    private static func isCall(_ item: JSONValue) -> Bool { item["type"].string?.hasSuffix("_call") == true }

    private mutating func readItem(_ item: JSONValue) {
        if Self.isCall(item) { answer.hasToolCalls = true }
        for part in item["summary"].elements { addThinking(part["text"].string ?? "", tokens: 0) }
        for part in item["content"].elements {
            switch part["type"].string {
            case "output_text": add(part["text"].string ?? "", part["logprobs"].elements.map(SentToken.init))
            case "reasoning_text": addThinking(part["text"].string ?? "", tokens: 0)
            default: break
            }
        }
    }

    private mutating func finishResponse(_ response: JSONValue, _ timings: JSONValue) {
        answer.makerID = response["id"].string ?? answer.makerID
        answer.model = response["model"].string
        answer.finishReason = response["incomplete_details"]["reason"].string ?? response["status"].string
        let usage = response["usage"]
        answer.cachedPromptTokens = usage["input_tokens_details"]["cached_tokens"].count40
        answer.promptTokens = usage["input_tokens"].count40.map { max(0, $0 - (answer.cachedPromptTokens ?? 0)) }
        answer.reportedTokens = usage["output_tokens"].count40
        answer.reasoningTokens = usage["output_tokens_details"]["reasoning_tokens"].count40
        answer.timings.prompt = timings["prompt_ms"].double
        answer.timings.generation = timings["predicted_ms"].double
        if let complaint = Complaint(response) { return fail(saying: complaint.words) }
        end()
    }
}
