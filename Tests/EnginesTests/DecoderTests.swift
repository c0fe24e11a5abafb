import Testing

@testable import Engines

/// The same shapes as real servers send them, made up; and some that they send only on bad days.
struct DecoderTests {
    private static let ollama = """
        {"model":"m","response":"a","done":false,"logprobs":[{"token":"a","logprob":-0.5,"bytes":[97]}]}
        {"model":"m","response":"","done":false,"logprobs":[{"token":"b","logprob":-1,"bytes":[98]}]}
        {"model":"m","response":"bé","done":false,"logprobs":[{"token":"é","logprob":-2,"top_logprobs":[{"token":"e","logprob":-0.1}]}]}
        {"model":"m","response":"","done":true,"done_reason":"stop","prompt_eval_count":7,"eval_count":4,"eval_duration":2000000}

        """

    @Test func `Tokens whose text came later share it`() {
        let answer = EngineAnswer.reading(Self.ollama, .ollama, .lines)
        #expect(answer.spans == ["a ?", "bé ? ?"])
        #expect(answer.text == "abé")
        #expect(answer.pieces.map(\.length) == [1, 0, 3])
        #expect(answer.observedTokens == 3)
        #expect(answer.reportedTokens == 4)
        #expect(answer.pieces[2].alternatives == [.init(text: "e", logprob: -0.1)])
        #expect(answer.end == .complete)
        #expect(answer.timings.generation == 2)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `Events are cut at any byte, whatever ends their lines`(end: String) {
        let body = """
            \u{FEFF}: a comment
            event: x
            data: {"choices":[{"index":0,"delta":{"role":"assistant","content":null}}]}

            data:{"choices":[{"index":0,
            data: "delta":{"content":"h\\u00e9🦊"}}]}
            id: 7

            :

            data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: [DONE]


            """.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
        for size in 1...40 {
            let answer = EngineAnswer.reading(Array(body.utf8), .chat, .events, cut: { _ in size })
            #expect(answer.text == "hé🦊", "\(size)")
            #expect(answer.end == .complete)
            #expect(answer.finishReason == "stop")
        }
    }

    @Test func `A record that the stream ends within is none`() {
        let body =
            "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"b\"}}]}\n"
        let answer = EngineAnswer.reading(body, .chat, .events)
        #expect(answer.text == "a")
        #expect(answer.end == .truncated)
    }

    @Test func `vLLM tells several tokens a chunk, with ids beside them`() {
        let body = """
            data: {"choices":[{"index":0,"delta":{"content":"ab"},"token_ids":[5,6],"logprobs":{"content":[{"token":"a","logprob":-0.5},{"token":"b","logprob":-9999.0}]}}]}

            data: {"choices":[{"index":0,"delta":{"content":"c d"},"token_ids":[7,8]}]}

            data: {"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":4}}

            data: [DONE]


            """
        let answer = EngineAnswer.reading(body, .chat, .events)
        #expect(answer.spans == ["a 5", "b 6", "c d 7 8"])
        #expect(answer.pieces.map(\.logprob) == [-0.5, nil, nil, nil])
        #expect(answer.fidelity == .ids)
    }

    @Test func `The older completions have arrays beside each other, or numbers in place of texts`() {
        let body = """
            {"id":"cmpl-1","choices":[{"index":0,"text":" a b","finish_reason":"length","logprobs":{"tokens":[" a"," b"],\
            "token_logprobs":[null,-1.5],"top_logprobs":[null,{" b":-1.5," c":-2}],"text_offset":[0,2]}}],\
            "usage":{"prompt_tokens":1,"completion_tokens":2}}
            """
        let answer = EngineAnswer.reading(body, .chat, .whole)
        #expect(answer.pieces.map(\.length) == [2, 2])
        #expect(answer.pieces.map(\.logprob) == [nil, -1.5])
        #expect(Set(answer.pieces[1].alternatives.map(\.text)) == [" b", " c"])
        #expect(answer.end == .complete)
        let numbers = EngineAnswer.reading(
            """
            {"choices":[{"text":"ab","logprobs":{"tokens":["token_id:3","token_id:4"],"token_logprobs":[-1,-2]}}]}
            """, .chat, .whole)
        #expect(numbers.spans == ["ab 3 4"])
    }

    @Test func `A token may end within a character`() {
        let body = """
            {"choices":[{"message":{"content":"é!"},"logprobs":{"content":[\
            {"token":"\\\\xc3","bytes":[195],"logprob":-1},{"token":"\\\\xa9","bytes":[169],"logprob":-2},\
            {"token":"!","bytes":[33],"logprob":-3}]}}]}
            """
        let answer = EngineAnswer.reading(body, .chat, .whole)
        #expect(answer.pieces.map(\.length) == [1, 1, 1])
    }

    @Test func `What a model thinks is no part of its answer, but its tokens count`() {
        let body = """
            {"message":{"content":"","thinking":"hm"},"done":false,"logprobs":[{"token":"hm","logprob":-1}]}
            {"message":{"content":"x"},"done":false,"logprobs":[{"token":"x","logprob":-1}]}
            {"message":{"content":""},"done":true,"eval_count":2}
            """
        let answer = EngineAnswer.reading(body, .ollama, .lines)
        #expect(answer.text == "x")
        #expect(answer.thinking == "hm")
        #expect(answer.observedTokens == 2)
        #expect(answer.pieces.count == 1)
    }

    @Test(arguments: [
        (Dialect.ollama, Framing.lines, "{\"response\":\"a\",\"done\":false}\n{\"error\":\"out of memory\"}\n"),
        (
            .chat, .events,
            "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: {\"error\":{\"message\":\"out of memory\"}}\n\ndata: [DONE]\n\n"
        ),
        (
            .messages, .events,
            "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\",\"text\":\"a\"}}\n\nevent: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"out of memory\"}}\n\n"
        ),
        (
            .llama, .events,
            "data: {\"content\":\"a\",\"stop\":false}\n\nerror: x\n\ndata: {\"error\":{\"code\":500,\"message\":\"out of memory\"}}\n\n"
        ),
    ])
    func `An error within a stream keeps what came before it`(dialect: Dialect, framing: Framing, body: String) {
        let answer = EngineAnswer.reading(body, dialect, framing)
        #expect(answer.text == "a")
        #expect(answer.end == .failed("out of memory"))
    }

    @Test(arguments: [
        "<html>busy</html>\n", "{\"response\":", "[]\n", "{}\n", "\u{0}\u{1}\n", "{\"response\":7,\"done\":\"x\"}\n",
        "{\"done\":[[[[\n",
        "{\"response\":\"a\",\"done\":false,\"logprobs\":[{\"token\":7,\"logprob\":\"x\",\"bytes\":[999,-1]}]}\n",
    ])
    func `Whatever comes, nothing falls over and nothing is complete`(body: String) {
        for dialect in Dialect.allCases where dialect != .plain {
            for framing in [Framing.lines, .events, .whole] {
                let answer = EngineAnswer.reading(body, dialect, framing)
                #expect(answer.end != .complete, "\(dialect) \(framing)")
            }
        }
    }

    @Test func `A plain body is the answer, its characters whole`() {
        for size in 1...9 {
            let answer = EngineAnswer.reading(Array("def f(): return 'é🦊漢'\n".utf8), .plain, .raw, cut: { _ in size })
            #expect(answer.text == "def f(): return 'é🦊漢'\n")
            #expect(answer.end == .complete)
        }
        let cut = EngineAnswer.reading("def f", .plain, .raw, isWhole: false)
        #expect(cut.end == .truncated)
    }

    @Test func `An answer of the responses endpoint is read whole, with what it thought and why it ended`() {
        let whole = EngineAnswer.reading(
            Array(
                """
                {"id":"resp_1","object":"response","status":"incomplete","incomplete_details":{"reason":"max_output_tokens"},
                "model":"m","error":null,"output":[{"type":"reasoning","summary":[{"type":"summary_text","text":"Hm."}]},
                {"type":"message","content":[{"type":"output_text","text":"ab","logprobs":[{"token":"a","logprob":-1},
                {"token":"b","logprob":-2}]}]},{"type":"function_call","name":"f"}],
                "usage":{"input_tokens":5,"output_tokens":4,"output_tokens_details":{"reasoning_tokens":2}}}
                """.utf8), .responses, .whole, cut: { _ in 3 })
        #expect(
            whole.text == "ab" && whole.thinking == "Hm." && whole.calls.map(\.name) == ["f"] && whole.end == .complete)
        #expect(whole.finishReason == "max_output_tokens" && whole.reasoningTokens == 2 && whole.promptTokens == 5)
        #expect(whole.pieces.map(\.logprob) == [-1, -2] && whole.fidelity == .pieces)
        func stream(_ events: String...) -> EngineAnswer {
            EngineAnswer.reading(
                Array(events.map { "data: \($0)\n\n" }.joined().utf8), .responses, .events, cut: { _ in 5 })
        }
        let failed = stream(
            #"{"type":"response.output_text.delta","delta":"a"}"#,
            #"{"type":"response.failed","response":{"status":"failed","error":{"code":"server_error","message":"It broke."}}}"#
        )
        #expect(failed.text == "a" && failed.end == .failed("It broke."))
        #expect(stream(#"{"type":"error","code":"x","message":"No room."}"#).end == .failed("No room."))
        #expect(stream(#"{"type":"response.output_text.delta","delta":"a"}"#).end == .truncated)
    }
}
