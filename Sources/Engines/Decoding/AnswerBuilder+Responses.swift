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
        case "response.output_item.added": beginCall(event["item"], event["output_index"].int ?? 0)
        case "response.output_item.done": completeItem(event["item"], event["output_index"].int ?? 0)
        case "response.function_call_arguments.delta", "response.custom_tool_call_input.delta":
            addToCall(event["output_index"].int ?? 0, event["delta"].string ?? "")
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

    /// `{type: function_call, call_id, name, arguments}`, `{type: custom_tool_call, call_id, name, input}`; those that the
    /// maker runs have no name but their type, and what they do in `action`.
    private mutating func beginCall(_ item: JSONValue, _ key: Int64?) {
        guard let type = item["type"].string, type.hasSuffix("_call") else { return }
        beginCall(
            key, id: item["call_id"].string ?? item["id"].string, name: item["name"].string ?? type,
            Self.arguments(of: item))
    }

    private static func arguments(of item: JSONValue) -> String {
        for name in ["arguments", "input", "action"] as [StaticString] where item[name].exists {
            return item[name].written
        }
        return ""
    }

    private mutating func completeItem(_ item: JSONValue, _ key: Int64) {
        noteFirst(item)
        if hasCall(key) { completeCall(key, Self.arguments(of: item)) } else { beginCall(item, key) }
    }

    private mutating func noteFirst(_ item: JSONValue) {
        guard answer.firstItem == nil else { return }
        let thought = item["encrypted_content"].string
        answer.firstItem = thought ?? item["call_id"].string ?? item["id"].string ?? ""
    }

    private mutating func readItem(_ item: JSONValue) {
        noteFirst(item)
        beginCall(item, nil)
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
