import TestSupport
import Testing

@testable import Engines

@Suite(.enabled(if: Curl.shared != nil, "libcurl is not installed"))
struct EngineProbeTests {
    @Test func `Each kind of server is told by what only it has`() throws {
        func look(_ answers: [String: String]) throws -> EngineProbe.Found {
            let server = try ReplayServer { answers[$0.path].map { .init($0) } ?? .notFound }
            defer { server.close() }
            return try EngineProbe().look(at: server.address)
        }
        let ollama = try look([
            "/api/version": "{\"version\":\"0.33.0\"}",
            "/api/tags":
                "{\"models\":[{\"name\":\"tiny:latest\",\"digest\":\"ec28\",\"details\":{\"parameter_size\":\"19M\",\"quantization_level\":\"F16\"}}]}",
        ])
        #expect(ollama.engine.kind == .ollama)
        #expect(ollama.version == "0.33.0")
        #expect(ollama.models.first?.digest == "ec28")
        let llama = try look([
            "/props": "{\"default_generation_settings\":{}}",
            "/v1/models":
                "{\"data\":[{\"id\":\"tiny\",\"owned_by\":\"llamacpp\",\"meta\":{\"n_ctx\":4096,\"n_params\":19530048}}]}",
        ])
        #expect(llama.engine.kind == .llama)
        #expect(llama.models.first?.context == 4096)
        #expect(llama.models.first?.size == "19.5M")
        let vllm = try look(["/v1/models": "{\"data\":[{\"id\":\"q\",\"owned_by\":\"vllm\",\"max_model_len\":8192}]}"])
        #expect(vllm.engine.kind == .vllm)
        #expect(vllm.models.first?.context == 8192)
        #expect(try look(["/v1/models": "{\"data\":[]}"]).engine.kind == .openai)
        let failure = #expect(throws: EngineFailure.self) { try look(["/": "<html>"]) }
        #expect(failure?.description.contains("is no engine that is known") == true)
    }

    @Test func `What goes wrong is told of the address that was named`() throws {
        func look(_ reply: ReplayServer.Reply) throws -> (failure: EngineFailure?, address: String) {
            let server = try ReplayServer { _ in reply }
            defer { server.close() }
            let patience = HTTPPatience(connect: 1000, firstByte: 300, idle: 300)
            let failure = #expect(throws: EngineFailure.self) {
                try EngineProbe(patience: patience).look(at: server.address)
            }
            return (failure, server.address)
        }
        let locked = try look(.init("{\"error\":\"no\"}", status: "401 Unauthorized"))
        #expect(locked.failure?.description.contains("wants a key") == true)
        var silent = ReplayServer.Reply("")
        silent.isSilent = true
        let late = try look(silent)
        #expect(late.failure == .http(.late(late.address, 300)))
    }

    @Test(
        arguments: [
            ("localhost:11434", nil, "http://localhost:11434", nil),
            ("http://gpu:8000/v1", nil, "http://gpu:8000", nil),
            ("http://gpu:8000/v1/", nil, "http://gpu:8000", nil),
            ("http://a:1/api/generate", Engine.Kind.ollama, "http://a:1", "/api/generate"),
            ("https://h/x/v1/messages", .anthropic, "https://h/x", "/v1/messages"),
            ("plain+http://h/gen/code", .plain, "http://h", "/gen/code"),
            ("vllm+http://h:8000", .vllm, "http://h:8000", nil),
            ("http://h/v1/completions", nil, "http://h", "/v1/completions"),
        ] as [(String, Engine.Kind?, String, String?)])
    func `Addresses are taken as people write them`(text: String, kind: Engine.Kind?, base: String, path: String?)
        throws
    {
        let address = try EngineAddress(text)
        #expect(address.kind == kind)
        #expect(address.base == base)
        #expect(address.path == path)
    }

    @Test(arguments: ["ftp://h", "http://", "x+http://h", "http://me:pw@h", "http://h/a b", "file:///etc/passwd"])
    func `What is no address is none`(text: String) {
        #expect(throws: EngineFailure.badAddress(text)) { try EngineAddress(text) }
    }

    @Test func `A time to wait is a number of seconds or a date`() {
        #expect(RetryAfter.milliseconds("2") == 2000)
        #expect(RetryAfter.milliseconds("1.5") == 1500)
        #expect(RetryAfter.milliseconds("Sun, 06 Nov 1994 08:49:37 GMT", now: 784_111_770) == 7000)
        #expect(RetryAfter.milliseconds("Sun, 06 Nov 1994 08:49:37 GMT", now: 784_111_790) == 0)
        #expect(RetryAfter.milliseconds("soon") == nil)
    }
}
