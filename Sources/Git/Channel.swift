#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A way to write to a child that may be gone: a socket, for whose broken ends no signal is sent.
final class Channel {
    private(set) var ours: Int32
    private(set) var theirs: Int32

    init?() {
        var ends: [Int32] = [-1, -1]
        #if canImport(Glibc)
            let kind = Int32(SOCK_STREAM.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (ours, theirs) = (ends[0], ends[1])
        #if !canImport(Glibc)
            var yes: Int32 = 1
            setsockopt(ours, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
        #endif
    }

    deinit {
        closeOurs()
        closeTheirs()
    }

    /// - Returns: `false` where nobody reads any more.
    func send(_ bytes: [UInt8]) -> Bool {
        #if canImport(Glibc)
            let flags = Int32(MSG_NOSIGNAL)
        #else
            let flags: Int32 = 0
        #endif
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                sendBytes(ours, $0.baseAddress.map { $0 + sent }, $0.count - sent, flags)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    func closeOurs() {
        if ours >= 0 { closeDescriptor(ours) }
        ours = -1
    }

    func closeTheirs() {
        if theirs >= 0 { closeDescriptor(theirs) }
        theirs = -1
    }
}

private func sendBytes(_ socket: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32) -> Int {
    guard let bytes else { return 0 }
    return send(socket, bytes, count, flags)
}

/// The system's `close`, which a method of the same name would hide.
private func closeDescriptor(_ descriptor: Int32) {
    _ = close(descriptor)
}
