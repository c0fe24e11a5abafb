/// Models as traces name them: `anthropic/claude-opus-4-5`.
enum ModelName {
    /// A name that has a provider, or whose provider is not known, stays as it is; at most 250 characters.
    static func withProvider(_ model: String) -> String {
        let plain = model.lowercased()
        let provider = model.contains("/") ? nil : providers.first { plain.hasPrefix($0.beginning) }?.provider
        return String((provider.map { "\($0)/\(model)" } ?? model).prefix(250))
    }

    private static let providers: [(beginning: String, provider: String)] = [
        ("claude", "anthropic"), ("gpt", "openai"), ("o1", "openai"), ("o3", "openai"), ("o4", "openai"),
        ("codex", "openai"), ("chatgpt", "openai"), ("gemini", "google"), ("gemma", "google"), ("grok", "xai"),
        ("deepseek", "deepseek"), ("mistral", "mistral"), ("codestral", "mistral"), ("devstral", "mistral"),
        ("qwen", "alibaba"), ("kimi", "moonshotai"), ("glm", "zhipuai"), ("llama", "llama"), ("composer", "cursor"),
    ]
}
