import Text

/// Rust's panics: the place of the panic stands in the header, frames follow where they were asked for.
///
///     thread 'n' (12) panicked at src/main.rs:4:6:        thread 'n' panicked at 'message', src/main.rs:4:6
///     message
///     stack backtrace:
///        0: rust_begin_unwind
///                  at /rustc/…/library/std/src/panicking.rs:645:5
struct RustGrammar: Grammar {
    private enum State { case quoted, message, frames }

    private var state = State.message
    private var exception = Failure.Exception(type: "panic")
    private var site: Frame?
    private var thread: String?
    private var symbol: String?
    private var waited = 0
    private var blanks = 0
    private let isStamped: Bool
    private let origin: Failure.Origin
    private let time: Timestamp?
    private let test: String?

    static func isBeginning(_ text: ByteView) -> Bool {
        (text.has("thread '") && text.contains(" panicked at ")) || text.equals("Stack backtrace:")
    }

    init?(_ line: LogLine, recent: RecentLines, test: String?) {
        let text = line.text.trimmed
        guard Self.isBeginning(text) else { return nil }
        isStamped = line.isStamped
        self.test = test
        guard let mark = text.index(of: " panicked at ") else {
            // anyhow: `Error: message`, causes, then the backtrace of where it was made.
            state = .frames
            exception.type = "Error"
            (origin, time) = (line.origin, line.time)
            for back in 0..<min(recent.count, 16) {
                let isFound = recent.with(back) { line in
                    guard line.has("Error: ") else { return false }
                    exception.message = line.from(7).text(TraceLimit.message)
                    return true
                }
                if isFound { return }
            }
            return
        }
        origin = line.origin
        time = line.time
        var name = text.slice(8, mark)
        if let quote = name.lastIndex(of: UInt8(ascii: "'")) { name = name.upTo(quote) }
        thread = name.text()
        let rest = text.from(mark + 13)
        if rest.first == UInt8(ascii: "'") {
            takeQuoted(rest.from(1))
        } else if let place = Location(atEnd: rest.ends(":") ? rest.upTo(rest.count - 1) : rest) {
            site = place.frame()
        } else {
            return nil
        }
    }

    mutating func take(_ line: LogLine, isBeginning: Bool) -> Taking {
        let text = line.text.trimmed
        if text.has("stack backtrace:") || text.equals("Stack backtrace:") {
            state = .frames
            return .taken
        }
        if text.has("note: ") { return state == .frames ? .last : .taken }
        switch state {
        case .quoted:
            waited += 1
            guard waited < 64, !isBeginning else { return .over }
            takeQuoted(line.text)
            return .taken
        case .message: return takeMessage(line, text, isBeginning)
        case .frames: return takeFrame(line, text)
        }
    }

    mutating func close() -> [Failure] {
        if var site {
            // An integration test's thread is named for its function, which is in this file.
            if let test, let thread, test == thread || test.hasSuffix("::" + thread),
                site.file?.hasPrefix("tests/") == true
            {
                site.function = thread
            }
            let isAmong = exception.frames.contains {
                $0.line == site.line && $0.file?.hasSuffix(site.file ?? "") == true
            }
            if !isAmong {
                site.isVendor = Vendor.judge(site)
                exception.frames.insert(site, at: 0)
            }
        }
        guard !exception.frames.isEmpty else { return [] }
        var failure = Failure(language: "rust", exceptions: [exception])
        failure.origin = origin
        failure.time = time
        failure.test = test
        if test != nil { failure.kind = .test }
        return [failure]
    }

    /// `message', src/main.rs:4:6`, over several lines.
    private mutating func takeQuoted(_ text: ByteView) {
        if let quote = text.lastIndex(of: "', "), let place = Location(atEnd: text.from(quote + 3).trimmed) {
            exception.append(line: text.upTo(quote))
            site = place.frame()
            state = .message
            waited = 99
        } else {
            exception.append(line: text)
            state = .quoted
        }
    }

    private mutating func takeMessage(_ line: LogLine, _ text: ByteView, _ isBeginning: Bool) -> Taking {
        waited += 1
        if isBeginning || (line.isStamped && !isStamped) { return .over }
        if text.isEmpty {
            blanks += 1
            return blanks > 1 ? .over : .taken
        }
        if waited > 24 || blanks > 0 { return .over }
        exception.append(line: text)
        return .taken
    }

    private mutating func takeFrame(_ line: LogLine, _ text: ByteView) -> Taking {
        if text.has("at ") {
            guard let place = Location(atEnd: text.from(3)) else { return .over }
            exception.append(place.frame(function: .empty).named(symbol))
            return .taken
        }
        if let number = text.number(at: 0), text[number.end] == UInt8(ascii: ":") {
            var rest = text.from(number.end + 1).trimmed
            if rest.has("0x"), let dash = rest.index(of: " - ") { rest = rest.from(dash + 3) }
            symbol = Self.plain(rest)
            return .taken
        }
        if text.isEmpty, exception.frames.isEmpty { return .taken }
        // Frames without a place follow each other; anything else ends them.
        return .over
    }

    /// Without the hash that the compiler sets behind: `shop::total::h0123456789abcdef`.
    private static func plain(_ symbol: ByteView) -> String {
        if let hash = symbol.lastIndex(of: "::h"), symbol.count - hash == 19,
            symbol.from(hash + 3).raw.allSatisfy(\.isHex)
        {
            return symbol.upTo(hash).text()
        }
        return symbol.text()
    }
}

extension Frame {
    func named(_ function: String?) -> Frame {
        var frame = self
        frame.function = function
        return frame
    }
}
