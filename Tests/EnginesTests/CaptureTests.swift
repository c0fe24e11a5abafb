import TestSupport
import Testing

@testable import Engines

/// Answers of real servers, cut wherever a network may cut them.
@Suite(.enabled(if: Captures.areThere, "the captures of real servers are not there"))
struct CaptureTests {
    @Test(arguments: Captures.answers)
    func `An answer is the same wherever its body is cut`(capture: Captures.Capture) throws {
        func read(_ cut: (Int) -> Int) -> EngineAnswer {
            .reading(capture.body, capture.spoken, capture.framing, cut: cut)
        }
        let whole = read { _ in .max }
        switch whole.end {
        case .complete: break
        case .truncated: #expect(capture.name.contains("repeat-abort"))
        default: Issue.record("\(whole.end)")
        }
        // Every byte on its own: cut at every boundary there is.
        #expect(read { _ in 1 } == whole)
        for size in [2, 3, 5, 7, 64, 1000, 4096] { #expect(read { _ in size } == whole, "\(size)") }
        // In two, at every boundary of a short body, and near both ends of a long one.
        for place in 1..<min(capture.body.count, max(30, 200_000 / capture.body.count)) {
            #expect(read { $0 == 0 ? place : .max } == whole, "\(place)")
            #expect(read { $0 == 0 ? capture.body.count - place : .max } == whole, "-\(place)")
        }
    }

    @Test(arguments: Captures.answers)
    func `Pieces add up to the text, and a cut-off stream is never complete`(capture: Captures.Capture) {
        let whole = EngineAnswer.reading(capture.body, capture.spoken, capture.framing, cut: { _ in .max })
        if !whole.pieces.isEmpty { #expect(whole.pieces.reduce(0) { $0 + $1.length } == whole.text.utf8.count) }
        for piece in whole.pieces {
            #expect(piece.logprob.map { $0 <= 0 && $0 > -9998 } ?? true)
        }
        guard case .complete = whole.end else { return }
        for count in stride(from: 0, to: capture.body.count - 40, by: max(1, capture.body.count / 50)) {
            let cut = EngineAnswer.reading(
                Array(capture.body[..<count]), capture.spoken, capture.framing, cut: { _ in .max }, isWhole: false)
            #expect(cut.end == .truncated, "\(count) of \(capture.body.count)")
            #expect(whole.text.hasPrefix(cut.text) || cut.text.isEmpty)
        }
    }

    private func read(_ name: String) throws -> EngineAnswer {
        let capture = try #require(Captures.capture(name))
        return .reading(capture.body, capture.spoken, capture.framing, cut: { _ in 11 })
    }

    // What follows was worked out by hand from the bodies.

    @Test func `All ids of a character of several tokens are under it, where the server tells them`() throws {
        let answer = try read("utf8-partial")
        #expect(answer.spans == ["🦊 9284 99 232", "𓂀 148864 222", "é 963", "漢 110007", " 128247"])
        #expect(answer.observedTokens == 8)
        #expect(answer.reportedTokens == 8)
        #expect(answer.fidelity == .ids)
        #expect(
            answer.pieces.map(\.logprob) == [
                nil, nil, -19.957047, nil, -17.006884, -14.315697, -19.82519, -14.927812,
            ])
        #expect(answer.finishReason == "eos")
        #expect(answer.seed == 1)
        #expect(answer.model == "tiny-qwen-bpe")
    }

    @Test func `The same as a stream has lost three ids, and says so by its counts`() throws {
        let answer = try read("utf8-partial-stream")
        #expect(answer.spans == ["🦊 232", "𓂀 222", "é 963", "漢 110007", " 128247"])
        #expect(answer.observedTokens == 5)
        #expect(answer.reportedTokens == 8)
        #expect(answer.fidelity == .pieces)
        #expect(answer.pieces[0].alternatives.map(\.text) == [" haircut", "dl"])
        #expect(answer.pieces[0].alternatives.map(\.id) == [85724, 8736])
    }

    @Test func `Text held back for a stop string is that of the tokens that waited and of the one that came with it`()
        throws
    {
        for name in ["holdback", "holdback-stream"] {
            let answer = try read(name)
            #expect(answer.text == "a END b ENDX c")
            #expect(
                answer.spans == [
                    "a 64", "  220", "END  4689 220", "b 65", "  220", "ENDX 4689 55", " c 272", " 151645",
                ])
            #expect(answer.fidelity == .ids)
        }
    }

    @Test func `A stop string's own token has no text, with an entry or without`() throws {
        let plain = try read("stop-string")
        #expect(plain.text == "let a = 1;\nlet b")
        #expect(plain.pieces.count == 14)
        #expect(plain.pieces.last == AnswerPiece(length: 0, id: 4689))
        #expect(plain.finishReason == "word")
        let stream = try read("stop-string-stream")
        #expect(stream.text == plain.text)
        #expect(stream.pieces.map(\.id) == plain.pieces.map(\.id))
        #expect(stream.pieces.last?.length == 0)
        #expect(stream.pieces.last?.logprob != nil)
    }

    @Test func `An answer that stops within a character has the replacement under its ids, without a probability`()
        throws
    {
        let one = try read("utf8-limit-midchar")
        #expect(one.spans == ["\u{FFFD} 148864"])
        #expect(one.pieces == [AnswerPiece(length: 3, id: 148864)])
        let three = try read("utf8-invalid")
        #expect(three.spans == ["\u{FFFD}\u{FFFD}\u{FFFD} 144 144 144"])
        let stream = try read("utf8-limit-midchar-stream")
        #expect(stream.text.isEmpty)
        #expect(stream.observedTokens == 0)
        #expect(stream.reportedTokens == 1)
        #expect(stream.fidelity == .text)
    }

    @Test func `Probabilities after sampling are not taken for those before it`() throws {
        let answer = try read("completion-postsampling")
        #expect(answer.spans.count == 5)
        #expect(answer.spans[3] == "\u{FFFD} Unternehmen 123950 61197")
        #expect(answer.pieces.allSatisfy { $0.logprob == nil && $0.alternatives.isEmpty })
        #expect(answer.fidelity == .ids)
    }

    @Test func `Reading the prompt is no token`() throws {
        let answer = try read("completion-stream-progress")
        #expect(answer.spans == [" Gesch 35346", "PERT 13787", "𬮱 123080", " diligently 90605"])
        #expect(answer.promptTokens == 13)
        #expect(answer.cachedPromptTokens == 0)
        #expect(answer.timings.prompt == 5.475)
        #expect(answer.finishReason == "limit")
    }

    @Test func `Ollama tells no ids, and fewer pieces than it counts tokens`() throws {
        let answer = try read("ollama/generate-format-utf8-stream")
        #expect(answer.text == "\"let s = \\\"🦊𓂀é漢\\\" // naïve\"")
        #expect(answer.observedTokens == 20)
        #expect(answer.reportedTokens == 23)
        #expect(answer.fidelity == .pieces)
        #expect(answer.finishReason == "stop")
        #expect(answer.promptTokens == 1)
        #expect(answer.timings.generation == 6628.125)
        #expect(answer.pieces[0].logprob == -18.868732)
        #expect(answer.pieces[0].alternatives.map(\.text) == [" refin", " confuse"])
    }

    @Test func `Ollama breaks off a repetition without a word, streaming or not`() throws {
        let stream = try read("ollama/generate-repeat-abort-stream")
        #expect(stream.end == .truncated)
        #expect(stream.observedTokens == 32)
        #expect(stream.reportedTokens == nil)
        let plain = try read("ollama/generate-repeat-abort")
        #expect(plain.end == .truncated)
        #expect(plain.text.hasPrefix("\"🦊🦊"))
        #expect(plain.fidelity == .text)
    }

    @Test func `Ollama's compatible endpoint tells text alone, and counts with its last chunk`() throws {
        let answer = try read("ollama/v1-completions-stream")
        #expect(answer.text == "ﷺ𬭸שולח亂思念'},")
        #expect(answer.fidelity == .text)
        #expect(answer.pieces.isEmpty)
        #expect(answer.reportedTokens == 6)
        #expect(answer.promptTokens == 10)
        #expect(answer.finishReason == "length")
        #expect(answer.makerID == "cmpl-876")
        let chat = try read("ollama/v1-chat-stream")
        #expect(chat.fidelity == .pieces)
        #expect(chat.observedTokens == 6)
        #expect(chat.reportedTokens == 6)
    }

    @Test func `Completions of the llama.cpp server have the shape of its chat`() throws {
        let answer = try read("v1-completions-stream")
        #expect(answer.spans[3] == "\u{FFFD} Unternehmen 61197")
        #expect(answer.observedTokens == 15)
        #expect(answer.reportedTokens == 16)
        #expect(answer.promptTokens == 1)
        #expect(answer.cachedPromptTokens == 2)
        #expect(answer.fidelity == .pieces)
        let chat = try read("v1-chat-stream")
        #expect(chat.observedTokens == 16)
        #expect(chat.fidelity == .ids)
        #expect(chat.makerID == "chatcmpl-ZNiWKBjQcRu9GzbpqqYfFZAzk36yechY")
    }

    @Test func `Messages tell text alone; the last usage counts`() throws {
        let answer = try read("ollama/v1-messages-stream")
        #expect(answer.text == "ﷺ𬭸gregarFUL lĩnh collecting")
        #expect(answer.promptTokens == 10)
        #expect(answer.reportedTokens == 6)
        #expect(answer.finishReason == "max_tokens")
        #expect(answer.makerID == "msg_dee72440971f23bea2cd1996")
        #expect(answer.fidelity == .text)
        let llama = try read("anthropic-stream")
        #expect(llama.text.hasPrefix("Hola Hospitality纩우 tutoring"))
        #expect(llama.cachedPromptTokens == 9)
        #expect(try read("anthropic").text.hasPrefix("_#{髁𝑃 descriptive"))
    }

    @Test func `Responses tell text alone, and their counts with the last event`() throws {
        let answer = try read("responses-stream")
        #expect(answer.text == "ﷺ𬭸User确這_^=len Raiseとする拧確認,#")
        #expect(answer.makerID == "resp_O6Yhk1mZf1C6Ug3UtVpMOvvp15lup1zS")
        #expect(answer.model == "tiny-qwen-bpe" && answer.finishReason == "completed")
        #expect(answer.promptTokens == 1 && answer.cachedPromptTokens == 9 && answer.reportedTokens == 12)
        #expect(answer.fidelity == .text && answer.timings.generation == 50.57)
    }

    @Test(arguments: Captures.errors)
    func `What an engine says is wrong is the same wherever it is cut`(name: String) throws {
        let body = try #require(Captures.body(name))
        func words(_ size: Int) -> Complaint {
            let reading = AnswerReading(.chat, .init())
            reading.take(HTTPHead(status: 400))
            for start in stride(from: 0, to: body.count, by: size) {
                body[start..<min(body.count, start + size)].withUnsafeBytes { _ = reading.take($0) }
            }
            return Complaint(body: reading.refusal)
        }
        #expect(!words(body.count).words.isEmpty)
        for size in [1, 2, 7] { #expect(words(size) == words(body.count)) }
    }

    @Test(arguments: [
        ("err-ctx", "request (9001 tokens) exceeds the available context size (4096 tokens), try increasing it"),
        ("err-401", "Invalid API Key"), ("err-503-loading", "Loading model"),
        ("ollama/err-nomodel", "model 'nope' not found"), ("ollama/err-nomodel-v1", "model 'nope' not found"),
        ("ollama/err-nomodel-anthropic", "model 'nope' not found"), ("ollama/err-badjson", "unexpected EOF"),
    ])
    func `Errors are told in the engine's own words`(name: String, words: String) throws {
        let complaint = Complaint(body: try #require(Captures.body(name)))
        #expect(complaint.words == words)
        if name == "err-ctx" {
            #expect(complaint.contextTokens == 4096)
            #expect(complaint.promptTokens == 9001)
        }
    }

    @Test(arguments: [
        ("err-401", "401 Unauthorized", "wants a key"), ("err-404", "404 Not Found", "is no engine that is known"),
        ("err-503-loading", "503 Service Unavailable", "is still loading its model"),
        ("err-badjson", "500 Internal Server Error", "refuses with status 500: [json.exception.parse_error.101]"),
        ("err-ctx", "400 Bad Request", "The prompt has 9001 tokens, and the engine"),
        ("err-ctx-stream", "400 Bad Request", "The prompt has 9009 tokens, and the engine"),
        ("err-grammar", "400 Bad Request", "refuses with status 400: Failed to initialize samplers"),
        ("err-infill-unsupported", "501 Not Implemented", "refuses with status 501: Infill is not supported"),
        ("err-metrics", "501 Not Implemented", "refuses with status 501: This server does not support metrics"),
        ("err-noprompt", "400 Bad Request", "refuses with status 400: [json.exception.out_of_range.403]"),
        ("err-toplogprobs", "400 Bad Request", "refuses with status 400: top_logprobs requires logprobs"),
        ("v1-chat-tools-stream", "400 Bad Request", "refuses with status 400: logprobs is not supported"),
        ("ollama/err-badjson", "400 Bad Request", "refuses with status 400: unexpected EOF"),
        ("ollama/err-empty", "400 Bad Request", "refuses with status 400: missing request body"),
        ("ollama/err-nomodel", "404 Not Found", "has no such model: model 'nope' not found"),
        ("ollama/err-nomodel-anthropic", "404 Not Found", "has no such model: model 'nope' not found"),
        ("ollama/err-nomodel-v1", "404 Not Found", "has no such model: model 'nope' not found"),
        ("ollama/err-toplogprobs", "400 Bad Request", "refuses with status 400: top_logprobs must be"),
    ])
    func `What a real server refused is told apart`(name: String, status: String, words: String) throws {
        let body = try #require(Captures.body(name))
        for size in [1, 7, Int.max] {
            let server = try ReplayServer { _ in
                var reply = ReplayServer.Reply(body, status: status)
                reply.cut = { _ in size }
                return reply
            }
            defer { server.close() }
            var client = EngineClient(Engine(.ollama, at: server.address))
            client.patience.firstByte = 40
            let failure = #expect(throws: EngineFailure.self) { try client.ask(EngineQuestion("x")) }
            #expect(failure?.description.contains(words) == true, "\(failure?.description ?? "")")
            // Who refuses to tell probabilities is asked once more without; who loads, until patience ends.
            if name == "err-503-loading" { continue }
            #expect(server.requests.count == (words.contains("logprobs") ? 2 : 1))
        }
    }
}
