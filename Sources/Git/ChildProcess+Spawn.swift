#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension ChildProcess {
    /// Starts the program with its input, in a process group of its own.
    ///
    /// - Parameters:
    ///   - err: where it complains; nowhere without one.
    ///   - channel: the end of a socket that it reads instead of its input file.
    func spawn(out: Pipe, err: Pipe?, channel: Int32? = nil) -> (id: pid_t, code: Int32) {
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #else
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }

        if let channel {
            posix_spawn_file_actions_adddup2(&actions, channel, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, out.writing, 1)
        if let err {
            posix_spawn_file_actions_adddup2(&actions, err.writing, 2)
        } else {
            posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        }

        // Signals that the dashboard ignores or blocks must reach git again, but for Ctrl-Z: it goes to the group in which
        // the child begins, and a child that stops before it is git holds the thread that started it. Then that process
        // never counts as stopped, and its shell never gets the terminal back.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGTSTP)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigemptyset(&signals)
        for signal in [SIGPIPE, SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGCHLD] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        #if canImport(Glibc)
            let ownFlags: Int32 = 0
        #else
            let ownFlags = Int32(POSIX_SPAWN_CLOEXEC_DEFAULT)
        #endif
        let flags =
            Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | ownFlags
        posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))

        var words = arguments.map { strdup($0) } + [nil]
        var variables = environment.map { strdup($0) } + [nil]
        defer { for text in words + variables { free(text) } }
        var id: pid_t = 0
        let code = posix_spawnp(&id, program, &actions, &attributes, &words, &variables)
        return (id, code)
    }
}
