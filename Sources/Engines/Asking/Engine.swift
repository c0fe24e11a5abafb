/// A server that generates, at an address that the user named or that was found on this machine.
package struct Engine: Equatable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case ollama
        case llama = "llama.cpp"
        case vllm = "vLLM"
        /// Another server with the endpoints of OpenAI.
        case openai = "OpenAI-compatible"
        case anthropic = "Anthropic-compatible"
        case plain

        /// How exactly tokens can be recorded, where the server does as its makers say.
        package var fidelity: Fidelity {
            switch self {
            case .vllm, .llama: .ids
            case .ollama, .openai: .pieces
            case .anthropic, .plain: .text
            }
        }
    }

    package var kind: Kind
    /// Without a slash at its end: `http://127.0.0.1:11434`.
    package var address: String
    /// The endpoint that the user named: `/api/generate`.
    package var path: String?

    package init(_ kind: Kind, at address: String, path: String? = nil) {
        self.kind = kind
        self.address = address
        self.path = path
    }

    /// Host and port, as records name it: no user, no password.
    package var host: String {
        var rest = address[...]
        if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
        rest = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        return String(rest)
    }
}
