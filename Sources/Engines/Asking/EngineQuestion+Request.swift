import Text

/// A question in the words of one engine.
package struct EngineRequest: Equatable, Sendable {
    package var path: String
    package var dialect: Dialect
    package var body: [UInt8]
}

extension EngineQuestion {
    /// - Parameter templated: the prompt as the model's own template sets it; for the llama.cpp server's own endpoint.
    package func request(to engine: Engine, templated: String? = nil) -> EngineRequest {
        switch (engine.kind, engine.path) {
        case (.plain, let path):
            return EngineRequest(path: path ?? "/", dialect: .plain, body: body { $0.set("prompt", whole) })
        case (.ollama, "/api/generate"):
            return EngineRequest(path: "/api/generate", dialect: .ollama, body: ollama(isChat: false))
        case (.ollama, nil), (.ollama, "/api/chat"):
            return EngineRequest(path: "/api/chat", dialect: .ollama, body: ollama(isChat: true))
        case (.anthropic, _): return EngineRequest(path: "/v1/messages", dialect: .messages, body: messages)
        case (_, "/v1/completions"):
            return EngineRequest(path: "/v1/completions", dialect: .chat, body: compatible(engine, isChat: false))
        case (.llama, nil) where templated != nil, (.llama, "/completion"):
            return EngineRequest(path: "/completion", dialect: .llama, body: completion(templated ?? whole))
        default:
            return EngineRequest(path: "/v1/chat/completions", dialect: .chat, body: compatible(engine, isChat: true))
        }
    }

    /// For endpoints without a place for instructions.
    private var whole: String { system.map { $0 + "\n\n" + prompt } ?? prompt }

    private func body(_ write: (inout JSONObjectWriter) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.object(write)
        return json.bytes
    }

    private func writeMessages(to object: inout JSONObjectWriter, withSystem: Bool = true) {
        object.array("messages") { messages in
            if let system, withSystem {
                messages.object {
                    $0.set("role", "system"); $0.set("content", system)
                }
            }
            messages.object {
                $0.set("role", "user"); $0.set("content", prompt)
            }
        }
    }

    private func ollama(isChat: Bool) -> [UInt8] {
        body { object in
            if let model { object.set("model", model) }
            if isChat {
                writeMessages(to: &object)
            } else {
                object.set("prompt", prompt)
                if let system { object.set("system", system) }
            }
            object.set("stream", true)
            if wantsLogprobs {
                object.set("logprobs", true)
                object.set("top_logprobs", min(alternatives, 20))
            }
            object.object("options") { options in
                if let seed { options.set("seed", Int64(seed)) }
                if let temperature { options.set("temperature", temperature) }
                if let maxTokens { options.set("num_predict", maxTokens) }
            }
        }
    }

    private func completion(_ prompt: String) -> [UInt8] {
        body { object in
            object.set("prompt", prompt)
            object.set("stream", true)
            object.set("return_tokens", true)
            if wantsLogprobs { object.set("n_probs", max(1, alternatives)) }
            if let maxTokens { object.set("n_predict", maxTokens) }
            if let seed { object.set("seed", Int64(seed)) }
            if let temperature { object.set("temperature", temperature) }
        }
    }

    private func compatible(_ engine: Engine, isChat: Bool) -> [UInt8] {
        body { object in
            if let model { object.set("model", model) }
            if isChat { writeMessages(to: &object) } else { object.set("prompt", whole) }
            object.set("stream", true)
            object.object("stream_options") { $0.set("include_usage", true) }
            if wantsLogprobs, isChat {
                object.set("logprobs", true)
                object.set("top_logprobs", min(alternatives, 20))
            } else if wantsLogprobs {
                // The older endpoint takes a number, 5 at the most.
                object.set("logprobs", min(alternatives, 5))
            }
            if engine.kind == .vllm { object.set("return_token_ids", true) }
            if let maxTokens { object.set("max_tokens", maxTokens) }
            if let seed { object.set("seed", Int64(seed)) }
            if let temperature { object.set("temperature", temperature) }
        }
    }

    private var messages: [UInt8] {
        body { object in
            if let model { object.set("model", model) }
            // It must be said.
            object.set("max_tokens", maxTokens ?? 8192)
            if let system { object.set("system", system) }
            writeMessages(to: &object, withSystem: false)
            if let temperature { object.set("temperature", temperature) }
            object.set("stream", true)
        }
    }
}
