import Text

/// One message to or from a model: `{role, parts: [{type: text, content}, {type: tool_call, id, name, arguments},
/// {type: tool_call_response, id, result}]}`, or as the engines themselves write it.
struct GenAIMessage: Equatable {
    enum Piece: Equatable {
        case text(String)
        case call(id: String?, name: String, arguments: TelemetryValue)
        case result(id: String?, text: String)
    }

    var role: String
    var pieces: [Piece] = []
    var finishReason: String?
    /// What our own export says of the message beside.
    var own: TelemetryValue

    var text: String {
        pieces.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined(separator: "\n")
    }

    /// - Parameter role: of a message that says none.
    init(_ value: TelemetryValue, role given: String) {
        role = value["role"].string ?? given
        own = value["colophon"]
        finishReason = value["finish_reason"].string
        if let text = value.string {
            pieces = [.text(text)]
            return
        }
        let content = value["parts"] != .null ? value["parts"] : value["content"]
        if role == "tool" {
            let id = value["tool_call_id"].string ?? value["id"].string
            pieces =
                content.string.map { [.result(id: id, text: $0)] } ?? content.elements.compactMap { Self.piece($0, id) }
            return
        }
        if let text = content.string { pieces = [.text(text)] }
        pieces += content.elements.compactMap { Self.piece($0, nil) }
        // A part alone, as system instructions have them.
        if pieces.isEmpty, value["type"] != .null, let piece = Self.piece(value, nil) { pieces = [piece] }
        for call in value["tool_calls"].elements {
            let function = call["function"] != .null ? call["function"] : call
            guard let name = function["name"].string else { continue }
            pieces.append(.call(id: call["id"].string, name: name, arguments: function["arguments"]))
        }
    }

    private static func piece(_ part: TelemetryValue, _ id: String?) -> Piece? {
        if let text = part.string { return id == nil ? .text(text) : .result(id: id, text: text) }
        switch part["type"].string {
        case "tool_call", "tool_use":
            guard let name = part["name"].string else { return nil }
            let arguments = part["arguments"] != .null ? part["arguments"] : part["input"]
            return .call(id: part["id"].string, name: name, arguments: arguments)
        case "tool_call_response", "tool_result":
            let result = ["result", "response", "content"].map { part[$0] }.first { $0 != .null } ?? .null
            return .result(id: part["id"].string ?? part["tool_use_id"].string ?? id, text: said(result))
        case "text", nil:
            guard let text = part["content"].string ?? part["text"].string else { return nil }
            return id == nil ? .text(text) : .result(id: id, text: text)
        // Reasoning is neither asked nor answered, and pictures have no words.
        default: return nil
        }
    }

    /// A result as text: its own, or the value as JSON.
    static func said(_ value: TelemetryValue) -> String {
        switch value {
        case .null: return ""
        case .string(let text): return text
        default:
            if let text = value["output"].string ?? value["content"].string { return text }
            let texts = value.elements.compactMap { $0["text"].string ?? $0["content"].string }
            if !texts.isEmpty { return texts.joined(separator: "\n") }
            var bytes: [UInt8] = []
            value.writeJSON(to: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}

/// What went to a model and came back, wherever a record keeps it: in attributes, in events, or in log records.
struct GenAIContent {
    var system: [GenAIMessage] = []
    var input: [GenAIMessage] = []
    var output: [GenAIMessage] = []

    init(of record: TelemetryRecord, by tape: JSONTape) {
        take(record.attributes, by: tape)
        for event in record.events {
            switch event.name {
            case "gen_ai.system.message", "gen_ai.user.message", "gen_ai.assistant.message", "gen_ai.tool.message":
                let role = String(event.name.split(separator: ".")[1])
                let message = Self.payload(of: event, by: tape)
                input.append(GenAIMessage(message, role: role))
            case "gen_ai.choice":
                let choice = Self.payload(of: event, by: tape)
                let message = choice["message"].unpacked(by: tape)
                var told = GenAIMessage(message != .null ? message : choice, role: "assistant")
                told.finishReason = choice["finish_reason"].string
                output.append(told)
            default: take(event.attributes, by: tape)
            }
        }
    }

    private static func payload(of event: TelemetryRecord.Event, by tape: JSONTape) -> TelemetryValue {
        let body = event.body.unpacked(by: tape)
        return body != .null ? body : .object(event.attributes)
    }

    private mutating func take(_ attributes: [String: TelemetryValue], by tape: JSONTape) {
        func messages(_ name: GenAIName, role: String) -> [GenAIMessage] {
            for name in name.names {
                if let value = attributes[name], value != .null {
                    let value = value.unpacked(by: tape)
                    let parts = value.elements.isEmpty ? [value] : value.elements
                    return parts.map { GenAIMessage($0, role: role) }
                }
            }
            return Self.flat(name.names.last ?? "", in: attributes, role: role)
        }
        if system.isEmpty { system = messages(.systemInstructions, role: "system") }
        if input.isEmpty { input = messages(.inputMessages, role: "user") }
        if output.isEmpty { output = messages(.outputMessages, role: "assistant") }
    }

    /// `gen_ai.prompt.0.role`, `gen_ai.prompt.0.content`, `gen_ai.completion.0.content`: one attribute each.
    private static func flat(
        _ prefix: String, in attributes: [String: TelemetryValue], role: String
    ) -> [GenAIMessage] {
        guard attributes["\(prefix).0.content"] != nil || attributes["\(prefix).0.role"] != nil else { return [] }
        var messages: [GenAIMessage] = []
        while messages.count < attributes.count {
            let start = "\(prefix).\(messages.count)."
            guard attributes[start + "content"] != nil || attributes[start + "role"] != nil else { break }
            var members: [String: TelemetryValue] = [:]
            for name in ["role", "content", "finish_reason", "tool_call_id"] {
                members[name] = attributes[start + name]
            }
            var message = GenAIMessage(.object(members), role: role)
            var number = 0
            while let name = attributes["\(start)tool_calls.\(number).name"]?.string {
                let call = "\(start)tool_calls.\(number)."
                message.pieces.append(
                    .call(
                        id: attributes[call + "id"]?.string, name: name,
                        arguments: attributes[call + "arguments"] ?? .null))
                number += 1
            }
            messages.append(message)
        }
        return messages
    }
}
