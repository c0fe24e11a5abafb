#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One run of a program, its output read through pipes with a limit of size and of time.
struct ChildProcess {
    enum End: Equatable {
        case exited(Int32)
        case cannotStart(Int32)
        case timedOut
        case tooLarge
    }

    let program: String
    let arguments: [String]
    let environment: [String]
    /// The file that it reads.
    let input: String
    let limitBytes: Int
    let timeoutMilliseconds: Int
    private(set) var output: [UInt8] = []
    private var complaint: [UInt8] = []

    /// Of what a program complains no more than this is kept.
    private static let complaintLimit = 4096

    init(
        program: String, arguments: [String], environment: [String], input: String = "/dev/null", limitBytes: Int,
        timeoutMilliseconds: Int
    ) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
        self.input = input
        self.limitBytes = limitBytes
        self.timeoutMilliseconds = timeoutMilliseconds
    }

    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    var firstComplaint: String {
        String(decoding: complaint.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }

    mutating func run() -> End {
        guard let out = Pipe() else { return .cannotStart(errno) }
        defer { out.close() }
        guard let err = Pipe() else { return .cannotStart(errno) }
        defer { err.close() }
        let spawned = spawn(out: out, err: err)
        guard spawned.code == 0 else { return .cannotStart(spawned.code) }
        out.closeWriting()
        err.closeWriting()
        let deadline = Self.now() + timeoutMilliseconds
        let isCut = read(out: out, err: err, until: deadline)
        return wait(for: spawned.id, until: deadline, stoppedBy: isCut)
    }

    /// - Returns: Why reading ended before the program closed its output, if so.
    private mutating func read(out: Pipe, err: Pipe, until deadline: Int) -> End? {
        var open = [
            pollfd(fd: out.reading, events: Int16(POLLIN), revents: 0),
            pollfd(fd: err.reading, events: Int16(POLLIN), revents: 0),
        ]
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while open.contains(where: { $0.fd >= 0 }) {
            let left = deadline - Self.now()
            guard left > 0 else { return .timedOut }
            let ready = poll(&open, nfds_t(open.count), Int32(clamping: left))
            if ready < 0, errno != EINTR { return .timedOut }
            guard ready > 0 else { continue }
            for index in open.indices where open[index].revents != 0 {
                let got = systemRead(open[index].fd, &buffer)
                if got < 0, errno == EINTR || errno == EAGAIN { continue }
                if got <= 0 {
                    open[index].fd = -1
                } else if index == 0 {
                    if output.count + got > limitBytes { return .tooLarge }
                    output += buffer[..<got]
                } else if complaint.count < Self.complaintLimit {
                    complaint += buffer[..<got]
                }
            }
        }
        return nil
    }

    private func wait(for id: pid_t, until deadline: Int, stoppedBy end: End?) -> End {
        var end = end
        var status: Int32 = 0
        // The child leads a group of its own, so that what it started goes with it.
        if end != nil { kill(-id, SIGKILL) }
        while true {
            let ended = waitpid(id, &status, end == nil ? WNOHANG : 0)
            if ended == id { break }
            if ended < 0, errno != EINTR { return end ?? .exited(-1) }
            guard ended == 0 else { continue }
            if Self.now() >= deadline {
                kill(-id, SIGKILL)
                end = .timedOut
            } else {
                // The output is closed: the end is a moment away.
                usleep(500)
            }
        }
        if let end { return end }
        return .exited(status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F))
    }

    static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
    read(descriptor, &buffer, buffer.count)
}
