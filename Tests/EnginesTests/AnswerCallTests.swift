import Testing

@testable import Engines

/// Calls of tools in answers, in the shapes of each protocol.
struct AnswerCallTests {
    struct Shape: Sendable, CustomTestStringConvertible {
        var name: String
        var dialect: Dialect
        var framing: Framing
        var body: String
        var testDescription: String { name }
    }

    /// The same two calls everywhere: a file that is written, and a question to a tool that nobody knows.
    static let shapes = [
        Shape(
            name: "Anthropic, streamed", dialect: .messages, framing: .events,
            body: events(
                #"{"type":"message_start","message":{"id":"msg_01AbCdEfGhIjKlMnOpQrSt","model":"m","usage":{"input_tokens":3}}}"#,
                #"{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}"#,
                #"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"I write it."}}"#,
                #"{"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"c1","name":"Write","input":{}}}"#,
                #"{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":""}}"#,
                #"{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\"file_path\":\"/srv/a.py\","}}"#,
                #"{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"\"content\":\"x = 'é🦊'\\n\"}"}}"#,
                #"{"type":"content_block_stop","index":1}"#,
                #"{"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"c2","name":"weather","input":{}}}"#,
                #"{"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"{\"city\":\"Paris\"}"}}"#,
                #"{"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"output_tokens":9}}"#,
                #"{"type":"message_stop"}"#)),
        Shape(
            name: "Anthropic, whole", dialect: .messages, framing: .whole,
            body:
                #"{"type":"message","id":"msg_01AbCdEfGhIjKlMnOpQrSt","content":[{"type":"text","text":"I write it."},"#
                + #"{"type":"tool_use","id":"c1","name":"Write","input":{"file_path":"/srv/a.py","content":"x = 'é🦊'\n"}},"#
                + #"{"type":"tool_use","id":"c2","name":"weather","input":{"city":"Paris"}}],"stop_reason":"tool_use"}"#
        ),
        Shape(
            name: "OpenAI chat, streamed", dialect: .chat, framing: .events,
            body: events(
                #"{"id":"c","model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"I write it."}}]}"#,
                #"{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"c1","type":"function","function":{"name":"Write","arguments":""}}]}}]}"#,
                #"{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"file_path\":\"/srv/a.py\","}}]}}]}"#,
                #"{"choices":[{"index":0,"delta":{"tool_calls":[{"index":1,"id":"c2","type":"function","function":{"name":"weather","arguments":"{\"city\":"}}]}}]}"#,
                #"{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\"content\":\"x = 'é🦊'\\n\"}"}},{"index":1,"function":{"arguments":"\"Paris\"}"}}]}}]}"#,
                #"{"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}"#, "[DONE]")),
        Shape(
            name: "OpenAI chat, streamed whole calls without numbers", dialect: .chat, framing: .events,
            body: events(
                #"{"id":"c","model":"m","choices":[{"index":0,"delta":{"content":"I write it."}}]}"#,
                #"{"choices":[{"delta":{"tool_calls":[{"id":"c1","function":{"name":"Write","arguments":"{\"file_path\":\"/srv/a.py\",\"content\":\"x = 'é🦊'\\n\"}"}}]}}]}"#,
                #"{"choices":[{"delta":{"tool_calls":[{"id":"c2","function":{"name":"weather","arguments":"{\"city\":\"Paris\"}"}}]},"finish_reason":"tool_calls"}]}"#,
                "[DONE]")),
        Shape(
            name: "OpenAI chat, whole", dialect: .chat, framing: .whole,
            body: #"{"id":"c","choices":[{"message":{"content":"I write it.","tool_calls":["#
                + #"{"id":"c1","type":"function","function":{"name":"Write","arguments":"{\"file_path\":\"/srv/a.py\",\"content\":\"x = 'é🦊'\\n\"}"}},"#
                + #"{"id":"c2","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Paris\"}"}}]},"finish_reason":"tool_calls"}]}"#
        ),
        Shape(
            name: "OpenAI responses, streamed", dialect: .responses, framing: .events,
            body: events(
                #"{"type":"response.created","response":{"id":"resp_1"}}"#,
                #"{"type":"response.output_item.added","output_index":0,"item":{"type":"message","id":"m1"}}"#,
                #"{"type":"response.output_text.delta","output_index":0,"delta":"I write it."}"#,
                #"{"type":"response.output_item.added","output_index":1,"item":{"type":"function_call","id":"f1","call_id":"c1","name":"Write","arguments":""}}"#,
                #"{"type":"response.function_call_arguments.delta","output_index":1,"item_id":"f1","delta":"{\"file_path\":\"/srv/a.py\","}"#,
                #"{"type":"response.function_call_arguments.delta","output_index":1,"item_id":"f1","delta":"\"content\":\"x = 'é🦊'\\n\"}"}"#,
                #"{"type":"response.output_item.done","output_index":1,"item":{"type":"function_call","id":"f1","call_id":"c1","name":"Write","arguments":"{\"file_path\":\"/srv/a.py\",\"content\":\"x = 'é🦊'\\n\"}"}}"#,
                #"{"type":"response.output_item.added","output_index":2,"item":{"type":"function_call","id":"f2","call_id":"c2","name":"weather","arguments":""}}"#,
                #"{"type":"response.function_call_arguments.delta","output_index":2,"item_id":"f2","delta":"{\"city\":\"Paris\"}"}"#,
                #"{"type":"response.completed","response":{"id":"resp_1","model":"m","status":"completed","output":[{"type":"function_call","call_id":"c1","name":"Write"}]}}"#
            )),
        Shape(
            name: "OpenAI responses, whole", dialect: .responses, framing: .whole,
            body:
                #"{"object":"response","id":"resp_1","status":"completed","output":[{"type":"message","content":[{"type":"output_text","text":"I write it."}]},"#
                + #"{"type":"function_call","call_id":"c1","name":"Write","arguments":"{\"file_path\":\"/srv/a.py\",\"content\":\"x = 'é🦊'\\n\"}"},"#
                + #"{"type":"function_call","call_id":"c2","name":"weather","arguments":"{\"city\":\"Paris\"}"}]}"#),
        Shape(
            name: "Ollama", dialect: .ollama, framing: .lines,
            body: #"{"model":"m","message":{"role":"assistant","content":"I write it."},"done":false}"# + "\n"
                + #"{"model":"m","message":{"content":"","tool_calls":[{"id":"c1","function":{"index":0,"name":"Write","arguments":{"file_path":"/srv/a.py","content":"x = 'é🦊'\n"}}}]},"done":false}"#
                + "\n"
                + #"{"model":"m","message":{"content":"","tool_calls":[{"id":"c2","function":{"index":0,"name":"weather","arguments":{"city":"Paris"}}}]},"done":false}"#
                + "\n" + #"{"model":"m","message":{"content":""},"done":true,"done_reason":"stop"}"# + "\n"),
    ]

    private static func events(_ events: String...) -> String { events.map { "data: \($0)\n\n" }.joined() }

    private static let arguments = #"{"file_path":"/srv/a.py","content":"x = 'é🦊'\n"}"#

    @Test(arguments: shapes)
    func `Calls are read with their arguments, wherever the answer is cut`(shape: Shape) {
        let body = Array(shape.body.utf8)
        let whole = EngineAnswer.reading(body, shape.dialect, shape.framing, cut: { _ in .max })
        #expect(whole.end == .complete)
        #expect(whole.text == "I write it.")
        #expect(
            whole.calls == [
                AnswerCall(id: "c1", name: "Write", arguments: Self.arguments),
                AnswerCall(id: "c2", name: "weather", arguments: #"{"city":"Paris"}"#),
            ])
        for place in 1..<body.count {
            let cut = EngineAnswer.reading(
                body, shape.dialect, shape.framing, cut: { $0 == 0 ? place : body.count - place })
            #expect(cut == whole, "cut at \(place)")
        }
        for size in 1...13 {
            #expect(EngineAnswer.reading(body, shape.dialect, shape.framing, cut: { _ in size }) == whole)
        }
    }

    @Test func `Tools of the maker, texts for arguments and the call before there were several are read, too`() {
        func calls(_ dialect: Dialect, _ events: String...) -> [AnswerCall] {
            EngineAnswer.reading(events.map { "data: \($0)\n\n" }.joined(), dialect, .events).calls
        }
        #expect(
            calls(
                .chat, #"{"choices":[{"delta":{"function_call":{"name":"f","arguments":"{\"a\""}}}]}"#,
                #"{"choices":[{"delta":{"function_call":{"arguments":":1}"}}}]}"#)
                == [AnswerCall(id: nil, name: "f", arguments: #"{"a":1}"#)])
        #expect(
            calls(
                .responses,
                #"{"type":"response.output_item.added","output_index":0,"item":{"type":"custom_tool_call","call_id":"c","name":"apply_patch","input":""}}"#,
                #"{"type":"response.custom_tool_call_input.delta","output_index":0,"delta":"*** Begin "}"#,
                #"{"type":"response.custom_tool_call_input.delta","output_index":0,"delta":"Patch"}"#,
                #"{"type":"response.output_item.done","output_index":1,"item":{"type":"web_search_call","id":"w","action":{"query":"q"}}}"#
            ) == [
                AnswerCall(id: "c", name: "apply_patch", arguments: "*** Begin Patch"),
                AnswerCall(id: "w", name: "web_search_call", arguments: #"{"query":"q"}"#),
            ])
    }

    @Test func `An answer of endless arguments is given up`() {
        let piece = String(repeating: "x", count: 1 << 20)
        var decoder = AnswerDecoder(.chat, framing: .events)
        func send(_ delta: String) {
            decoder.take(Array("data: {\"choices\":[{\"delta\":{\"tool_calls\":[\(delta)]}}]}\n\n".utf8))
        }
        send(#"{"index":0,"id":"c","function":{"name":"f","arguments":""}}"#)
        for _ in 0..<20 { send("{\"index\":0,\"function\":{\"arguments\":\"\(piece)\"}}") }
        #expect(decoder.isOver)
        #expect(decoder.answer.calls[0].arguments.utf8.count < 18 << 20)
    }
}
