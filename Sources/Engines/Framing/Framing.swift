/// How the records of an answer are told apart in its body.
package enum Framing: Sendable {
    /// Server-sent events.
    case events
    /// A JSON object a line.
    case lines
    /// The body is one JSON object.
    case whole
    /// The body is the answer.
    case raw

    /// - Parameter contentType: of the response, with its parameters.
    package init(contentType: String?, dialect: Dialect) {
        let type = contentType?.prefix { $0 != ";" }.lowercased().filter { $0 != " " } ?? ""
        self =
            switch type {
            case _ where dialect == .plain: .raw
            case "text/event-stream": .events
            case "application/x-ndjson", "application/jsonl", "application/x-jsonlines": .lines
            case "application/json": .whole
            default: dialect.streamFraming
            }
    }
}

extension Dialect {
    /// Of an answer that streams.
    package var streamFraming: Framing {
        switch self {
        case .ollama: .lines
        case .llama, .chat, .responses, .messages: .events
        case .plain: .raw
        }
    }
}
