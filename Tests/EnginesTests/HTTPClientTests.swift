import Foundation
import Testing

@testable import Engines

/// Asks only a server of its own on this machine.
@Suite(.enabled(if: Curl.shared != nil, "libcurl is not installed"))
struct HTTPClientTests {
    private static func response(_ status: String, _ body: String, _ more: String = "") -> String {
        "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\(more)\r\n\(body)"
    }

    @Test func `A service is asked with its token as a name, and answers with status and body`() throws {
        let server = try LocalServer { request in
            // "token:" in Base64
            let isKnown = request.contains("Authorization: Basic dG9rZW46")
            return Self.response(
                isKnown ? "200 OK" : "401 Unauthorized", request.contains("GET /a?b=c ") ? "yes é" : "no")
        }
        defer { server.close() }
        let client = HTTPClient(allowsPublic: false)
        let answer = try client.get(server.address + "/a?b=c", user: "token")
        #expect(answer.status == 200)
        #expect(String(decoding: answer.body, as: UTF8.self) == "yes é")
        #expect(try client.get(server.address + "/a").status == 401)
    }

    @Test func `Who sends us elsewhere is not followed`() throws {
        let server = try LocalServer { _ in Self.response("302 Found", "", "Location: http://127.0.0.1:1/\r\n") }
        defer { server.close() }
        #expect(try HTTPClient(allowsPublic: false).get(server.address).status == 302)
    }

    @Test func `A public address is refused before anything is sent`() {
        // An address of a net for documentation; nothing is there, and nothing is sent.
        #expect(throws: HTTPFailure.publicAddress("http://192.0.2.1/")) {
            try HTTPClient(allowsPublic: false).get("http://192.0.2.1/")
        }
        #expect(throws: HTTPFailure.self) { try HTTPClient(allowsPublic: false).get("http://[2001:db8::1]/") }
    }

    @Test func `What is too large, no address, or nobody there is told in a sentence without secrets`() throws {
        let server = try LocalServer { _ in Self.response("200 OK", String(repeating: "x", count: 5000)) }
        let address = server.address
        #expect(throws: HTTPFailure.tooLarge(address, 4000)) {
            try HTTPClient(allowsPublic: false, limit: 4000).get(address)
        }
        server.close()
        let client = HTTPClient(allowsPublic: false)
        #expect(throws: HTTPFailure.badAddress("http://a b")) { try client.get("http://a b") }
        #expect(throws: HTTPFailure.self) { try client.get("file:///etc/passwd") }
        let words = HTTPFailure.failed("http://me:secret@host/x?token=y", "Couldn't connect to server").description
        #expect(words == "'http://host/x' gives no answer: Couldn't connect to server. See whether it runs.")
    }
}
