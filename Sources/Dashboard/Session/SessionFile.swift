#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The file that a session is kept in, for the user alone.
package struct SessionFile: Sendable {
    package let path: String

    package init(path: String) { self.path = path }

    /// More than a hundred long filters and a few places take.
    private static let limit = 1 << 21

    /// What there is: nothing, a session, or a file that cannot be read as one.
    package enum Content: Equatable, Sendable {
        case nothing
        case session(SavedSession)
        case unreadable
    }

    package func read() -> Content {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return errno == ENOENT ? .nothing : .unreadable }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while bytes.count <= Self.limit {
            let count = buffer.withUnsafeMutableBytes { SystemCall.read(descriptor, $0) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return .unreadable }
            guard count > 0 else { return SavedSession(json: bytes).map { .session($0) } ?? .unreadable }
            bytes += buffer[..<count]
        }
        return .unreadable
    }

    /// Takes the place of what was there, whole or not at all. That it cannot be written is no reason to say anything at the
    /// end of a session: the next one begins afresh.
    package func write(_ session: SavedSession) {
        makeFolder()
        let new = "\(path).\(getpid())"
        let descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return }
        let isWritten = put(session.json, to: descriptor)
        guard close(descriptor) == 0, isWritten, rename(new, path) == 0 else {
            unlink(new)
            return
        }
    }

    private func put(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { SystemCall.write(descriptor, $0) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private func makeFolder() {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/").dropLast() {
            made += (made.isEmpty || made == "/" ? "" : "/") + part
            mkdir(made, 0o700)
        }
    }
}

/// The system's functions of the names that methods here have.
private enum SystemCall {
    static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #else
            Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
    }

    static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #else
            Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }
}
