import Foundation
import Trace

#if canImport(Glibc)
    import Glibc
#endif

/// Failures as they come from a file or a stream that may never end.
struct FailureInput {
    private let descriptor: Int32

    /// What is open is answered once nothing has come for so long.
    private static let quietMilliseconds: Int32 = 1500

    /// - Parameter path: `-` for standard input.
    init(_ path: String) throws {
        guard path != "-" else {
            descriptor = STDIN_FILENO
            return
        }
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else {
            throw CommandError(
                "'\(path)' cannot be read (\(String(cString: strerror(errno)))): name another file, or - for the input."
            )
        }
        var status = stat()
        guard fstat(opened, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            close(opened)
            throw CommandError("'\(path)' is a folder: name a file, or - for the input.")
        }
        descriptor = opened
    }

    /// - Parameter endsWhenQuiet: whether what was found is enough once nothing has come for a while; else a stream that
    ///   goes on is read on.
    func each(endsWhenQuiet: Bool = false, _ take: (Failure) throws -> Void) throws {
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var reader = TraceReader()
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        var isOpen = false
        var hasFound = false
        while true {
            var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&entry, 1, isOpen ? Self.quietMilliseconds : -1)
            if ready == 0 {
                for failure in reader.quiet() {
                    hasFound = true
                    try take(failure)
                }
                isOpen = false
                if endsWhenQuiet, hasFound { return }
                continue
            }
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else { break }
            isOpen = true
            for failure in reader.read(buffer[..<count]) {
                hasFound = true
                try take(failure)
            }
        }
        for failure in reader.finish() { try take(failure) }
    }
}
