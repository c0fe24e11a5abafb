#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A program that takes text for the clipboard, where there is a better one than the terminal itself.
struct ClipboardProgram: Equatable {
    let words: [String]
    private static let patienceMilliseconds = 1000

    /// - Returns: `nil` where the terminal is asked.
    static func choice(_ environment: TerminalEnvironment) -> ClipboardProgram? {
        // Whatever tmux is set to: it keeps the text as its newest buffer and hands it to its own terminal.
        if environment.isInTmux { return ClipboardProgram(words: ["tmux", "load-buffer", "-w", "-"]) }
        #if os(macOS)
            if !environment.isRemote { return ClipboardProgram(words: ["pbcopy"]) }
        #endif
        return nil
    }

    /// Whether it took the text.
    func take(_ text: String) -> Bool {
        // A socket, for writing to a pipe that nobody reads would end the program by a signal.
        var input: [Int32] = [-1, -1]
        #if canImport(Glibc)
            let kind = Int32(SOCK_STREAM.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        guard socketpair(AF_UNIX, kind, 0, &input) == 0 else { return false }
        for end in input { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        guard let child = start(input: input[0]) else {
            input.forEach { close($0) }
            return false
        }
        close(input[0])
        #if canImport(Darwin)
            var isQuiet: Int32 = 1
            setsockopt(input[1], SOL_SOCKET, SO_NOSIGPIPE, &isQuiet, socklen_t(MemoryLayout<Int32>.size))
        #endif
        let isWritten = write(text, to: input[1])
        close(input[1])
        return end(of: child) && isWritten
    }

    private func start(input: Int32) -> pid_t? {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        // Not a word of it on the screen.
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        // Ctrl-Z between its start and its first step would hold us both, and the shell would never know (see `spawn`
        // of the room Git).
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGTSTP)
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let pointers = words.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        var child: pid_t = 0
        return posix_spawnp(&child, words[0], &actions, &attributes, pointers, environ) == 0 ? child : nil
    }

    /// Gives up where the program does not read.
    private func write(_ text: String, to descriptor: Int32) -> Bool {
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        let bytes = Array(text.utf8)
        var written = 0
        while written < bytes.count {
            #if canImport(Glibc)
                let flags = Int32(MSG_NOSIGNAL)
            #else
                let flags: Int32 = 0
            #endif
            let count = bytes.withUnsafeBytes { buffer in
                send(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written, flags)
            }
            if count > 0 {
                written += count
            } else if errno == EAGAIN {
                var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                guard poll(&entry, 1, Int32(Self.patienceMilliseconds)) > 0 else { return false }
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }

    private func end(of child: pid_t) -> Bool {
        var status: Int32 = 0
        for _ in 0..<Self.patienceMilliseconds {
            let ended = waitpid(child, &status, WNOHANG)
            if ended == child { return status == 0 }
            guard ended == 0 || errno == EINTR else { return false }
            usleep(1000)
        }
        kill(child, SIGKILL)
        waitpid(child, &status, 0)
        return false
    }
}
