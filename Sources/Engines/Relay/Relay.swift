import Foundation
import Synchronization
import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Passes connections through to an engine, byte for byte, and tells what was asked and answered on them.
package final class Relay: Sendable {
    let upstream: RelayAddress
    private let descriptor: Int32
    let told: @Sendable (Exchange) -> Void
    let lost: @Sendable () -> Void
    private let state = Mutex(State())
    private let idle = DispatchSemaphore(value: 0)

    /// Where it listens: `127.0.0.1:11435`.
    package let address: String

    private struct State {
        var open: Set<Int32> = []
        var connections = 0
        var isClosed = false
    }

    private static let mostConnections = 1024

    /// - Parameters:
    ///   - listening: an address of this machine alone; port 0 takes any that is free.
    ///   - lost: called where a connection carries what is not understood: it passes all the same.
    ///   - told: called on threads of connections, after the bytes are on their way.
    /// - Throws: `RelayFailure`.
    package init(
        listening: RelayAddress, upstream: RelayAddress, lost: @escaping @Sendable () -> Void = {},
        told: @escaping @Sendable (Exchange) -> Void
    ) throws(RelayFailure) {
        self.upstream = upstream
        self.told = told
        self.lost = lost
        signal(SIGPIPE, SIG_IGN)
        (descriptor, address) = try listening.listen()
    }

    /// Serves until it is closed.
    package func run() {
        while true {
            let client = accept(descriptor, nil, nil)
            if client < 0 {
                if errno == EINTR || errno == ECONNABORTED, !state.withLock(\.isClosed) { continue }
                break
            }
            let isWelcome = state.withLock { state in
                guard !state.isClosed, state.connections < Self.mostConnections else { return false }
                state.connections += 1
                return true
            }
            guard isWelcome else {
                Foundation.close(client)
                continue
            }
            Thread.detachNewThread { [self] in serve(client) }
        }
        Foundation.close(descriptor)
    }

    /// Takes no more connections, ends those that are open, and waits for them.
    package func close() {
        let open = state.withLock { state in
            state.isClosed = true
            return state.open
        }
        shutdown(descriptor, Int32(SHUT_RDWR))
        for descriptor in open { shutdown(descriptor, Int32(SHUT_RDWR)) }
        while state.withLock({ $0.connections > 0 }) { idle.wait() }
    }

    private func serve(_ client: Int32) {
        defer {
            state.withLock { $0.connections -= 1 }
            idle.signal()
        }
        if upstream.isEncrypted { return serveEncrypted(client) }
        guard let server = upstream.connect() else {
            // To the client it is as if nobody listened.
            Self.refuse(client, "The engine at \(upstream.text) takes no connection.")
            Foundation.close(client)
            return
        }
        RelayAddress.sendAtOnce(client)
        RelayAddress.sendAtOnce(server)
        hold([client, server])
        let watching = ExchangeWatching(lost: lost, told)
        let done = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            // Looked at before it goes on: its answer must not be seen first.
            Self.pass(from: client, to: server, before: { watching.request($0) })
            // It may still wait for its answer.
            shutdown(server, Int32(SHUT_WR))
            done.signal()
        }
        let isRead = Self.pass(from: server, to: client, after: { watching.response($0) })
        watching.responseEnded(isCancelled: !isRead)
        shutdown(client, Int32(SHUT_RDWR))
        shutdown(server, Int32(SHUT_RDWR))
        done.wait()
        release([client, server])
        Foundation.close(client)
        Foundation.close(server)
    }

    /// Ends with the relay; at once where that has ended.
    func hold(_ descriptors: [Int32]) {
        let isLate = state.withLock { state in
            state.open.formUnion(descriptors)
            return state.isClosed
        }
        if isLate { for descriptor in descriptors { shutdown(descriptor, Int32(SHUT_RDWR)) } }
    }

    func release(_ descriptors: [Int32]) { state.withLock { $0.open.subtract(descriptors) } }

    /// - Returns: whether the one end came to its end; `false` where the other takes no more.
    @discardableResult
    private static func pass(
        from one: Int32, to other: Int32, before: (UnsafeRawBufferPointer) -> Void = { _ in },
        after: (UnsafeRawBufferPointer) -> Void = { _ in }
    ) -> Bool {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = read(one, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return true }
            let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            before(bytes)
            let isTaken = write(bytes, to: other)
            after(bytes)
            guard isTaken else { return false }
        }
    }

    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = Foundation.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }

    static func refuse(_ client: Int32, _ sentence: String) {
        var words: [UInt8] = []
        sentence.writeJSON(to: &words)
        let body =
            "{\"error\":{\"message\":\(String(decoding: words, as: UTF8.self)),\"type\":\"unavailable_error\",\"code\":502}}"
        let response = Array(
            ("HTTP/1.1 502 Bad Gateway\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n"
                + "Connection: close\r\n\r\n" + body).utf8)
        // What it asks is read first, or it would see a broken connection in place of the words.
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        _ = read(client, &buffer, buffer.count)
        _ = response.withUnsafeBytes { write($0, to: client) }
        shutdown(client, Int32(SHUT_WR))
    }
}
