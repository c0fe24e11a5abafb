package import Ingest
package import Provenance
package import Text

/// What went to a model with one question, message by message, whatever the protocol.
package struct AskedMessages {
    package struct Message {
        package var origin: Segment.Origin
        package var text: String
        /// The tool whose answer it is, and what that was asked for.
        package var tool: String?
        package var result: PassingCall.Result?
    }

    package private(set) var all: [Message] = []
    /// What became of the edits of the answers before this question.
    package private(set) var outcomes: [EditOutcome] = []
    /// The folder that is worked in, where a message tells it.
    package private(set) var directory: String?

    private let agent: PassingAgent
    private var calls: [String: PassingCall] = [:]

    /// - Parameter choice: of which answer, where several came at once.
    package init(of request: JSONValue, from agent: PassingAgent, choice: Int = 0) {
        self.agent = agent
        add(.system, request["system"])
        add(.system, request["instructions"])
        if request["input"].kind == .string { add(.user, request["input"]) }
        for message in [request["messages"], request["input"]].flatMap({ Array($0.elements) }) { take(message) }
        addPrompt(request["prompt"], of: choice / max(1, Int(clamping: request["n"].int ?? 1)))
        for name in ["input_prefix", "input_suffix", "suffix"] as [StaticString] { add(.file, request[name]) }
        for file in request["input_extra"].elements { add(.file, file["text"]) }
    }

    /// Several prompts at once have an answer each, or several each.
    private mutating func addPrompt(_ prompt: JSONValue, of place: Int) {
        let texts = prompt.elements.compactMap(\.string)
        if texts.count > 1, texts.count == prompt.count, texts.indices.contains(place) {
            addWords(texts[place])
        } else {
            add(.user, prompt)
        }
    }

    private mutating func take(_ message: JSONValue) {
        let content = message["content"]
        switch message["role"].string ?? message["type"].string {
        case "system", "developer": add(.system, content)
        case "user": takeUser(content)
        case "tool", "function":
            // A tool of a protocol that does not say whether it failed.
            addResult(
                of: message["tool_call_id"].string, named: message["tool_name"].string ?? message["name"].string,
                content)
        case "function_call_output", "custom_tool_call_output", "local_shell_call_output":
            addResult(of: message["call_id"].string, named: nil, message["output"])
        // What the model said before is a generation of its own; its calls are what results answer.
        case "assistant": takeCalls(of: message)
        case let type? where type.hasSuffix("_call"):
            let told = message["arguments"].exists ? message["arguments"] : message["input"]
            note(message["call_id"].string, message["name"].string ?? type, told)
        default: break
        }
    }

    /// A person's words and answers of tools stand in one message.
    private mutating func takeUser(_ content: JSONValue) {
        if content.kind == .string { return add(.user, content) }
        var words: [String] = []
        for part in content.elements {
            if part["type"].equals("tool_result") {
                addWords(words)
                words = []
                addResult(
                    of: part["tool_use_id"].string, named: nil, part["content"], isError: part["is_error"].bool ?? false
                )
            } else if let text = Self.text(of: part) {
                words.append(text)
            }
        }
        addWords(words)
    }

    private mutating func addWords(_ words: [String]) {
        for text in agent == .other ? [words.joined(separator: "\n")] : words { addWords(text) }
    }

    private mutating func addWords(_ text: String) {
        learnDirectory(from: text)
        for piece in agent.words(in: text).pieces where !piece.text.isEmpty {
            all.append(Message(origin: piece.isPerson ? .user : .system, text: piece.text))
        }
    }

    private mutating func add(_ origin: Segment.Origin, _ value: JSONValue) {
        let parts = value.elements.compactMap(Self.text(of:))
        if origin == .user { return addWords(value.string.map { [$0] } ?? parts) }
        let text = value.string ?? parts.filter { !$0.hasPrefix(Self.billing) }.joined(separator: "\n")
        guard !text.isEmpty else { return }
        if origin == .system { learnDirectory(from: text) }
        all.append(Message(origin: origin, text: text))
    }

    /// A line that Claude Code puts before its instructions; no two requests have the same.
    private static let billing = "x-anthropic-billing-header:"

    private static func text(of part: JSONValue) -> String? {
        part.string ?? part["text"].string ?? part["content"].string ?? part["content"][0]["text"].string
    }

    private mutating func learnDirectory(from text: String) {
        directory = directory ?? PassingAgent.directory(toldIn: text)
    }

    // MARK: - Tools

    private mutating func takeCalls(of message: JSONValue) {
        for block in message["content"].elements where block["type"].equals("tool_use") {
            note(block["id"].string, block["name"].string, block["input"])
        }
        for call in message["tool_calls"].elements {
            let told = call["function"]
            note(call["id"].string, told["name"].string, told["arguments"])
        }
    }

    private mutating func note(_ id: String?, _ name: String?, _ arguments: JSONValue) {
        guard let id, let name else { return }
        calls[id] = PassingCall(id: id, name: name, arguments: arguments.string ?? arguments.source)
    }

    private mutating func addResult(of id: String?, named name: String?, _ value: JSONValue, isError: Bool? = nil) {
        let text = value.string ?? value.elements.compactMap(Self.text(of:)).joined(separator: "\n")
        let call = id.flatMap { calls[$0] }
        if let id, PassingCall.isName(id), let outcome = agent.outcome(ofCall: id, saying: text, isError: isError) {
            outcomes.append(outcome)
        }
        guard !text.isEmpty else { return }
        let result = call?.result(text)
        all.append(
            Message(
                origin: result?.origin ?? .tool, text: result?.text ?? text, tool: call?.name ?? name, result: result))
    }
}
