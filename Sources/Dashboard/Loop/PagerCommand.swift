#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The user's pager: `$PAGER`, else `less -R`, else `more`.
struct PagerCommand: Equatable {
    let command: String

    init(environment: [String: String]) {
        let chosen = environment["PAGER"].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        command = chosen ?? "if command -v less >/dev/null 2>&1; then less -R; else more; fi"
    }

    /// Shows a text in it on this terminal, to its end.
    ///
    /// The text goes into a file that nobody else may read and that has no name any more when the pager starts.
    ///
    /// - Returns: why it could not be shown, as one sentence; `nil` where it was.
    func run(_ text: String) -> String? {
        guard let file = Self.unnamedFile(holding: text) else {
            return "The text could not be handed to the pager: \(String(cString: strerror(errno)))."
        }
        defer { close(file) }
        return ForegroundCommand(command: command).run(input: file, what: "pager", variable: "PAGER")
    }

    /// Stands at its start.
    private static func unnamedFile(holding text: String) -> Int32? {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var name = Array((folder + "/colophon-XXXXXX").utf8CString)
        // mkstemp makes it with mode 0600.
        let file = mkstemp(&name)
        guard file >= 0 else { return nil }
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        unlink(name)
        var text = text
        let isWritten = text.withUTF8 { bytes in
            var written = 0
            while written < bytes.count {
                let count = write(file, bytes.baseAddress?.advanced(by: written), bytes.count - written)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                written += count
            }
            return true
        }
        guard isWritten, lseek(file, 0, SEEK_SET) == 0 else {
            let number = errno
            close(file)
            errno = number
            return nil
        }
        return file
    }
}
