import Terminal

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A full-screen program that shows every event it gets, and dies in as many ways as there are keys for.
@main
struct Probe {
    private let terminal: CursesTerminal
    private var events: [String] = []
    private var frame: Frame
    private var pipe: [Int32] = [-1, -1]

    static func main() {
        do {
            var probe = Probe(terminal: try CursesTerminal.open(theme: theme))
            let code = probe.run()
            probe.terminal.end()
            print("bye")
            exit(code)
        } catch {
            print(error)
            exit(2)
        }
    }

    private static var theme: Theme { CommandLine.arguments.contains("dark") ? .builtIn("dark") : .standard }

    private init(terminal: CursesTerminal) {
        self.terminal = terminal
        frame = Frame(size: terminal.size)
    }

    private mutating func run() -> Int32 {
        openPipe(&pipe)
        terminal.watch(descriptor: pipe[0])
        while true {
            if !terminal.hasPendingInput { terminal.draw(view()) }
            let event = terminal.nextEvent()
            switch event {
            case .key(.character("q")): return 0
            case .terminate(let signal): return 128 + signal
            case .key(.character(let key)) where key.isUppercase: act(key)
            case .readable(let descriptor):
                var byte: UInt8 = 0
                _ = read(descriptor, &byte, 1)
                events.append("readable")
            default: events.append("\(event)")
            }
        }
    }

    private mutating func act(_ key: Character) {
        switch key {
        case "A": abort()
        case "C": events.append("copied \(terminal.copy("words"))")
        case "D": die()
        case "E": exit(3)
        case "F": fatalError("asked to")
        case "G": kill(getpid(), SIGSEGV)
        case "H": while true { pause() }
        case "L": terminal.repaint()
        case "M": terminal.mouseEnabled.toggle()
        case "O": events.append("\(depth(1))")
        case "P": _ = write(pipe[1], [1], 1)
        case "R":
            terminal.withTerminalReleased {
                print("released")
                events.append("line \(readLine() ?? "none")")
            }
        case "S": _ = write(STDERR_FILENO, "a library's warning\n", 20)
        case "T": events.append("\(terminal.nextEvent(timeoutMilliseconds: 1))")
        case "W": startWaker()
        case "Z": terminal.suspend()
        default: events.append("key \(key)")
        }
    }

    private func view() -> Frame {
        let size = terminal.size
        var frame = Frame(size: size)
        frame.put("probe \(size.columns)x\(size.rows)", row: 0, column: 0, style: .text.bold)
        if CommandLine.arguments.contains("text") { putSamples(in: &frame) }
        if CommandLine.arguments.contains("bytes") { putControls(in: &frame) }
        for (row, event) in events.suffix(max(size.rows - 14, 1)).enumerated() {
            frame.put("- " + event, row: 11 + row, column: 0, style: .text)
        }
        frame.put("high", row: size.rows - 2, column: 0, style: Style(.severityHigh))
        frame.put("selected", row: size.rows - 2, column: 10, style: Style(.severityHigh, on: .selection))
        frame.put("…", row: size.rows - 1, column: size.columns - 1, style: .text)
        frame.cursor = Position(row: size.rows - 1, column: 2)
        return frame
    }

    private func putSamples(in frame: inout Frame) {
        let samples = [
            "héllo 世界", "e\u{301}a\u{308}\u{323}", "👩‍👩‍👧|", "👍🏽|", "❤️|", "🇯🇵|", "नि|", "▸ ▲ ◆ ─", "A\u{200B}\u{202E}B",
        ]
        for (row, sample) in samples.enumerated() {
            let used = frame.put(sample, row: 1 + row, column: 0, style: .text)
            frame.put(" =\(used)", row: 1 + row, column: used, style: .text)
        }
        frame.put(events.count.isMultiple(of: 2) ? "🇯🇵👩x" : "ab  x", row: 10, column: 0, style: .text)
    }

    private func putControls(in frame: inout Frame) {
        let all = [Array(0x00...0x1F), Array(0x7F...0x9F)]
        for (row, values) in all.enumerated() {
            let text = values.compactMap { UnicodeScalar(UInt32($0)) }.map(String.init).joined()
            frame.put("[\(text)]", row: 1 + row, column: 0, style: .text)
        }
        // As a file may have them: bytes that are no UTF-8.
        frame.put(
            "[\(String(decoding: (0x80...0x9F).map { UInt8($0) }, as: UTF8.self))]", row: 3, column: 0, style: .text)
    }

    private func startWaker() {
        let waker = terminal.waker
        Task.detached {
            for _ in 0..<1000 { waker.wake() }
        }
    }
}

private func openPipe(_ ends: inout [Int32]) { _ = pipe(&ends) }

private func die() {
    // An address that the compiler cannot know to be bad.
    UnsafeMutablePointer<Int>(bitPattern: CommandLine.arguments.count + 15)?.pointee = 1
}

private func depth(_ value: Int) -> Int {
    var room = (value, value, value, value, value, value, value, value)
    return withUnsafeMutablePointer(to: &room) { $0.pointee.0 &+ depth(value &+ $0.pointee.3) }
}
