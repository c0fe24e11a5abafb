#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A running git whose output is read as it comes, in bounded memory, and that may be asked again and again.
final class GitStream {
    private let subcommand: String
    private let id: pid_t
    private let out: Pipe
    private let channel: Channel
    /// git is stopped where it says nothing for so long.
    private let patienceMilliseconds: Int
    /// When it is stopped whatever it says, by the clock of `ChildProcess.now()`.
    private let deadline: Int
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 128 << 10, alignment: 16)
    private var start = 0
    private var end = 0
    private var status: Int32?

    init(
        _ arguments: [String], in checkout: Checkout, by command: GitCommand, patienceMilliseconds: Int = 30_000,
        deadline: Int = .max
    ) throws(GitError) {
        subcommand = arguments.first ?? ""
        self.patienceMilliseconds = patienceMilliseconds
        self.deadline = deadline
        let child = try command.child(
            arguments, in: checkout, limitBytes: .max, timeoutMilliseconds: patienceMilliseconds)
        guard let out = Pipe(), let channel = Channel() else { throw .cannotStart(code: errno) }
        (self.out, self.channel) = (out, channel)
        let spawned = child.spawn(out: out, err: nil, channel: channel.theirs)
        out.closeWriting()
        channel.closeTheirs()
        id = spawned.id
        guard spawned.code == 0 else {
            status = -1
            throw .cannotStart(code: spawned.code)
        }
    }

    deinit {
        if status == nil {
            kill(-id, SIGKILL)
            _ = wait()
        }
        out.close()
        buffer.deallocate()
    }

    /// - Returns: `false` where git has ended.
    func send(_ text: String) -> Bool { channel.send(Array(text.utf8)) }

    /// git is told that nothing more is asked.
    func closeInput() { channel.closeOurs() }

    /// What comes next, as much of it as there is room for; 0 where git has closed its output.
    func read(into target: UnsafeMutableRawBufferPointer) throws(GitError) -> Int {
        guard let base = target.baseAddress, !target.isEmpty else { return 0 }
        if start == end, target.count >= buffer.count {
            return try readSome(into: target)
        }
        if start == end {
            start = 0
            end = 0
            end = try readSome(into: buffer)
            if end == 0 { return 0 }
        }
        let count = min(target.count, end - start)
        if let source = buffer.baseAddress { base.copyMemory(from: source + start, byteCount: count) }
        start += count
        return count
    }

    /// The bytes up to the next separator, without it; `nil` at the end. Of a longer one only the first `limit` bytes.
    func record(endingWith separator: UInt8, limit: Int = 64 << 10) throws(GitError) -> [UInt8]? {
        var record: [UInt8] = []
        while true {
            if start == end {
                start = 0
                end = 0
                end = try readSome(into: buffer)
                if end == 0 { return record.isEmpty ? nil : record }
            }
            let found = buffer[start..<end].firstIndex(of: separator)
            record += buffer[start..<(found ?? end)].prefix(max(0, limit - record.count))
            start = found.map { $0 + 1 } ?? end
            if found != nil { return record }
        }
    }

    /// Waits for the end of a git that has closed its output.
    func finish() throws(GitError) {
        channel.closeOurs()
        let ended = wait()
        guard ended == 0 else { throw .brokenOff(subcommand: subcommand) }
    }

    private func readSome(into target: UnsafeMutableRawBufferPointer) throws(GitError) -> Int {
        let deadline = min(deadline, ChildProcess.now() + patienceMilliseconds)
        while true {
            var entry = pollfd(fd: out.reading, events: Int16(POLLIN), revents: 0)
            let left = deadline - ChildProcess.now()
            guard left > 0 else {
                throw .timedOut(subcommand: subcommand, milliseconds: patienceMilliseconds)
            }
            let ready = poll(&entry, 1, Int32(clamping: left))
            if ready < 0, errno != EINTR { throw .brokenOff(subcommand: subcommand) }
            guard ready > 0 else { continue }
            let count = systemRead(out.reading, target.baseAddress, target.count)
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count >= 0 else { throw .brokenOff(subcommand: subcommand) }
            return count
        }
    }

    private func wait() -> Int32 {
        if let status { return status }
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR { continue }
        self.status = status
        return status
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    guard let buffer else { return 0 }
    return read(descriptor, buffer, count)
}
