import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Relay {
    /// Passes one connection through to an engine behind TLS, both ways on this thread.
    func serveEncrypted(_ client: Int32) {
        let server: EncryptedConnection
        do {
            server = try EncryptedConnection(to: upstream)
        } catch {
            Self.refuse(client, error.description)
            Foundation.close(client)
            return
        }
        RelayAddress.sendAtOnce(client)
        RelayAddress.sendAtOnce(server.descriptor)
        hold([client, server.descriptor])
        let watching = ExchangeWatching(lost: lost, told)
        let isRead = pump(client, server, watching)
        watching.responseEnded(isCancelled: !isRead)
        release([client, server.descriptor])
        shutdown(client, Int32(SHUT_RDWR))
        Foundation.close(client)
    }

    /// - Returns: whether the engine came to its end; `false` where the client takes no more.
    private func pump(_ client: Int32, _ server: EncryptedConnection, _ watching: ExchangeWatching) -> Bool {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
        defer { buffer.deallocate() }
        var hosts = HostField(upstream.hostField)
        var unsent: [UInt8] = []
        var isAsking = true
        while true {
            let wantsClient = isAsking && unsent.isEmpty
            var ends = [
                pollfd(fd: wantsClient ? client : -1, events: Int16(POLLIN), revents: 0),
                pollfd(fd: server.descriptor, events: Int16(POLLIN | (unsent.isEmpty ? 0 : POLLOUT)), revents: 0),
            ]
            if poll(&ends, 2, -1) < 0 {
                if errno == EINTR { continue }
                return true
            }
            // All that is there: TLS may hold more than the socket shows.
            while let count = server.receive(into: buffer) {
                if count == 0 { return true }
                let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
                let isTaken = Self.write(bytes, to: client)
                watching.response(bytes)
                if !isTaken { return false }
            }
            if wantsClient, ends[0].revents != 0 {
                let count = read(client, buffer.baseAddress, buffer.count)
                if count < 0, errno == EINTR { continue }
                if count > 0 {
                    let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
                    watching.request(bytes)
                    unsent = hosts.take(bytes)
                } else {
                    // It may still wait for its answer.
                    guard watching.isBusy else { return true }
                    isAsking = false
                }
            }
            guard !unsent.isEmpty else { continue }
            guard let count = unsent.withUnsafeBytes({ server.send($0) }) else { return true }
            unsent.removeFirst(count)
        }
    }
}
