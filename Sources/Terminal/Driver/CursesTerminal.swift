import CNcurses

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The terminal that the program runs in, by way of ncurses.
///
/// There is one in a process, owned by one thread. From `open` to `end` the terminal is ours: it is given back at
/// `end`, at `exit`, on a crash, and while the program is suspended. Print messages after `end`, so that they stay.
package final class CursesTerminal: TerminalDriver {
    package private(set) var size: Size
    package let supportsUnicode: Bool
    package let waker = Waker { cn_wake() }

    private var source: InputSource
    private var painter: CursesPainter
    private var queue: [TerminalEvent] = []
    private var lastFrame: Frame?
    private var isOpen = true
    private let openedInput: Int32?
    private let environment: TerminalEnvironment

    /// Takes the terminal on standard output, with keys from standard input or, if that is a pipe, from `/dev/tty`.
    ///
    /// - Throws: `TerminalError` with a sentence for the user; the terminal is untouched then.
    package static func open(
        theme: Theme = .standard, color: ColorChoice = .automatic, environment: TerminalEnvironment = .current
    ) throws(TerminalError) -> CursesTerminal {
        guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        guard let term = environment.term, !term.isEmpty else { throw .noTerminalType }
        guard !terminalIsOpen() else { throw .alreadyOpen }

        var openedInput: Int32?
        if isatty(STDIN_FILENO) != 1 {
            let descriptor = openControllingTerminal()
            guard descriptor >= 0 else { throw .notATerminal }
            openedInput = descriptor
        }
        let unicode = cn_choose_locale()
        guard cn_signals_take() else {
            let number = errno
            if let openedInput { close(openedInput) }
            throw .systemCall("pipe", errno: number)
        }
        var rows: Int32 = 0
        var columns: Int32 = 0
        _ = cn_kernel_size(STDOUT_FILENO, &rows, &columns)
        let type = color.terminalType(environment, colors: colorsOfEntry) ?? term
        let status = cn_open(type, STDOUT_FILENO, openedInput ?? STDIN_FILENO, rows, columns)
        guard status == CN_OK else {
            let number = errno
            cn_signals_give_back()
            if let openedInput { close(openedInput) }
            switch Int(status) {
            case CN_UNKNOWN_TERMINAL: throw .unknownTerminal(term)
            case CN_TOO_SIMPLE: throw .tooSimple(term)
            default: throw .systemCall("newterm", errno: number)
            }
        }
        let colors = color.allows(environment) ? min(Int(cn_start_colors()), color.limit) : 0
        return CursesTerminal(
            painter: CursesPainter(theme: theme, colors: colors, unicode: unicode), theme: theme, unicode: unicode,
            openedInput: openedInput, environment: environment)
    }

    private init(
        painter: CursesPainter, theme: Theme, unicode: Bool, openedInput: Int32?, environment: TerminalEnvironment
    ) {
        self.painter = painter
        self.theme = theme
        self.openedInput = openedInput
        self.environment = environment
        supportsUnicode = unicode
        size = presentSize()
        source = InputSource(terminal: openedInput ?? STDIN_FILENO, escapeDelay: environment.escapeDelay)
        mouseEnabled = true
        cn_set_mouse(true)
    }

    deinit { end() }

    package var theme: Theme {
        didSet { painter.use(theme) }
    }

    package var mouseEnabled: Bool {
        didSet { cn_set_mouse(mouseEnabled) }
    }

    package var hasPendingInput: Bool { !queue.isEmpty || source.hasPending() }

    package func draw(_ frame: Frame) {
        lastFrame = frame
        guard isOpen, !cn_has_crashed() else { return }
        painter.paint(frame, size: size)
    }

    package func repaint() { painter.forget() }

    package func bell() { cn_bell() }

    package func nextEvent(timeoutMilliseconds: Int?) -> TerminalEvent {
        guard isOpen else { return .terminate(SIGHUP) }
        while true {
            if !queue.isEmpty { return queue.removeFirst() }
            switch source.next(timeoutMilliseconds: timeoutMilliseconds) {
            case .event(let event): return event
            case .timeout: return .timeout
            case .hangUp: return .terminate(SIGHUP)
            case .pending(let bits): take(UInt32(bits))
            }
        }
    }

    /// Turns signals into events. The order is that of importance.
    private func take(_ bits: UInt32) {
        func has(_ bit: Int) -> Bool { bits & UInt32(bit) != 0 }
        if has(CN_TERMINATED) { queue.append(.terminate(SIGTERM)) }
        if has(CN_HUNG_UP) { queue.append(.terminate(SIGHUP)) }
        if has(CN_INTERRUPTED) { queue.append(.terminate(SIGINT)) }
        if has(CN_STOP) {
            suspend()
        } else if has(CN_CONTINUED) {
            // Stopped by somebody who did not ask first (SIGSTOP): the shell has used the terminal since.
            cn_leave()
            resume()
            queue.append(.resumed)
        }
        if has(CN_RESIZED) { adoptSize() }
        if has(CN_WOKEN) { queue.append(.woken) }
    }

    package func watch(descriptor: Int32) { source.watch(descriptor) }

    package func unwatch(descriptor: Int32) { source.unwatch(descriptor) }

    package func copy(_ text: String) -> Bool {
        guard isOpen else { return false }
        if ClipboardProgram.choice(environment)?.take(text) == true { return true }
        guard cn_is_ansi(), let sequence = clipboardSequence(text, through: Multiplexer(environment)) else {
            return false
        }
        sequence.withUnsafeBytes { cn_write($0.bindMemory(to: CChar.self).baseAddress, $0.count) }
        return true
    }

    package func askAppearance() {
        guard isOpen, cn_is_ansi() else { return }
        cn_set_appearance_reports(true)
        // OSC 11 asks for the background. All terminals answer the second question (DA1), and in order: after that
        // nothing more is to come.
        let questions = Array("\u{1B}]11;?\u{1B}\\\u{1B}[c".utf8)
        source.expectAnswer()
        questions.withUnsafeBytes { cn_write($0.bindMemory(to: CChar.self).baseAddress, $0.count) }
    }

    /// An answer that is on its way must not be typed into the shell.
    private func takeAnswerOnItsWay() {
        if isOpen, !cn_has_crashed() { source.awaitAnswer(milliseconds: 100) }
    }

    package func suspend() {
        guard isOpen else { return }
        takeAnswerOnItsWay()
        cn_leave()
        cn_stop_job()
        resume()
        queue.append(.resumed)
    }

    package func withTerminalReleased<Result>(_ body: () throws -> Result) rethrows -> Result {
        guard isOpen else { return try body() }
        takeAnswerOnItsWay()
        cn_leave()
        cn_signals_release(true)
        defer {
            cn_signals_release(false)
            resume()
        }
        return try body()
    }

    /// Takes the terminal again, which may have another size by now, and shows what was shown before.
    private func resume() {
        cn_enter()
        painter.forget()
        adoptSize()
        if let lastFrame { draw(lastFrame) }
    }

    private func adoptSize() {
        var rows: Int32 = 0
        var columns: Int32 = 0
        guard cn_kernel_size(STDOUT_FILENO, &rows, &columns) else { return }
        let present = Size(columns: Int(columns), rows: Int(rows))
        guard present != size else { return }
        size = present
        cn_resize(rows, columns)
        painter.forget()
        queue.removeAll { if case .resize = $0 { true } else { false } }
        queue.append(.resize(present))
    }

    package func end() {
        guard isOpen else { return }
        takeAnswerOnItsWay()
        isOpen = false
        cn_close()
        cn_signals_give_back()
        if let openedInput { close(openedInput) }
    }
}

private func presentSize() -> Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    cn_get_size(&rows, &columns)
    return Size(columns: Int(columns), rows: Int(rows))
}

extension ColorChoice {
    /// The entries of terminfo of which one would bring the true colours that the terminal has, where this machine has none
    /// of them: the colours are the nearest of 256 then.
    package static func missingEntries(_ environment: TerminalEnvironment = .current) -> [String] {
        ColorChoice.automatic.missingEntries(environment, colors: colorsOfEntry)
    }
}

private func colorsOfEntry(_ type: String) -> Int? {
    let colors = cn_entry_colors(type, STDOUT_FILENO)
    return colors < 0 ? nil : Int(colors)
}

private func terminalIsOpen() -> Bool { presentSize() != Size(columns: 0, rows: 0) }

private func openControllingTerminal() -> Int32 {
    var descriptor: Int32
    repeat { descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC) } while descriptor < 0 && errno == EINTR
    return descriptor
}
