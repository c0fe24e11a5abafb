import Foundation
import TestSupport
import Testing

@testable import Engines

/// An engine behind TLS: it must show who it is, and what passes to it is recorded all the same.
@Suite(.enabled(if: Curl.shared?.bytes != nil, "libcurl is not installed"))
struct EncryptedRelayTests {
    @Test func `Only the name of the host changes in a request, wherever it is cut`() {
        let body = "Host: in-the-body\r\n\r\n"
        func requests(_ host: String) -> String {
            "POST /api/chat HTTP/1.1\r\nAccept: */*\r\nhost: \(host)\r\nX-Host: same\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
                + "GET /a HTTP/1.1\r\nHost: \(host)\r\n\r\nPOST /b HTTP/1.1\r\nHost: \(host)\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n5\r\nHost:\r\n0\r\n\r\nGET /c HTTP/1.1\nHost: \(host)\n\n"
        }
        let wanted = requests("llm.lan").replacing("\r\nhost: llm.lan", with: "\r\nHost: llm.lan")
        let sent = Array(requests("127.0.0.1:11435").utf8)
        for size in [1, 2, 3, 7, 50, sent.count] {
            var field = HostField("llm.lan")
            var out: [UInt8] = []
            for start in stride(from: 0, to: sent.count, by: size) {
                Array(sent[start..<min(start + size, sent.count)]).withUnsafeBytes { out += field.take($0) }
            }
            #expect(String(decoding: out, as: UTF8.self) == wanted, "\(size)")
        }
    }

    @Test func `What is no request passes as it is`() {
        let bytes = Array("\u{16}\u{3}Host: x\r\n\r\nhello\n".utf8)
        var field = HostField("llm.lan")
        #expect(bytes.withUnsafeBytes { field.take($0) } == bytes)
    }

    @Test(arguments: [
        ("https://llm.lan", "llm.lan", "https://llm.lan"),
        ("https://llm.lan:8443/", "llm.lan:8443", "https://llm.lan:8443"),
        ("http://llm.lan", "llm.lan", "http://llm.lan"), ("127.0.0.1:1", "127.0.0.1:1", "http://127.0.0.1:1"),
        ("https://[::1]", "[::1]", "https://[::1]"),
    ])
    func `Addresses are read as they are written`(text: String, host: String, address: String) throws {
        let read = try RelayAddress(text)
        #expect(read.hostField == host)
        #expect(read.address == address)
    }
}

/// With a real server by TLS, which python plays and for which openssl makes a certificate.
@Suite(
    .enabled(if: Curl.shared?.bytes != nil && SecureServer.isPossible, "libcurl, python3 or openssl is not installed"))
struct SecureServerTests {
    private func relay(to upstream: RelayAddress) throws -> (relay: Relay, log: ExchangeLog, ended: DispatchSemaphore) {
        let log = ExchangeLog()
        let relay = try Relay(listening: RelayAddress("127.0.0.1:0"), upstream: upstream) { log.add($0) }
        let ended = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            relay.run()
            ended.signal()
        }
        return (relay, log, ended)
    }

    private func ask(_ relay: Relay) throws -> (status: Int, text: String) {
        final class Body: HTTPReceiver {
            var status = 0
            var bytes: [UInt8] = []
            var isCancelled: Bool { false }
            func take(_ head: HTTPHead) { status = head.status }
            func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
                self.bytes += bytes
                return true
            }
        }
        let body = Body()
        let request = HTTPRequest(
            "http://\(relay.address)/api/generate", body: Array("{\"prompt\":\"p\"}".utf8), headers: [])
        _ = try HTTPClient(allowsPublic: false).stream(request, to: body)
        return (body.status, String(decoding: body.bytes, as: UTF8.self))
    }

    @Test func `A question passes to an engine by TLS, and its answer is recorded`() throws {
        let server = try SecureServer()
        defer { server.close() }
        var upstream = try RelayAddress("https://localhost:\(server.port)")
        upstream.authority = server.certificate
        try upstream.check()
        let (relay, log, ended) = try relay(to: upstream)
        for _ in 0..<2 { #expect(try ask(relay).text == SecureServer.answer) }
        relay.close()
        ended.wait()
        #expect(log.all.map(\.answer.text) == ["h🦊i", "h🦊i"])
        #expect(log.all.allSatisfy { $0.isWhole && $0.answer.end == .complete })
        #expect(server.hosts.suffix(2) == ["localhost:\(server.port)", "localhost:\(server.port)"])
    }

    @Test func `One that cannot show who it is gets nothing`() throws {
        let server = try SecureServer()
        defer { server.close() }
        let upstream = try RelayAddress("https://localhost:\(server.port)")
        #expect { try upstream.check() } throws: { error in
            if case .untrusted = error as? RelayFailure { true } else { false }
        }
        let (relay, log, ended) = try relay(to: upstream)
        let answer = try ask(relay)
        relay.close()
        ended.wait()
        #expect(answer.status == 502 && answer.text.contains("cannot show who it is"), "\(answer)")
        #expect(log.all.isEmpty && server.hosts.isEmpty)
    }
}
