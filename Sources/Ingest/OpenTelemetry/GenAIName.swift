/// What the GenAI conventions name, and every name that it had or is to have.
///
/// "gen_ai.system" became "gen_ai.provider.name"; instrumentations that stay at 1.36 or older go on with the old names.
enum GenAIName: CaseIterable {
    case operation, provider, conversation, requestModel, responseModel, responseID, finishReasons
    case inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens, reasoningTokens, totalTokens
    case inputMessages, outputMessages, systemInstructions
    case agent, tool, toolCall, toolArguments, toolResult

    var names: [String] {
        switch self {
        case .operation: ["gen_ai.operation.name"]
        case .provider: ["gen_ai.provider.name", "gen_ai.system"]
        case .conversation: ["gen_ai.conversation.id"]
        case .requestModel: ["gen_ai.request.model"]
        case .responseModel: ["gen_ai.response.model"]
        case .responseID: ["gen_ai.response.id"]
        case .finishReasons: ["gen_ai.response.finish_reasons", "gen_ai.response.finish_reason"]
        case .inputTokens:
            ["gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens", "llm.usage.prompt_tokens"]
        case .outputTokens:
            ["gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens", "llm.usage.completion_tokens"]
        case .cacheReadTokens:
            [
                "gen_ai.usage.cache_read.input_tokens", "gen_ai.usage.cache_read_input_tokens",
                "gen_ai.usage.input_tokens.cached",
            ]
        case .cacheWriteTokens:
            [
                "gen_ai.usage.cache_creation.input_tokens", "gen_ai.usage.cache_write.input_tokens",
                "gen_ai.usage.cache_creation_input_tokens",
            ]
        case .reasoningTokens:
            ["gen_ai.usage.reasoning.output_tokens", "gen_ai.usage.reasoning_tokens"]
        case .totalTokens: ["gen_ai.usage.total_tokens", "llm.usage.total_tokens"]
        case .inputMessages: ["gen_ai.input.messages", "gen_ai.prompt"]
        case .outputMessages: ["gen_ai.output.messages", "gen_ai.completion"]
        case .systemInstructions: ["gen_ai.system_instructions"]
        case .agent: ["gen_ai.agent.name"]
        case .tool: ["gen_ai.tool.name"]
        case .toolCall: ["gen_ai.tool.call.id"]
        case .toolArguments: ["gen_ai.tool.call.arguments"]
        case .toolResult: ["gen_ai.tool.call.result"]
        }
    }
}
