/// Made-up telemetry as the collector's file exporter writes it, one call a line; times are seconds since the beginning of
/// 2026, values of attributes are JSON: a text becomes a `stringValue`, a whole number an `intValue` in a text.
package struct OTLPHistory: Sendable {
    package var service = "shop-agent"
    package var trace = "0af7651916cd43dd8448eb211c80319c"

    package init() {}

    package static func nanoseconds(_ second: Int) -> String { "\(1_767_225_600 + second)000000000" }

    package static func milliseconds(_ second: Int) -> Int64 { Int64(1_767_225_600 + second) * 1000 }

    package static func attribute(_ key: String, _ value: String) -> String {
        #"{"key":\#(quoted(key)),"value":{"stringValue":\#(quoted(value))}}"#
    }

    package static func attribute(_ key: String, _ value: Int) -> String {
        #"{"key":\#(quoted(key)),"value":{"intValue":"\#(value)"}}"#
    }

    /// - Parameter value: the whole value, as JSON.
    package static func attribute(_ key: String, value: String) -> String {
        #"{"key":\#(quoted(key)),"value":\#(value)}"#
    }

    private var resource: String {
        #""resource":{"attributes":[\#(Self.attribute("service.name", service)),"#
            + #"\#(Self.attribute("service.version", "1.2"))]}"#
    }

    package func spans(_ spans: String...) -> String {
        #"{"resourceSpans":[{\#(resource),"scopeSpans":[{"scope":{"name":"t"},"spans":[\#(spans.joined(separator: ","))]}]}]}"#
    }

    package func logs(_ records: String...) -> String {
        #"{"resourceLogs":[{\#(resource),"scopeLogs":[{"scope":{},"logRecords":[\#(records.joined(separator: ","))]}]}]}"#
    }

    /// - Parameter id: of the span, two digits.
    package func span(
        _ id: Int, _ name: String, at second: Int, _ attributes: String..., events: String = "", status: Int = 0
    ) -> String {
        """
        {"traceId":"\(trace)","spanId":"\(Self.id(id))","name":\(quoted(name)),"kind":3,\
        "startTimeUnixNano":"\(Self.nanoseconds(second))","endTimeUnixNano":"\(Self.nanoseconds(second + 1))",\
        "attributes":[\(attributes.joined(separator: ","))],"events":[\(events)],"status":{"code":\(status)},\
        "droppedAttributesCount":0,"newInSomeLaterVersion":{"a":[1]}}
        """
    }

    package func log(
        _ name: String, at second: Int, span: Int? = nil, _ attributes: String..., body: String = "null"
    ) -> String {
        let place = span.map { #""traceId":"\#(trace)","spanId":"\#(Self.id($0))","# } ?? ""
        return """
            {"timeUnixNano":"\(Self.nanoseconds(second))",\(place)"eventName":\(quoted(name)),"body":\(body),\
            "attributes":[\(attributes.joined(separator: ","))]}
            """
    }

    package static func id(_ number: Int) -> String { "b7ad6b71692033" + (number < 10 ? "0" : "") + "\(number)" }

    /// A call of a model with messages as JSON in texts.
    package func chat(
        _ id: Int, at second: Int, response: String? = nil, conversation: String? = "conv-1", input: String? = nil,
        output: String? = nil, system: String? = nil, tokens: (Int, Int) = (100, 7)
    ) -> String {
        var attributes = [
            Self.attribute("gen_ai.operation.name", "chat"), Self.attribute("gen_ai.provider.name", "openai"),
            Self.attribute("gen_ai.request.model", "gpt-test"), Self.attribute("gen_ai.response.model", "gpt-test-1"),
            Self.attribute("gen_ai.usage.input_tokens", tokens.0),
            Self.attribute("gen_ai.usage.output_tokens", tokens.1),
            Self.attribute(
                "gen_ai.response.finish_reasons", value: #"{"arrayValue":{"values":[{"stringValue":"stop"}]}}"#),
        ]
        if let response { attributes.append(Self.attribute("gen_ai.response.id", response)) }
        if let conversation { attributes.append(Self.attribute("gen_ai.conversation.id", conversation)) }
        if let input { attributes.append(Self.attribute("gen_ai.input.messages", input)) }
        if let output { attributes.append(Self.attribute("gen_ai.output.messages", output)) }
        if let system { attributes.append(Self.attribute("gen_ai.system_instructions", system)) }
        return span(id, "chat gpt-test", at: second, attributes.joined(separator: ","))
    }

    package static func message(_ role: String, _ text: String) -> String {
        #"{"role":"\#(role)","parts":[{"type":"text","content":\#(quoted(text))}]}"#
    }

    package static func call(_ id: String, _ name: String, _ arguments: String) -> String {
        #"{"role":"assistant","parts":[{"type":"tool_call","id":"\#(id)","name":"\#(name)","arguments":\#(arguments)}]}"#
    }

    package static func result(_ id: String, _ text: String) -> String {
        #"{"role":"tool","parts":[{"type":"tool_call_response","id":"\#(id)","result":\#(quoted(text))}]}"#
    }

    package static func list(_ messages: String...) -> String { "[\(messages.joined(separator: ","))]" }
}
