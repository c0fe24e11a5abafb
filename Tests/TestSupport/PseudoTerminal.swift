import CPty

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A program on a pseudo-terminal, with somebody who types and looks.
///
///     let terminal = try PseudoTerminal(program, arguments: ["list"], rows: 24, columns: 80)
///     try terminal.wait { $0.contains("refund.py") }
///     terminal.send("q")
///     #expect(try terminal.waitForEnd() == .exited(0))
///     #expect(terminal.screen.isReset)
///
/// Nothing sleeps: every wait is a `poll(2)` for what the program does next. The program is killed when this goes away.
package final class PseudoTerminal {
    package enum End: Hashable, Sendable {
        case exited(Int32)
        case killed(Int32)
    }

    package private(set) var emulator: ScreenEmulator
    /// Everything that the program wrote.
    package private(set) var output: [UInt8] = []
    package private(set) var program: Int32 = 0
    /// What the program wrote since it last gave the alternate screen back: more than the screen shows if it scrolled.
    package var textAfterwards: String {
        let leave = Array("\u{1B}[?1049l".utf8)
        let start = output.indices.last { output[$0...].starts(with: leave) } ?? 0
        return String(decoding: output[start...], as: UTF8.self)
    }
    package private(set) var end: End?
    package private(set) var stoppedBy: Int32?

    private var job = cpty_job()
    private var terminalIsOpen = true
    private var outputHasEnded = false

    /// - Parameters:
    ///   - environment: all of it; by default `TERM`, `LANG` and `PATH` alone.
    ///   - input: a descriptor to be standard input instead of the terminal.
    ///   - output: the same for standard output.
    package init(
        _ executable: String, arguments: [String] = [], environment: [String: String] = PseudoTerminal.environment,
        rows: Int = 24, columns: Int = 80, input: Int32? = nil, output: Int32? = nil, emojiWidth: Int? = nil,
        background: String? = nil
    ) throws {
        emulator = ScreenEmulator(rows: rows, columns: columns, emojiWidth: emojiWidth, background: background)
        let status = withCStrings([executable] + arguments) { arguments in
            withCStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
                cpty_start(
                    &job, executable, arguments, environment, Int32(rows), Int32(columns), input ?? -1, output ?? -1)
            }
        }
        guard status == 0 else { throw PseudoTerminalError("could not start \(executable): error \(status)") }
        try waitForReport(timeoutMilliseconds: Self.patience) { self.program != 0 }
    }

    deinit {
        if end == nil, program > 0 { kill(program, SIGKILL) }
        if terminalIsOpen { close(job.terminal) }
        close(job.commands)
        close(job.reports)
        var status: Int32 = 0
        while waitpid(job.parent, &status, 0) < 0, errno == EINTR {}
    }

    /// Long, because a machine that runs tests is slow; only a test that fails waits for it.
    package static let patience = 60_000

    package static let environment = [
        "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
    ]

    package var screen: Screen { emulator.screen }

    // MARK: What a person does

    package func send(_ text: String) { send(Array(text.utf8)) }

    package func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty, terminalIsOpen {
            let count = rest.withUnsafeBytes { write(job.terminal, $0.baseAddress, min($0.count, 512)) }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return }
            // The program may wait for us to read before it reads.
            _ = pump(timeoutMilliseconds: 0)
        }
    }

    package func resize(rows: Int, columns: Int) {
        emulator.resize(rows: rows, columns: columns)
        _ = cpty_resize(job.terminal, Int32(rows), Int32(columns))
    }

    package func signal(_ number: Int32) { kill(program, number) }

    /// What `fg` does in a shell.
    package func continueInForeground() {
        stoppedBy = nil
        var byte: UInt8 = 0
        _ = write(job.commands, &byte, 1)
    }

    /// Closes the window.
    package func hangUp() {
        guard terminalIsOpen else { return }
        terminalIsOpen = false
        close(job.terminal)
    }

    // MARK: What a person sees

    package func wait(timeoutMilliseconds: Int = PseudoTerminal.patience, until condition: (Screen) -> Bool) throws {
        try waitForReport(timeoutMilliseconds: timeoutMilliseconds) { condition(self.screen) }
    }

    package func waitForEnd(timeoutMilliseconds: Int = PseudoTerminal.patience) throws -> End {
        try waitForReport(timeoutMilliseconds: timeoutMilliseconds) { self.end != nil }
        while pump(timeoutMilliseconds: 0) {}
        guard let end else { throw PseudoTerminalError("the program has not ended") }
        return end
    }

    /// Waits until the program is stopped, as by Ctrl-Z, and returns the signal.
    @discardableResult
    package func waitForStop(timeoutMilliseconds: Int = PseudoTerminal.patience) throws -> Int32 {
        try waitForReport(timeoutMilliseconds: timeoutMilliseconds) { self.stoppedBy != nil }
        while pump(timeoutMilliseconds: 0) {}
        return stoppedBy ?? 0
    }

    /// Whether the kernel edits lines, echoes, and makes signals of keys, as a shell's child finds it.
    package var lineModesAreCooked: Bool {
        var modes = termios()
        guard terminalIsOpen, tcgetattr(job.terminal, &modes) == 0 else { return false }
        let flags = tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
        return modes.c_lflag & flags == flags && modes.c_iflag & tcflag_t(ICRNL) != 0
            && modes.c_oflag & tcflag_t(OPOST) != 0
    }

    private func waitForReport(timeoutMilliseconds: Int, _ condition: () -> Bool) throws {
        let deadline = milliseconds() + timeoutMilliseconds
        while !condition() {
            let remaining = deadline - milliseconds()
            guard remaining > 0 else {
                throw PseudoTerminalError("waited \(timeoutMilliseconds) ms in vain; the screen was:\n\(screen.text())")
            }
            if end != nil, !pump(timeoutMilliseconds: 0) {
                if condition() { return }
                throw PseudoTerminalError(
                    "the program ended (\(end.debugDescription)); the screen was:\n\(screen.text())")
            }
            _ = pump(timeoutMilliseconds: remaining)
        }
    }

    /// Takes in what the program wrote and did; false if there was nothing.
    private func pump(timeoutMilliseconds: Int) -> Bool {
        var entries = [
            pollfd(fd: terminalIsOpen && !outputHasEnded ? job.terminal : -1, events: Int16(POLLIN), revents: 0)
        ]
        entries.append(pollfd(fd: end == nil ? job.reports : -1, events: Int16(POLLIN), revents: 0))
        guard poll(&entries, 2, Int32(clamping: timeoutMilliseconds)) > 0 else { return false }
        var took = false
        if entries[0].revents != 0 {
            var buffer = [UInt8](repeating: 0, count: 16384)
            let count = read(job.terminal, &buffer, buffer.count)
            if count > 0 {
                took = true
                output += buffer[..<count]
                emulator.feed(buffer[..<count])
                let answers = emulator.takeAnswers()
                if !answers.isEmpty { _ = answers.withUnsafeBytes { write(job.terminal, $0.baseAddress, $0.count) } }
            } else if count == 0 || errno != EINTR {
                // EIO: the other side is closed by all who had it.
                outputHasEnded = true
            }
        }
        if entries[1].revents != 0 {
            took = true
            var report = cpty_report()
            let count = read(job.reports, &report, MemoryLayout<cpty_report>.size)
            guard count == MemoryLayout<cpty_report>.size else {
                end = end ?? .killed(0)
                return true
            }
            switch Int(report.kind) {
            case CPTY_STARTED: program = report.value
            case CPTY_STOPPED: stoppedBy = report.value
            case CPTY_EXITED: end = .exited(report.value)
            default: end = .killed(report.value)
            }
        }
        return took
    }
}

package struct PseudoTerminalError: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}

private func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
}

/// Calls with strings as `argv` and `envp` want them.
private func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    let copies = strings.map { strdup($0) } + [nil]
    defer { copies.forEach { free($0) } }
    return copies.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { preconditionFailure("an array with a terminator is not empty") }
        return body(base)
    }
}
