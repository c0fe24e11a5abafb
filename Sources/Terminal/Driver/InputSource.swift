import CNcurses

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Waits on the terminal, the pipe of signals and wakes, and whatever else is watched, all in one `poll(2)`.
struct InputSource {
    enum Arrival {
        case event(TerminalEvent)
        /// Bits of `cn_take_pending`, not empty.
        case pending(UInt32)
        /// The terminal is gone.
        case hangUp
        case timeout
    }

    private let terminal: Int32
    private var decoder = InputDecoder()
    private var watched: [Int32] = []
    private var readable: [Int32] = []
    /// What came while an answer was waited for.
    private var ahead: [TerminalEvent] = []

    init(terminal: Int32, escapeDelay: Int?) {
        self.terminal = terminal
        if let escapeDelay { decoder.escapeDelay = escapeDelay }
    }

    mutating func watch(_ descriptor: Int32) {
        if !watched.contains(descriptor) { watched.append(descriptor) }
    }

    mutating func unwatch(_ descriptor: Int32) {
        watched.removeAll { $0 == descriptor }
        readable.removeAll { $0 == descriptor }
    }

    /// Signals go before keys, keys before what is watched: a flood from a file cannot lock out the person.
    mutating func next(timeoutMilliseconds: Int?) -> Arrival {
        let deadline = timeoutMilliseconds.map { now() + max($0, 0) }
        while true {
            let pending = cn_take_pending()
            if pending != 0 { return .pending(pending) }
            if !ahead.isEmpty { return .event(ahead.removeFirst()) }
            if let event = decoder.next() { return .event(event) }

            let remaining = deadline.map { max($0 - now(), 0) }
            let patience = decoder.patience
            // What is readable already waits only for keys that are here, too.
            let wait = readable.isEmpty ? [remaining, patience].compactMap { $0 }.min() : 0
            var entries = [pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)]
            entries.append(pollfd(fd: cn_wake_descriptor(), events: Int16(POLLIN), revents: 0))
            if readable.isEmpty {
                entries += watched.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            }
            let count = poll(&entries, nfds_t(entries.count), wait.map { Int32(clamping: $0) } ?? -1)
            if count < 0 {
                guard errno == EINTR || errno == EAGAIN else { return .hangUp }
                continue
            }
            if entries[0].revents != 0 {
                guard readTerminal() else { return .hangUp }
                continue
            }
            if entries[1].revents != 0 { continue }
            readable += entries.dropFirst(2).filter { $0.revents != 0 }.map(\.fd)
            if !readable.isEmpty { return .event(.readable(readable.removeFirst())) }

            if let patience, remaining.map({ patience <= $0 }) ?? true {
                if let event = decoder.giveUp() { return .event(event) }
            } else if remaining != nil {
                return .timeout
            }
        }
    }

    /// Whether a person did something that has not been told yet. Takes nothing and waits for nothing.
    mutating func hasPending() -> Bool {
        if cn_peek_pending() & ~UInt32(CN_WOKEN) != 0 || !ahead.isEmpty || decoder.hasEvent { return true }
        var entry = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, 0) > 0
    }

    /// The terminal was asked something; the last answer is that of DA1.
    mutating func expectAnswer() { decoder.expectsAnswer = true }

    /// Waits until the answer is here, if one was asked for. Keys that come meanwhile are not lost.
    mutating func awaitAnswer(milliseconds: Int) {
        let deadline = now() + milliseconds
        while decoder.expectsAnswer {
            if let event = decoder.next() {
                ahead.append(event)
                continue
            }
            let remaining = deadline - now()
            var entry = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
            guard decoder.expectsAnswer, remaining > 0, poll(&entry, 1, Int32(clamping: remaining)) > 0, readTerminal()
            else { return }
        }
    }

    private mutating func readTerminal() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(terminal, &buffer, buffer.count)
        if count > 0 {
            decoder.feed(buffer[..<count])
            return true
        }
        // EIO: our terminal hung up, or we are in the background of a shell that has gone.
        return count < 0 && (errno == EINTR || errno == EAGAIN)
    }
}

private func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
}
