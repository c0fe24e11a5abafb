import Ingest
import Provenance
import TestSupport
import Testing
import Text

/// GenAI spans and events in OTLP/JSON.
struct OTLPReaderTests {
    private typealias O = OTLPHistory
    private let history = OTLPHistory()

    private func told(_ lines: String...) -> Told { Told(OTLPReader.self, lines) }

    @Test func `A call of a model tells its conversation, prompt, answer, model, times and tokens`() throws {
        let told = told(
            history.spans(
                history.chat(
                    1, at: 1, response: "resp_1", input: O.list(O.message("user", "go")),
                    output: O.list(O.message("assistant", "Done.")))))
        let session = try #require(told.sessions.first)
        #expect((session.agent, session.makerID, session.agentVersion) == ("shop-agent", "conv-1", "1.2"))
        let answer = try #require(told.generations.first)
        #expect(answer.uid == UID(of: .generation, makerID: "resp_1"))
        #expect((answer.model, answer.output.text, answer.stopReason) == ("gpt-test-1", "Done.", "stop"))
        #expect((answer.startedAt, answer.endedAt) == (O.milliseconds(1), O.milliseconds(2)))
        #expect(answer.tokens == TokenCounts(input: 100, output: 7))
        #expect(answer.prompt == told.prompts.first?.uid)
        #expect(told.words == ["go"])
        #expect(told.verdicts == [.read])
    }

    @Test func `Without an id of its own an answer is named by its span, and a conversation by its trace`() {
        let told = told(history.spans(history.chat(3, at: 1, conversation: nil)))
        #expect(told.generations.first?.uid == UID(of: .generation, makerID: O.id(3)))
        #expect(told.sessions.first?.makerID == history.trace)
    }

    @Test func `Each call brings all messages again, and what was told before is told once`() {
        let first = O.message("user", "go")
        let call = O.call("c-1", "write_file", #"{"path":"/s/n.py","content":"one\ntwo\n"}"#)
        let told = told(
            history.spans(history.chat(1, at: 1, response: "r-1", input: O.list(first), output: O.list(call))),
            history.spans(
                history.chat(
                    2, at: 5, response: "r-2",
                    input: O.list(first, call, O.result("c-1", "Written."), O.message("user", "and more")))))
        #expect(told.generations.map(\.context) == [1...1, 1...3])
        #expect(told.words == ["go", "and more"])
        #expect(told.segments(.tool) == ["Written."])
        #expect(told.edits.map(\.path) == ["/s/n.py"])
        #expect(told.edits.first?.uid == UID(of: .edit, makerID: "c-1"))
        #expect(told.edits.first?.generation == UID(of: .generation, makerID: "r-1"))
    }

    @Test(
        arguments: [
            (100, 60, 10, nil, TokenCounts(input: 30, cacheRead: 60, cacheWrite: 10, output: 7)),
            // Fewer than the cached ones: Anthropic's own count, which leaves them out.
            (3, 60, 10, nil, TokenCounts(input: 3, cacheRead: 60, cacheWrite: 10, output: 7)),
            // The total says that they come on top.
            (100, 60, 10, 177, TokenCounts(input: 100, cacheRead: 60, cacheWrite: 10, output: 7)),
        ] as [(Int, Int, Int, Int?, TokenCounts)])
    func `Cached input is kept apart`(input: Int, read: Int, write: Int, total: Int?, tokens: TokenCounts) {
        for (reading, writing) in [
            ("cache_read.input_tokens", "cache_creation.input_tokens"),
            ("cache_read_input_tokens", "cache_write.input_tokens"),
        ] {
            var attributes = [
                O.attribute("gen_ai.operation.name", "chat"), O.attribute("gen_ai.system", "anthropic"),
                O.attribute("gen_ai.usage.input_tokens", input), O.attribute("gen_ai.usage.completion_tokens", 7),
                O.attribute("gen_ai.usage.\(reading)", read), O.attribute("gen_ai.usage.\(writing)", write),
            ]
            if let total { attributes.append(O.attribute("gen_ai.usage.total_tokens", total)) }
            let told = told(history.spans(history.span(1, "chat", at: 1, attributes.joined(separator: ","))))
            #expect(told.generations.first?.tokens == tokens)
        }
    }

    @Test(arguments: [true, false])
    func `Words that stand in log records are those of their span, whichever comes first`(isBefore: Bool) {
        let words = history.logs(
            history.log(
                "gen_ai.client.inference.operation.details", at: 1, span: 1,
                O.attribute("gen_ai.operation.name", "chat"),
                O.attribute("gen_ai.conversation.id", "conv-1"),
                O.attribute(
                    "gen_ai.input.messages",
                    value: """
                        {"arrayValue":{"values":[{"kvlistValue":{"values":[{"key":"role","value":{"stringValue":"user"}},\
                        {"key":"parts","value":{"arrayValue":{"values":[{"kvlistValue":{"values":[{"key":"type","value":\
                        {"stringValue":"text"}},{"key":"content","value":{"stringValue":"go"}}]}}]}}}]}}]}}
                        """),
                O.attribute("gen_ai.output.messages", O.list(O.message("assistant", "Done.")))))
        let span = history.spans(history.chat(1, at: 1, response: "r-1"))
        let told = isBefore ? told(words, span) : told(span, words)
        #expect(told.generations.map(\.uid) == [UID(of: .generation, makerID: "r-1")])
        #expect(told.generations.first?.output.text == "Done.")
        #expect(told.words == ["go"])
    }

    @Test func `While words wait for their span, reading can be left before them`() {
        let words = history.logs(
            history.log("gen_ai.user.message", at: 1, span: 1, body: #"{"stringValue":"go"}"#))
        let other = history.spans(history.chat(2, at: 1, response: "r-2"))
        #expect(told(words, other).mark.line == 1)
        #expect(told(words, other, history.spans(history.chat(1, at: 1, response: "r-1"))).mark.line == 4)
    }

    @Test func `The names of older versions are the same things`() {
        let told = told(
            history.spans(
                history.span(
                    1, "openai.chat", at: 1, O.attribute("gen_ai.request.model", "gpt-test"),
                    O.attribute("gen_ai.usage.prompt_tokens", 5), O.attribute("gen_ai.usage.completion_tokens", 2),
                    O.attribute("gen_ai.prompt.0.role", "user"), O.attribute("gen_ai.prompt.0.content", "go"),
                    O.attribute("gen_ai.completion.0.content", "Done."),
                    O.attribute("gen_ai.completion.0.role", "assistant"),
                    O.attribute("gen_ai.completion.0.tool_calls.0.id", "c-1"),
                    O.attribute("gen_ai.completion.0.tool_calls.0.name", "create_file"),
                    O.attribute("gen_ai.completion.0.tool_calls.0.arguments", #"{"filePath":"/a","content":"x"}"#))))
        #expect(told.words == ["go"])
        #expect(told.generations.first?.output.text == "Done.")
        #expect(told.edits.map(\.path) == ["/a"])
    }

    @Test func `What became of a call stands in the span of its tool`() {
        func status(_ code: Int) -> EditOutcome? {
            told(
                history.spans(
                    history.chat(
                        1, at: 1, response: "r-1",
                        output: O.list(O.call("c-1", "write_file", #"{"path":"/a","content":"x"}"#)))),
                history.spans(
                    history.span(
                        2, "execute_tool write_file", at: 3, O.attribute("gen_ai.operation.name", "execute_tool"),
                        O.attribute("gen_ai.tool.name", "write_file"), O.attribute("gen_ai.tool.call.id", "c-1"),
                        O.attribute("gen_ai.conversation.id", "conv-1"), status: code))
            ).outcomes.first
        }
        #expect(status(0)?.status == .applied)
        #expect(status(2)?.status == .failed)
    }

    @Test func `A call whose answer was not recorded belongs to the last answer before it`() {
        let told = told(
            history.spans(history.chat(1, at: 1, response: "r-1")),
            history.spans(
                history.span(
                    2, "execute_tool", at: 3, O.attribute("gen_ai.operation.name", "execute_tool"),
                    O.attribute("gen_ai.tool.name", "write_file"), O.attribute("gen_ai.tool.call.id", "c-1"),
                    O.attribute("gen_ai.tool.call.arguments", #"{"path":"/a","content":"x"}"#),
                    O.attribute("gen_ai.conversation.id", "conv-1"))))
        #expect(told.edits.map(\.generation) == [UID(of: .generation, makerID: "r-1")])
    }

    @Test func `Other programs' spans are unknown lines, and never an error`() {
        let told = told(
            history.spans(history.span(1, "GET /cart", at: 1, O.attribute("http.route", "/cart"))),
            history.logs(history.log("started", at: 1)),
            #"{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"name":"http.server.duration"}]}]}]}"#,
            history.spans(
                history.span(1, "GET /cart", at: 1), history.chat(2, at: 1, response: "r-1")))
        #expect(told.verdicts == [.unknown, .unknown, .unknown, .read])
        #expect(told.generations.count == 1)
    }

    @Test func `A list of exports and an SDK's own objects are read as well`() {
        let list = "[" + history.spans(history.chat(1, at: 1, response: "r-1")) + "]"
        let own = """
            {"_spanContext":{"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331"},"name":"chat m",\
            "startTime":[1767225601,500000000],"endTime":[1767225602,0],"status":{"code":0},"events":[],\
            "attributes":{"gen_ai.operation.name":"chat","gen_ai.response.id":"r-2","gen_ai.request.model":"m",\
            "gen_ai.usage.input_tokens":4,"gen_ai.usage.output_tokens":2,"gen_ai.conversation.id":"conv-1"},\
            "resource":{"_rawAttributes":[["service.name","own"]]},"instrumentationScope":{"name":"t"}}
            """
        let told = told(list, own)
        #expect(told.generations.map(\.makerID) == ["r-1", "r-2"])
        #expect(told.generations.last?.startedAt == O.milliseconds(1) + 500)
    }

    @Test func `Members of every wrong kind are passed over`() {
        let values = [
            "null", "7", "-1.5e300", "1e400", "true", #""""#, #""x""#, #""\u0000""#, "[]", "[[]]", "{}",
            "[null,1,\"a\",{}]",
            String(repeating: "[", count: 400) + String(repeating: "]", count: 400),
        ]
        var lines: [String] = []
        for value in values {
            lines += [
                #"{"resourceSpans":\#(value)}"#, #"{"resourceSpans":[\#(value)]}"#,
                #"{"resourceSpans":[{"resource":\#(value),"scopeSpans":[\#(value)]}]}"#,
                #"{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":\#(value),"attributes":\#(value)}]}]}]}"#,
                history.spans(value),
                history.logs(value),
                history.spans(history.span(1, "x", at: 1, O.attribute("gen_ai.operation.name", value: value))),
                #"{"hrTime":\#(value),"resource":{},"attributes":\#(value),"_body":\#(value)}"#,
            ]
            for name in [
                "gen_ai.input.messages", "gen_ai.output.messages", "gen_ai.usage.input_tokens", "gen_ai.response.id",
                "gen_ai.usage.cache_read.input_tokens", "gen_ai.response.finish_reasons", "gen_ai.system_instructions",
                "gen_ai.conversation.id",
            ] {
                for given in [value, #"{"stringValue":\#(quoted(value))}"#, #"{"intValue":\#(value)}"#] {
                    lines.append(
                        history.spans(
                            history.span(
                                1, "chat", at: 1, O.attribute("gen_ai.operation.name", "chat"),
                                O.attribute(name, value: given))))
                }
            }
        }
        let told = Told(OTLPReader.self, lines + [history.spans(history.chat(9, at: 1, response: "r-1"))])
        #expect(told.generations.last?.makerID == "r-1")
        #expect(told.generations.allSatisfy { ($0.tokens.input ?? 0) >= 0 })
    }
}
