import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A terminal without a terminal: events from a script, frames into an array.
///
///     let terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24))
///     terminal.press("j", "j", .enter)
///     terminal.wait { $0.text().contains("refund.py") }       // what follows comes when the screen shows this
///     terminal.press("q")
///
/// At the script's end `nextEvent` waits for a wake or a watched descriptor, and for `patience` milliseconds at most;
/// then, as when a `wait` is never fulfilled, the terminal hangs up, so that no test runs for ever.
package final class ScriptedTerminal: TerminalDriver {
    private enum Step {
        case event(TerminalEvent)
        case wait((Frame) -> Bool)
    }

    package private(set) var size: Size
    package var supportsUnicode = true
    package var theme = Theme.standard
    package var mouseEnabled = true
    package let waker: Waker
    package var patience = 5000

    package private(set) var frames: [Frame] = []
    package private(set) var copied: [String] = []
    package private(set) var bells = 0
    package private(set) var appearanceQuestions = 0
    package private(set) var repaints = 0
    package private(set) var suspensions = 0
    package private(set) var releases = 0
    package private(set) var hasEnded = false
    /// True if a `wait` was not fulfilled in time.
    package private(set) var ranOut = false

    private var script: [Step] = []
    private var watched: [Int32] = []
    private let wakes = WakePipe()

    package init(size: Size, events: [TerminalEvent] = []) {
        self.size = size
        script = events.map { .event($0) }
        waker = Waker { [wakes] in wakes.wake() }
    }

    package var lastFrame: Frame? { frames.last }

    package func send(_ events: TerminalEvent...) { script += events.map { .event($0) } }

    package func press(_ keys: Key...) { script += keys.map { .event(.key($0)) } }

    package func type(_ text: String) { script += text.map { .event(.key(.character($0))) } }

    package func wait(until condition: @escaping (Frame) -> Bool) { script.append(.wait(condition)) }

    package var hasPendingInput: Bool {
        if case .event = script.first { true } else { false }
    }

    package func draw(_ frame: Frame) { frames.append(frame) }

    package func nextEvent(timeoutMilliseconds: Int?) -> TerminalEvent {
        while let step = script.first {
            switch step {
            case .event(let event):
                script.removeFirst()
                if case .resize(let size) = event { self.size = size }
                return event
            case .wait(let condition):
                guard let lastFrame, condition(lastFrame) else {
                    return arrival(timeoutMilliseconds: timeoutMilliseconds)
                }
                script.removeFirst()
            }
        }
        return arrival(timeoutMilliseconds: timeoutMilliseconds)
    }

    private func arrival(timeoutMilliseconds: Int?) -> TerminalEvent {
        var entries = ([wakes.descriptor] + watched).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let limit = timeoutMilliseconds.map { min($0, patience) } ?? patience
        var count: Int32
        repeat {
            count = poll(&entries, nfds_t(entries.count), Int32(clamping: limit))
        } while count < 0 && errno == EINTR
        if entries[0].revents != 0 {
            wakes.clear()
            return .woken
        }
        if let ready = entries.dropFirst().first(where: { $0.revents != 0 }) { return .readable(ready.fd) }
        if let timeoutMilliseconds, timeoutMilliseconds < patience { return .timeout }
        ranOut = !script.isEmpty
        return .terminate(SIGHUP)
    }

    package func watch(descriptor: Int32) {
        if !watched.contains(descriptor) { watched.append(descriptor) }
    }

    package func unwatch(descriptor: Int32) { watched.removeAll { $0 == descriptor } }

    package func repaint() { repaints += 1 }

    package func bell() { bells += 1 }

    package func askAppearance() { appearanceQuestions += 1 }

    package func copy(_ text: String) -> Bool {
        copied.append(text)
        return true
    }

    package func suspend() {
        suspensions += 1
        script.insert(.event(.resumed), at: 0)
    }

    package func withTerminalReleased<Result>(_ body: () throws -> Result) rethrows -> Result {
        releases += 1
        return try body()
    }

    package func end() { hasEnded = true }
}

/// A pipe that holds at most one byte, closed when neither the terminal nor a waker needs it any more.
private final class WakePipe: Sendable {
    let descriptor: Int32
    private let writer: Int32
    private let woken = Atomic(false)

    init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        (descriptor, writer) = (ends[0], ends[1])
    }

    deinit {
        close(descriptor)
        close(writer)
    }

    func wake() {
        guard !woken.exchange(true, ordering: .acquiringAndReleasing) else { return }
        _ = write(writer, [0], 1)
    }

    func clear() {
        var byte: UInt8 = 0
        _ = read(descriptor, &byte, 1)
        woken.store(false, ordering: .releasing)
    }
}
