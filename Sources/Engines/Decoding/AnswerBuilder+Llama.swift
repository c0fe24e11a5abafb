import Text

extension AnswerBuilder {
    /// An event of `/completion` or `/infill`, or their whole answer: `{content, tokens: [id], completion_probabilities, stop}`.
    mutating func readLlama(_ event: JSONValue) {
        // How far the prompt is read looks like a token: `content` "", `tokens` [0].
        if event["prompt_progress"].exists { return }
        guard event["content"].exists || event["stop"].exists else {
            return fail("it sends a record without 'content' and 'stop'")
        }
        let text = event["content"].string ?? ""
        let ids = event["tokens"].elements.compactMap(\.tokenID)
        let told = event["completion_probabilities"].elements.map(SentToken.init)
        if ids.count > told.count {
            addAligned(text, ids: ids, told: told)
        } else {
            add(text, told)
        }
        answer.reportedTokens = event["tokens_predicted"].count40 ?? answer.reportedTokens
        guard event["stop"].bool == true else { return }
        finishLlama(event)
        end()
    }

    private mutating func finishLlama(_ event: JSONValue) {
        let timings = event["timings"]
        let settings = event["generation_settings"]
        answer.model = event["model"].string
        answer.finishReason = event["stop_type"].string
        answer.isPromptCut = event["truncated"].bool == true
        if let evaluated = event["tokens_evaluated"].count40 {
            let cached = timings["cache_n"].count40
            answer.promptTokens = max(0, evaluated - (cached ?? 0))
            answer.cachedPromptTokens = cached
        }
        answer.seed = settings["seed"].int.flatMap(UInt64.init(exactly:))
        if settings.sourceLength > 2, settings.sourceLength <= 64 << 10 { answer.settings = settings.source }
        answer.timings.prompt = timings["prompt_ms"].double
        answer.timings.generation = timings["predicted_ms"].double
    }

    /// All ids are told, and some of them have no entry of their own: those whose text was held back stand before the one
    /// with which it came, those at the end have none.
    private mutating func addAligned(_ text: String, ids: [UInt32], told: [SentToken]) {
        var tokens: [SentToken] = []
        var rest = ids[...]
        var bytes = text.utf8[...]
        for entry in told {
            guard let place = rest.firstIndex(where: { $0 == entry.id }), let part = entry.text,
                bytes.starts(with: part.utf8)
            else {
                // They do not fit each other: all of them share the text.
                return add(text, ids.map { SentToken(id: $0) })
            }
            tokens += rest[..<place].map { SentToken(text: "", id: $0) } + [entry]
            rest = rest[(place + 1)...]
            bytes = bytes.dropFirst(part.utf8.count)
        }
        tokens += rest.map { SentToken(text: "", id: $0) }
        let left = String(Substring(bytes))
        if !left.isEmpty {
            // Generation stopped within a character: what it came to has no entry.
            if rest.isEmpty {
                add(String(text.utf8.dropLast(left.utf8.count)) ?? "", tokens)
                return add(left, [])
            }
            tokens[tokens.count - 1].text = left
        }
        add(text, tokens)
    }
}
