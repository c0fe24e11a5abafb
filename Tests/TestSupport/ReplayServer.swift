import Foundation
import Synchronization

/// A server on this machine's own address that plays an engine: what it answers is written down beforehand.
package final class ReplayServer: Sendable {
    package struct Request: Sendable {
        package var method: String
        package var path: String
        package var head: String
        package var body: [UInt8]

        package var text: String { String(decoding: body, as: UTF8.self) }
    }

    package struct Reply: Sendable {
        package var status: String
        package var headers: [String]
        package var body: [UInt8]
        /// How many bytes go into the chunk that begins at a byte.
        package var cut: @Sendable (Int) -> Int = { _ in .max }
        /// After so many bytes of the body the connection is closed, without its end.
        package var dropsAfter: Int?
        /// After so many bytes nothing more comes, until the server is closed.
        package var stallsAfter: Int?
        /// Nothing is said at all, until the server is closed.
        package var isSilent = false
        /// The body ends where the connection does.
        package var isUnframed = false

        package init(
            _ body: [UInt8], status: String = "200 OK", type: String = "application/json", headers: [String] = []
        ) {
            self.status = status
            self.body = body
            self.headers = ["Content-Type: \(type)"] + headers
        }

        package init(
            _ body: String, status: String = "200 OK", type: String = "application/json", headers: [String] = []
        ) {
            self.init(Array(body.utf8), status: status, type: type, headers: headers)
        }

        package static var notFound: Reply {
            Reply("{\"error\":{\"message\":\"File Not Found\"}}", status: "404 Not Found")
        }
    }

    package let port: UInt16
    private let descriptor: Int32
    private let answer: @Sendable (Request) -> Reply
    private let log = Mutex<[Request]>([])
    private let closing = DispatchSemaphore(value: 0)

    package init(_ answer: @escaping @Sendable (Request) -> Reply) throws {
        self.answer = answer
        signal(SIGPIPE, SIG_IGN)
        let (descriptor, port) = try Self.listening()
        self.descriptor = descriptor
        self.port = port
        Thread.detachNewThread { [self] in
            while true {
                let client = accept(descriptor, nil, nil)
                guard client >= 0 else { break }
                Thread.detachNewThread { [self] in
                    serve(client)
                    Foundation.close(client)
                }
            }
            Foundation.close(descriptor)
        }
    }

    package var address: String { "http://127.0.0.1:\(port)" }

    /// All that was asked so far.
    package var requests: [Request] { log.withLock { $0 } }

    package func close() {
        shutdown(descriptor, Int32(SHUT_RDWR))
        closing.signal()
    }

    private static func listening() throws -> (Int32, UInt16) {
        #if canImport(Glibc)
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 128) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard descriptor >= 0, isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }

    private func serve(_ client: Int32) {
        var bytes: [UInt8] = []
        while let request = Self.read(client, &bytes) {
            log.withLock { $0.append(request) }
            guard send(answer(request), to: client) else { return }
        }
    }

    /// - Returns: whether another request may follow on the connection.
    private func send(_ reply: Reply, to client: Int32) -> Bool {
        if reply.isSilent {
            wait()
            return false
        }
        var head = "HTTP/1.1 \(reply.status)\r\n" + reply.headers.map { $0 + "\r\n" }.joined()
        head += reply.isUnframed ? "Connection: close\r\n\r\n" : "Transfer-Encoding: chunked\r\n\r\n"
        guard Self.write(Array(head.utf8), to: client) else { return false }
        let limit = min(reply.body.count, reply.dropsAfter ?? .max, reply.stallsAfter ?? .max)
        var start = 0
        while start < limit {
            let end = start + min(limit - start, max(1, reply.cut(start)))
            let part = Array(reply.body[start..<end])
            let chunk = reply.isUnframed ? part : Array("\(String(part.count, radix: 16))\r\n".utf8) + part + [13, 10]
            guard Self.write(chunk, to: client) else { return false }
            start = end
        }
        if reply.stallsAfter != nil { wait() }
        guard reply.dropsAfter == nil, reply.stallsAfter == nil, !reply.isUnframed else { return false }
        return Self.write(Array("0\r\n\r\n".utf8), to: client)
    }

    private func wait() {
        closing.wait()
        closing.signal()
    }

    private static func read(_ client: Int32, _ bytes: inout [UInt8]) -> Request? {
        let mark: [UInt8] = [13, 10, 13, 10]
        var end = bytes.firstRange(of: mark)
        while end == nil {
            guard more(client, &bytes) else { return nil }
            end = bytes.firstRange(of: mark)
        }
        guard let end else { return nil }
        let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
        let lines = head.split(separator: "\r\n")
        let length =
            lines.first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst(15).filter { $0 != " " }) } ?? 0
        while bytes.count < end.upperBound + length { guard more(client, &bytes) else { return nil } }
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count > 1 else { return nil }
        let body = Array(bytes[end.upperBound..<end.upperBound + length])
        bytes.removeFirst(end.upperBound + length)
        return Request(method: String(words[0]), path: String(words[1]), head: head, body: body)
    }

    private static func more(_ client: Int32, _ bytes: inout [UInt8]) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        let count = Foundation.read(client, &buffer, buffer.count)
        guard count > 0 else { return false }
        bytes += buffer[..<count]
        return true
    }

    private static func write(_ bytes: [UInt8], to client: Int32) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(client, $0.baseAddress.map { $0 + done }, $0.count - done)
            }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }
}
