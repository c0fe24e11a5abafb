/// An address as a user writes it: `http://127.0.0.1:11434`, `localhost:8080`, `plain+http://10.0.0.4/generate`,
/// `http://gpu:8000/v1/completions`.
package struct EngineAddress: Equatable, Sendable {
    /// What the address says of itself; `nil` where the server must be asked.
    package var kind: Engine.Kind?
    package var base: String
    package var path: String?

    /// - Throws: `EngineFailure.badAddress`.
    package init(_ text: String) throws(EngineFailure) {
        var rest = text[...]
        if let plus = rest.firstIndex(of: "+"), let scheme = rest.firstRange(of: "://"), plus < scheme.lowerBound {
            guard let named = Self.names[String(rest[..<plus])] else { throw .badAddress(text) }
            kind = named
            rest = rest[rest.index(after: plus)...]
        }
        if rest.firstRange(of: "://") == nil { rest = "http://" + rest }
        guard rest.hasPrefix("http://") || rest.hasPrefix("https://"),
            !rest.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }), !rest.contains("#"), !rest.contains("?")
        else { throw .badAddress(text) }
        let start = rest.firstRange(of: "://")?.upperBound ?? rest.startIndex
        let end = rest[start...].firstIndex(of: "/") ?? rest.endIndex
        guard start < end, !rest[start..<end].contains("@") else { throw .badAddress(text) }
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        let path = rest[min(end, rest.endIndex)...]
        if kind == .plain {
            base = String(rest.prefix(upTo: min(end, rest.endIndex)))
            self.path = path.isEmpty ? "/" : String(path)
            return
        }
        if let known = Self.endpoints.first(where: { path.hasSuffix($0.path) }) {
            kind = kind ?? known.kind
            base = String(rest.dropLast(known.path.count))
            self.path = known.path
        } else {
            // An address that ends in /v1 is one of the endpoints' family.
            base = String(path.hasSuffix("/v1") ? rest.dropLast(3) : rest)
        }
    }

    private static let names: [String: Engine.Kind] = [
        "ollama": .ollama, "llama": .llama, "llama.cpp": .llama, "vllm": .vllm, "openai": .openai,
        "anthropic": .anthropic, "plain": .plain,
    ]

    /// What an endpoint tells of its server; `nil` where several have it.
    private static let endpoints: [(path: String, kind: Engine.Kind?)] = [
        ("/api/generate", .ollama), ("/api/chat", .ollama), ("/v1/chat/completions", nil), ("/v1/completions", nil),
        ("/v1/messages", .anthropic), ("/completion", .llama),
    ]
}
