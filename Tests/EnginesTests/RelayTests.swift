import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Engines

@Suite(.enabled(if: Curl.shared != nil, "libcurl is not installed"))
struct RelayTests {
    /// What a relay told, and the relay itself.
    private final class Recorder: Sendable {
        let log = ExchangeLog()
        let relay: Relay
        let ended = DispatchSemaphore(value: 0)

        init(to server: ReplayServer) throws {
            let upstream = try RelayAddress("127.0.0.1:\(server.port)")
            let log = log
            let relay = try Relay(listening: RelayAddress("127.0.0.1:0"), upstream: upstream) { log.add($0) }
            self.relay = relay
            let ended = ended
            Thread.detachNewThread {
                relay.run()
                ended.signal()
            }
        }

        var address: String { "http://" + relay.address }

        func close() -> [Exchange] {
            relay.close()
            ended.wait()
            return log.all
        }
    }

    private static func stream(_ number: Int) -> String {
        (0..<40).map { "{\"model\":\"m\",\"response\":\"t\(number).\($0) é\",\"done\":false}\n" }.joined()
            + "{\"model\":\"m\",\"response\":\"\",\"done\":true,\"done_reason\":\"stop\",\"eval_count\":40}\n"
    }

    private final class Body: HTTPReceiver {
        var head: HTTPHead?
        var bytes: [UInt8] = []
        var isCancelled: Bool { false }
        func take(_ head: HTTPHead) { self.head = head }
        func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
            self.bytes += bytes
            return true
        }
    }

    @Test func `Sixty-four streams at once pass through to the byte, and each is told`() async throws {
        let server = try ReplayServer { request in
            var reply = ReplayServer.Reply(
                Self.stream(Int(request.text.filter(\.isNumber)) ?? -1), type: "application/x-ndjson")
            reply.cut = { 1 + $0 % 97 }
            return reply
        }
        let recorder = try Recorder(to: server)
        let address = recorder.address
        let bodies = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
            for number in 0..<64 {
                group.addTask {
                    try await withCheckedThrowingContinuation { continuation in
                        Thread.detachNewThread {
                            let body = Body()
                            let request = HTTPRequest(
                                address + "/api/generate", body: Array("{\"prompt\":\"p\(number)\"}".utf8),
                                headers: ["User-Agent: probe/1.0"])
                            do {
                                let end = try HTTPClient(allowsPublic: false).stream(request, to: body)
                                #expect(end == .whole)
                                continuation.resume(returning: (number, body.bytes))
                            } catch {
                                continuation.resume(throwing: error)
                            }
                        }
                    }
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        let exchanges = recorder.close()
        server.close()
        for number in 0..<64 { #expect(bodies[number] == Array(Self.stream(number).utf8)) }
        #expect(exchanges.count == 64)
        #expect(Set(exchanges.map { String(decoding: $0.request, as: UTF8.self) }).count == 64)
        for exchange in exchanges {
            let number = String(decoding: exchange.request, as: UTF8.self).filter(\.isNumber)
            #expect(exchange.answer.text.hasPrefix("t\(number).0 é"))
            #expect(exchange.answer.end == .complete)
            #expect(exchange.isWhole)
            #expect(exchange.dialect == .ollama)
            #expect(exchange.client == "probe/1.0")
        }
    }

    @Test func `An answer that breaks off is told as far as it came, errors and other questions are not`() throws {
        let server = try ReplayServer { request in
            switch request.path {
            case "/api/generate":
                var reply = ReplayServer.Reply(Self.stream(1), type: "application/x-ndjson")
                reply.dropsAfter = 200
                return reply
            case "/api/chat": return .init("{\"error\":\"no\"}", status: "404 Not Found")
            default: return .init("{\"models\":[]}")
            }
        }
        let recorder = try Recorder(to: server)
        let client = HTTPClient(allowsPublic: false)
        for path in ["/api/tags", "/api/chat", "/api/generate"] {
            let body = path == "/api/tags" ? nil : Array("{\"prompt\":\"x\"}".utf8)
            _ = try client.stream(HTTPRequest(recorder.address + path, body: body), to: Body())
        }
        let exchanges = recorder.close()
        server.close()
        #expect(exchanges.count == 1)
        #expect(exchanges.first?.isWhole == false)
        #expect(exchanges.first?.answer.end == .truncated)
        #expect(exchanges.first?.answer.text.hasPrefix("t1.0 é") == true)
    }

    @Test func `Several questions on one connection keep their answers apart`() {
        let log = ExchangeLog()
        let watching = ExchangeWatching { log.add($0) }
        func request(_ path: String, _ body: String) -> [UInt8] {
            Array("POST \(path) HTTP/1.1\r\nHost: x\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8)
        }
        func response(_ body: String) -> [UInt8] {
            let bytes = Array(body.utf8)
            let half = bytes.count / 2
            let first = Array("\(String(half, radix: 16));x=y\r\n".utf8) + bytes[..<half] + Array("\r\n".utf8)
            let second =
                Array("\(String(bytes.count - half, radix: 16))\r\n".utf8) + bytes[half...] + Array("\r\n".utf8)
            return Array(
                "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)
                + first + second + Array("0\r\nTrailer: 1\r\n\r\n".utf8)
        }
        let asked =
            request("/api/generate", "{\"prompt\":\"a\"}") + request("/other", "x")
            + request("/api/generate", "{\"prompt\":\"b\"}")
        let said =
            Array("HTTP/1.1 100 Continue\r\n\r\n".utf8) + response("{\"response\":\"A\",\"done\":true}\n")
            + Array("HTTP/1.1 204 No Content\r\n\r\n".utf8) + response("{\"response\":\"B\",\"done\":true}\n")
        for byte in asked { [byte].withUnsafeBytes { watching.request($0) } }
        for byte in said { [byte].withUnsafeBytes { watching.response($0) } }
        watching.responseEnded(isCancelled: false)
        let texts = log.all.map { "\(String(decoding: $0.request, as: UTF8.self)) \($0.answer.text)" }
        #expect(texts == ["{\"prompt\":\"a\"} A", "{\"prompt\":\"b\"} B"])
    }

    @Test(arguments: [
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 1),
        ("GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 101 Switching Protocols\r\n\r\n", 1),
        ("GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 0),
    ])
    func `What is not understood is told once`(asked: String, said: String, count: Int) {
        let lost = Mutex(0)
        let watching = ExchangeWatching(lost: { lost.withLock { $0 += 1 } }, { _ in })
        for _ in 0..<2 {
            for byte in asked.utf8 { [byte].withUnsafeBytes { watching.request($0) } }
            for byte in said.utf8 { [byte].withUnsafeBytes { watching.response($0) } }
        }
        watching.responseEnded(isCancelled: false)
        #expect(lost.withLock { $0 } == count)
    }

    @Test func `What is too long is told as far as it goes, and that it was cut`() {
        let log = ExchangeLog()
        let watching = ExchangeWatching(limit: 200) { log.add($0) }
        func pass(_ question: String, _ answer: String, status: String = "200 OK") {
            let asked = "POST /api/generate HTTP/1.1\r\nContent-Length: \(question.utf8.count)\r\n\r\n\(question)"
            let head = "HTTP/1.1 \(status)\r\nContent-Type: application/x-ndjson\r\n"
            let said = head + "Content-Length: \(answer.utf8.count)\r\n\r\n\(answer)"
            for byte in asked.utf8 { [byte].withUnsafeBytes { watching.request($0) } }
            Array(said.utf8).withUnsafeBytes { watching.response($0) }
        }
        let long = "{\"prompt\":\"\(String(repeating: "x", count: 300))\"}"
        pass("{}", Self.stream(1))
        pass(long, "{\"response\":\"A\",\"done\":true}\n")
        pass("{}", Self.stream(1), status: "500 Internal Server Error")
        pass("{}", "{\"response\":\"B\",\"done\":true}\n")
        let told = log.all.map {
            "\($0.isQuestionCut) \($0.isAnswerCut) \($0.isWhole) \($0.request.count) \($0.body.count)"
        }
        #expect(told == ["false true false 2 200", "true false true 0 29", "false false true 2 29"])
        #expect(log.all[0].answer.text.hasPrefix("t1.0 ét1.1 é"))
        #expect(log.all[0].answer.end == .truncated)
    }

    @Test(arguments: ["0.0.0.0:1234", "192.0.2.1:80"])
    func `Only this machine is served`(address: String) throws {
        let failure = #expect(throws: RelayFailure.self) {
            try Relay(listening: RelayAddress(address), upstream: RelayAddress("127.0.0.1:1"), told: { _ in })
        }
        #expect(failure?.description.contains("this machine's own alone") == true)
    }

    @Test func `A public engine is asked only where that was allowed`() throws {
        #expect(throws: RelayFailure.publicAddress("192.0.2.1:80")) { try RelayAddress("http://192.0.2.1:80").check() }
        try RelayAddress("http://192.0.2.1:80", allowsPublic: true).check()
        #expect(throws: RelayFailure.badAddress("https://x/v1")) { try RelayAddress("https://x/v1") }
        #expect(throws: RelayFailure.badAddress("localhost")) { try RelayAddress("localhost") }
    }
}

/// What was told, from whatever thread.
final class ExchangeLog: Sendable {
    private let exchanges = Mutex<[Exchange]>([])

    var all: [Exchange] { exchanges.withLock { $0 } }

    func add(_ exchange: Exchange) { exchanges.withLock { $0.append(exchange) } }
}
