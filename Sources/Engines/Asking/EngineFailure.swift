/// Why an engine gave no answer, as one sentence that says what to do.
package enum EngineFailure: Error, Equatable, CustomStringConvertible {
    case badAddress(String)
    case http(HTTPFailure)
    /// A status that is an error, with the engine's words.
    case refused(host: String, status: Int, words: String)
    case unauthorised(host: String, hasKey: Bool, words: String)
    case noModel(host: String, words: String)
    case promptTooLong(host: String, prompt: Int?, context: Int?, words: String)
    /// It has too much to do, and said so more than once.
    case busy(host: String, words: String, retryAfter: Int?)
    case loading(host: String)
    case redirected(host: String, to: String)
    /// Something answers there that does not generate.
    case noEngine(host: String, says: String)
    case needsModel(host: String, models: [String])
    case failed(host: String, words: String)
    case unreadable(host: String, words: String)
    case cancelled

    package var description: String {
        switch self {
        case .badAddress(let text):
            "'\(text)' is no address of an engine: write it as http://127.0.0.1:11434, or plain+http://host/path."
        case .http(let failure): failure.description
        case .refused(let host, let status, let words):
            "The engine at \(host) refuses with status \(status)\(Self.tail(words))"
        case .unauthorised(let host, let hasKey, let words):
            hasKey
                ? "The engine at \(host) does not take the key\(Self.tail(words))"
                : "The engine at \(host) wants a key: put it into COLOPHON_ENGINE_KEY, or name its file with --key-file."
        case .noModel(let host, let words):
            "The engine at \(host) has no such model\(Self.tail(words)) 'colophon engines' lists what it has."
        case .promptTooLong(let host, let prompt?, let context?, _):
            "The prompt has \(prompt) tokens, and the engine at \(host) has room for \(context): give it less context."
        case .promptTooLong(let host, _, _, let words):
            "The prompt is too long for the engine at \(host)\(Self.tail(words)) Give it less context."
        case .busy(let host, let words, let wait?):
            "The engine at \(host) is busy, and asks to be left alone for \(wait / 1000) s\(Self.tail(words))"
        case .busy(let host, let words, nil):
            "The engine at \(host) is busy\(Self.tail(words)) Ask again later."
        case .loading(let host): "The engine at \(host) is still loading its model: ask again later."
        case .redirected(let host, let to):
            "The engine at \(host) sends us to '\(to)', which is not followed: name that address if it is meant."
        case .noEngine(let host, let says):
            "What answers at \(host) is no engine that is known\(Self.tail(says)) Say what it is: openai+http://…, plain+http://…."
        case .needsModel(let host, let models):
            models.isEmpty
                ? "The engine at \(host) has no model yet."
                : "The engine at \(host) has several models: name one with --model (\(models.prefix(6).joined(separator: ", "))\(models.count > 6 ? ", …" : ""))."
        case .failed(let host, let words): "The engine at \(host) failed\(Self.tail(words))"
        case .unreadable(let host, let words): "The engine at \(host) is not understood: \(words)."
        case .cancelled: "Cancelled before anything was answered."
        }
    }

    private static func tail(_ words: String) -> String {
        words.isEmpty ? "." : ": \(words)" + (words.last.map { ".!?".contains($0) } == true ? "" : ".")
    }
}
