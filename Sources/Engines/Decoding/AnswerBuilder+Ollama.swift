import Text

extension AnswerBuilder {
    /// A line of `/api/generate` (`response`) or `/api/chat` (`message`); the last one has `done`, and so has the one of an
    /// answer that is no stream.
    mutating func readOllama(_ line: JSONValue) {
        let message = line["message"]
        guard line["done"].exists || line["response"].exists || message.exists else {
            return fail("it sends a record without 'response', 'message' and 'done'")
        }
        let text = line["response"].string ?? message["content"].string ?? ""
        let thinking = line["thinking"].string ?? message["thinking"].string ?? ""
        let tokens = line["logprobs"].elements.map(SentToken.init)
        if text.isEmpty, !thinking.isEmpty {
            addThinking(thinking, tokens: tokens.count)
        } else {
            addThinking(thinking, tokens: 0)
            add(text, tokens)
        }
        // Each is told whole.
        for call in message["tool_calls"].elements {
            let told = call["function"]
            beginCall(nil, id: call["id"].string, name: told["name"].string ?? "", told["arguments"].written)
        }
        answer.model = line["model"].string ?? answer.model
        answer.remoteHost = line["remote_host"].string ?? answer.remoteHost
        // Without streaming, an answer that was broken off says so: `"done": false`.
        guard line["done"].bool == true else { return }
        answer.finishReason = line["done_reason"].string
        // "Zero values are omitted."
        answer.reportedTokens = line["eval_count"].count40
        answer.promptTokens = line["prompt_eval_count"].count40
        answer.timings.load = line["load_duration"].double.map { $0 / 1_000_000 }
        answer.timings.prompt = line["prompt_eval_duration"].double.map { $0 / 1_000_000 }
        answer.timings.generation = line["eval_duration"].double.map { $0 / 1_000_000 }
        end()
    }
}
