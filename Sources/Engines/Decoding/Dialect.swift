/// The language in which an engine tells its answer.
package enum Dialect: String, CaseIterable, Sendable {
    /// Ollama's own: `/api/generate`, `/api/chat`.
    case ollama
    /// The llama.cpp server's own: `/completion`, `/infill`.
    case llama
    /// That of OpenAI: `/v1/chat/completions`, `/v1/completions`, in all the shapes that servers give it.
    case chat
    /// The later one of OpenAI: `/v1/responses`. Nothing is asked there, but what others ask passes by.
    case responses
    /// That of Anthropic: `/v1/messages`.
    case messages
    /// The body is the code.
    case plain

    /// What is spoken at an address by its path; `nil` where no answer is given there.
    package init?(path: some StringProtocol) {
        let path = path.prefix { $0 != "?" && $0 != "#" }
        if path.hasSuffix("/api/generate") || path.hasSuffix("/api/chat") {
            self = .ollama
        } else if path.hasSuffix("/chat/completions") || path.hasSuffix("/v1/completions") {
            self = .chat
        } else if path.hasSuffix("/responses") {
            self = .responses
        } else if path.hasSuffix("/v1/messages") {
            self = .messages
        } else if path.hasSuffix("/completion") || path.hasSuffix("/completions") || path.hasSuffix("/infill") {
            self = .llama
        } else {
            return nil
        }
    }
}
