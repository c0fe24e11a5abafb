import Text

extension AnswerBuilder {
    /// An event of `/v1/messages`, or its whole answer. Unknown ones are passed over, as its makers ask.
    mutating func readMessages(_ event: JSONValue) {
        switch event["type"].string {
        case "message":
            take(event)
            for block in event["content"].elements {
                switch block["type"].string {
                case "text": add(block["text"].string ?? "", [])
                case "thinking": addThinking(block["thinking"].string ?? "", tokens: 0)
                default: beginCall(block, nil)
                }
            }
            answer.finishReason = event["stop_reason"].string
            end()
        case "message_start": take(event["message"])
        case "content_block_start":
            beginCall(event["content_block"], event["index"].int ?? 0)
        case "content_block_delta":
            let delta = event["delta"]
            if let text = delta["text"].string, delta["type"].equals("text_delta") { add(text, []) }
            if let text = delta["thinking"].string { addThinking(text, tokens: 0) }
            if let piece = delta["partial_json"].string { addToCall(event["index"].int ?? 0, piece) }
        case "message_delta":
            answer.finishReason = event["delta"]["stop_reason"].string ?? answer.finishReason
            readUsage(event["usage"])
        case "message_stop": end()
        case nil: fail("it sends an event without 'type'")
        default: break
        }
    }

    /// `{type: tool_use, id, name, input}`; in a stream the input is empty at first. Tools that run at the maker's have types
    /// such as `server_tool_use`.
    private mutating func beginCall(_ block: JSONValue, _ key: Int64?) {
        guard block["type"].string?.hasSuffix("tool_use") == true else { return }
        let input = block["input"]
        let isEmpty = key != nil && input.count == 0
        beginCall(key, id: block["id"].string, name: block["name"].string ?? "", isEmpty ? "" : input.written)
    }

    private mutating func take(_ message: JSONValue) {
        answer.model = message["model"].string
        answer.makerID = message["id"].string
        readUsage(message["usage"])
    }

    /// "The token counts shown in the usage field of the message_delta event are cumulative": the last ones count.
    private mutating func readUsage(_ usage: JSONValue) {
        answer.promptTokens = usage["input_tokens"].count40 ?? answer.promptTokens
        answer.cachedPromptTokens = usage["cache_read_input_tokens"].count40 ?? answer.cachedPromptTokens
        answer.reportedTokens = usage["output_tokens"].count40 ?? answer.reportedTokens
    }
}
