import Foundation
import TestSupport
import Testing

@testable import Engines

/// Asks a server of its own on this machine that plays good and bad engines.
@Suite(.enabled(if: Curl.shared != nil, "libcurl is not installed"))
struct EngineClientTests {
    private static let stream = """
        {"model":"m","message":{"content":"def "},"done":false,"logprobs":[{"token":"def ","logprob":-0.5}]}
        {"model":"m","message":{"content":"f🦊"},"done":false,"logprobs":[{"token":"f🦊","logprob":-1}]}
        {"model":"m","message":{"content":""},"done":true,"done_reason":"stop","eval_count":2}

        """
    private static let ndjson = "application/x-ndjson"

    private func client(_ server: ReplayServer, _ kind: Engine.Kind = .ollama, path: String? = nil) -> EngineClient {
        var client = EngineClient(Engine(kind, at: server.address, path: path))
        client.patience = HTTPPatience(connect: 2000, firstByte: 400, idle: 300)
        return client
    }

    @Test func `A stream is handed on as it comes, and is the same in one-byte chunks`() throws {
        let server = try ReplayServer { _ in
            var reply = ReplayServer.Reply(Self.stream, type: Self.ndjson)
            reply.cut = { _ in 1 }
            return reply
        }
        defer { server.close() }
        var shown = ""
        var watch = EngineClient.Watch()
        watch.grew = { text, _ in shown += text }
        var question = EngineQuestion("Write f.")
        question.seed = 7
        let outcome = try client(server).ask(question, watch)
        #expect(shown == "def f🦊")
        #expect(outcome.answer.text == shown)
        #expect(outcome.answer.end == .complete)
        #expect(outcome.shortfall == nil)
        #expect(outcome.firstTokenAfter != nil)
        let request = try #require(server.requests.first)
        #expect(request.path == "/api/chat")
        #expect(request.text.contains("\"logprobs\":true"))
        #expect(request.text.contains("\"seed\":7"))
    }

    @Test func `A connection that breaks within an answer keeps what had come, and is not asked again`() throws {
        let server = try ReplayServer { _ in
            var reply = ReplayServer.Reply(Self.stream, type: Self.ndjson)
            reply.dropsAfter = 150
            return reply
        }
        defer { server.close() }
        let outcome = try client(server).ask(EngineQuestion("x"))
        #expect(outcome.answer.text == "def ")
        #expect(outcome.answer.end == .truncated)
        #expect(outcome.shortfall?.hasPrefix("The connection broke") == true)
        #expect(server.requests.count == 1)
    }

    @Test func `A stream without its end mark is truncated, and says so`() throws {
        let server = try ReplayServer { _ in
            ReplayServer.Reply(String(Self.stream.prefix(205)), type: Self.ndjson)
        }
        defer { server.close() }
        let outcome = try client(server).ask(EngineQuestion("x"))
        #expect(outcome.answer.end == .truncated)
        #expect(outcome.shortfall == "The stream ended without its end mark: the answer is truncated.")
    }

    @Test func `A stream that stands still is given up, and what had come is kept`() throws {
        let server = try ReplayServer { _ in
            var reply = ReplayServer.Reply(Self.stream, type: Self.ndjson)
            reply.stallsAfter = 150
            return reply
        }
        defer { server.close() }
        let outcome = try client(server).ask(EngineQuestion("x"))
        #expect(outcome.answer.text == "def ")
        #expect(outcome.shortfall?.hasPrefix("Nothing came for") == true)
    }

    @Test func `A server that says nothing is told from one that is not there`() throws {
        let server = try ReplayServer { _ in
            var reply = ReplayServer.Reply("")
            reply.isSilent = true
            return reply
        }
        #expect(throws: EngineFailure.http(.late(server.address + "/api/chat", 400))) {
            try client(server).ask(EngineQuestion("x"))
        }
        let address = server.address
        server.close()
        let gone = EngineClient(Engine(.ollama, at: address))
        let failure = #expect(throws: EngineFailure.self) { try gone.ask(EngineQuestion("x")) }
        #expect(failure?.description.contains("gives no answer") == true)
    }

    /// A label is at most 63 bytes long (RFC 1035): no name server is asked for that.
    @Test(arguments: ["http://\(String(repeating: "x", count: 64)).invalid:11434", "http://127.0.0.1:1"])
    func `Who is not there is not asked again`(address: String) {
        var said: [String] = []
        var watch = EngineClient.Watch()
        watch.waits = { said.append($0) }
        let failure = #expect(throws: EngineFailure.self) {
            try EngineClient(Engine(.ollama, at: address)).ask(EngineQuestion("x"), watch)
        }
        #expect(failure?.description.contains("gives no answer") == true, "\(String(describing: failure))")
        #expect(said.isEmpty)
    }

    @Test func `A busy server is asked again when it says, before anything came`() throws {
        let counter = Counter()
        let server = try ReplayServer { _ in
            switch counter.next() {
            case 1:
                .init(
                    "{\"error\":{\"message\":\"slow down\"}}", status: "429 Too Many Requests",
                    headers: ["Retry-After: 0"])
            case 2:
                .init(
                    "{\"error\":\"server busy, please try again.\"}", status: "503 Service Unavailable",
                    headers: ["retry-after-ms: 1"])
            default: .init(Self.stream, type: Self.ndjson)
            }
        }
        defer { server.close() }
        var said: [String] = []
        var watch = EngineClient.Watch()
        watch.waits = { said.append($0) }
        #expect(try client(server).ask(EngineQuestion("x"), watch).answer.end == .complete)
        #expect(server.requests.count == 3)
        #expect(said.count == 2)
    }

    @Test(arguments: [
        (
            "429 Too Many Requests", "{\"error\":{\"message\":\"no money left\",\"code\":\"insufficient_quota\"}}",
            "no money left"
        ),
        ("429 Too Many Requests", "{\"error\":{\"message\":\"later\"}}", "asks to be left alone for 3600 s"),
        (
            "501 Not Implemented", "{\"error\":{\"message\":\"no such feature\",\"code\":501}}",
            "refuses with status 501: no such feature."
        ),
        (
            "500 Internal Server Error",
            "{\"error\":{\"message\":\"[json.exception.parse_error.101] x\",\"code\":500}}", "refuses with status 500"
        ),
        ("404 Not Found", "{\"error\":\"model 'nope' not found\"}", "has no such model: model 'nope' not found."),
        ("404 Not Found", "<html>404</html>", "is no engine that is known."),
        ("401 Unauthorized", "{\"error\":{\"message\":\"Invalid API Key\"}}", "COLOPHON_ENGINE_KEY"),
        (
            "400 Bad Request",
            "{\"error\":{\"code\":400,\"message\":\"too long\",\"type\":\"exceed_context_size_error\",\"n_prompt_tokens\":9001,\"n_ctx\":4096}}",
            "The prompt has 9001 tokens, and the engine"
        ),
        ("302 Found", "", "sends us to 'http://192.0.2.1/x', which is not followed"),
    ])
    func `Refusals are told apart, and not asked again`(status: String, body: String, words: String) throws {
        let server = try ReplayServer { _ in
            .init(body, status: status, headers: ["Retry-After: 3600", "Location: http://192.0.2.1/x"])
        }
        defer { server.close() }
        let failure = #expect(throws: EngineFailure.self) { try client(server).ask(EngineQuestion("x")) }
        #expect(failure?.description.contains(words) == true, "\(failure?.description ?? "")")
        #expect(server.requests.count == 1)
    }

    @Test func `Who refuses to tell probabilities is asked without`() throws {
        let server = try ReplayServer { request in
            request.text.contains("logprobs")
                ? .init(
                    "{\"error\":{\"message\":\"logprobs is not supported with tools + stream\"}}",
                    status: "400 Bad Request")
                : .init(
                    "data: {\"choices\":[{\"delta\":{\"content\":\"x\"}}]}\n\ndata: [DONE]\n\n",
                    type: "text/event-stream")
        }
        defer { server.close() }
        let outcome = try client(server, .openai).ask(EngineQuestion("x"))
        #expect(outcome.answer.text == "x")
        #expect(outcome.notes.count == 1)
    }

    @Test func `Cancelling keeps what had come as partial`() throws {
        let server = try ReplayServer { _ in
            var reply = ReplayServer.Reply(Self.stream, type: Self.ndjson)
            reply.stallsAfter = 150
            return reply
        }
        defer { server.close() }
        let hasText = Counter()
        var watch = EngineClient.Watch()
        watch.grew = { text, _ in if !text.isEmpty { _ = hasText.next() } }
        watch.isCancelled = { hasText.count > 0 }
        let outcome = try client(server).ask(EngineQuestion("x"), watch)
        #expect(outcome.answer.text == "def ")
        #expect(outcome.answer.end == .cancelled)
    }

    @Test(arguments: ["<html><body>Hello</body></html>", "\u{0}\u{1}\u{2}", String(repeating: "x", count: 100_000)])
    func `A server that says what is no answer is not believed`(body: String) throws {
        let server = try ReplayServer { _ in .init(body + "\n", type: "text/html") }
        defer { server.close() }
        let failure = #expect(throws: EngineFailure.self) { try client(server).ask(EngineQuestion("x")) }
        #expect(failure?.description.contains("is not understood: it sends what is no JSON") == true)
    }

    @Test func `A key goes with the question and is in no message`() throws {
        let server = try ReplayServer { _ in .init("{\"error\":{\"message\":\"no\"}}", status: "401 Unauthorized") }
        defer { server.close() }
        let client = EngineClient(Engine(.anthropic, at: server.address), key: "sekret-key")
        let failure = #expect(throws: EngineFailure.self) { try client.ask(EngineQuestion("x")) }
        #expect(failure?.description.contains("sekret") == false)
        #expect(server.requests.first?.head.contains("x-api-key: sekret-key") == true)
        #expect(server.requests.first?.head.contains("anthropic-version: 2023-06-01") == true)
    }

    @Test func `A public address is not asked, whatever its name says`() {
        let client = EngineClient(Engine(.ollama, at: "http://192.0.2.1"))
        #expect(throws: EngineFailure.http(.publicAddress("http://192.0.2.1/api/chat"))) {
            try client.ask(EngineQuestion("x"))
        }
    }

    @Test func `The llama server is asked by its own endpoint, in its model's template`() throws {
        let server = try ReplayServer { request in
            switch request.path {
            case "/apply-template": .init("{\"prompt\":\"<|user|>x<|assistant|>\"}")
            case "/completion":
                .init(
                    "data: {\"content\":\"a\",\"tokens\":[5],\"stop\":false,\"tokens_predicted\":1}\n\ndata: {\"content\":\"\",\"tokens\":[],\"stop\":true,\"stop_type\":\"eos\",\"tokens_predicted\":1}\n\n",
                    type: "text/event-stream")
            default: .notFound
            }
        }
        defer { server.close() }
        let outcome = try client(server, .llama).ask(EngineQuestion("x"))
        #expect(outcome.answer.fidelity == .ids)
        #expect(server.requests.last?.text.contains("\"prompt\":\"<|user|>x<|assistant|>\"") == true)
    }

    @Test func `A plain endpoint takes a prompt and gives code`() throws {
        let server = try ReplayServer { request in
            request.path == "/generate" && request.text == "{\"prompt\":\"x\"}"
                ? .init("print(1)\n", type: "text/plain") : .notFound
        }
        defer { server.close() }
        let address = try EngineAddress("plain+\(server.address)/generate")
        let engine = Engine(try #require(address.kind), at: address.base, path: address.path)
        #expect(try EngineClient(engine).ask(EngineQuestion("x")).answer.text == "print(1)\n")
    }
}

/// Counts, on whatever thread.
final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var value = 0

    var count: Int { lock.withLock { value } }

    func next() -> Int {
        lock.withLock {
            value += 1
            return value
        }
    }
}
