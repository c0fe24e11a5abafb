import Text

/// What an engine says is wrong, in whichever of their shapes.
///
///     {"error": "text"}                                            Ollama
///     {"error": {"message", "type", "code"}}                       OpenAI, vLLM, llama.cpp, Ollama's /v1
///     {"type": "error", "error": {"type", "message"}}              Anthropic
package struct Complaint: Equatable, Sendable {
    package var words: String
    /// `exceed_context_size_error`, `insufficient_quota`.
    package var kind: String?
    /// Of the prompt that is too long, and of the context it must fit into.
    package var promptTokens: Int?
    package var contextTokens: Int?

    init?(_ value: JSONValue) {
        let error = value["error"]
        if let text = error.string {
            words = Self.plain(text)
            return
        }
        guard error.kind == .object else {
            // vLLM before it had an `error`: {"object": "error", "message": …}
            guard value["object"].equals("error"), let text = value["message"].string else { return nil }
            words = Self.plain(text)
            kind = value["type"].string
            return
        }
        words = Self.plain(error["message"].string ?? error["type"].string ?? "an error without words")
        kind = error["code"].string ?? error["type"].string
        promptTokens = error["n_prompt_tokens"].int.flatMap(Int.init(exactly:))
        contextTokens = error["n_ctx"].int.flatMap(Int.init(exactly:))
    }

    /// Of the body of an answer whose status is an error; its first words where it is no JSON.
    package init(body: [UInt8]) {
        let tape = JSONTape()
        let read = body.withUnsafeBytes { bytes in (try? tape.parse(bytes)).flatMap { Complaint($0) } }
        if let read {
            self = read
            return
        }
        let text = String(decoding: body.prefix(200), as: UTF8.self)
        let isMarkup = text.drop { $0.isWhitespace }.first == "<"
        words = isMarkup || body.isEmpty ? "" : Self.plain(text)
    }

    /// The llama.cpp server answers every question so until its model is there; Ollama waits with its answer instead.
    func saysLoading(_ status: Int) -> Bool { status == 503 && words.lowercased().contains("loading") }

    private static func plain(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return Visible.text(line.count > 300 ? line.prefix(300) + "…" : line)
    }
}
