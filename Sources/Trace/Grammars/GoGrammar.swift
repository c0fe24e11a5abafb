import Text

/// Go's panics: the first goroutine alone is the one that failed.
///
///     panic: message
///     [signal SIGSEGV: …]
///
///     goroutine 5 [running]:
///     pkg.(*T).Fn(args)
///     ⇥/path/f.go:33 +0x1f
///     created by main.main in goroutine 1
///     ⇥/path/g.go:20 +0x91
struct GoGrammar: Grammar {
    private enum State { case message, frames }

    private var state: State
    private var exception = Failure.Exception()
    /// A panic that another one came upon, innermost first.
    private var earlier: [Failure.Exception] = []
    private var name: String?
    private var waited = 0
    private let origin: Failure.Origin
    private let time: Timestamp?
    private let severity: String?
    private let test: String?

    static func isBeginning(_ text: ByteView) -> Bool {
        if text.has("panic: ") || text.has("fatal error: ") { return true }
        return text.has("goroutine ") && text.ends("]:") && text.contains("[running")
    }

    init?(_ line: LogLine, recent: RecentLines, test: String?) {
        let text = line.text.trimmedEnd
        guard Self.isBeginning(text) else { return nil }
        self.test = test
        guard text.has("goroutine ") else {
            state = .message
            let isPanic = text.has("panic: ")
            exception.type = isPanic ? "panic" : "fatal error"
            exception.message = Self.message(text.from(isPanic ? 7 : 13))
            (origin, time, severity) = (line.origin, line.time, nil)
            return
        }
        state = .frames
        // net/http and others log what they recovered from on the line before.
        let message =
            recent.count == 0
            ? nil
            : recent.with(0) { text -> (String, String?)? in
                guard let place = text.index(of: "panic") else { return nil }
                let rest = text.from(place)
                let words = rest.index(of: ": ").map { rest.from($0 + 2) } ?? rest
                return (words.trimmed.text(TraceLimit.message), LogLevel.find(text))
            }
        if let message {
            exception.type = "panic"
            exception.message = message.0
            (origin, time, severity) = (recent.origin(0), recent.time(0), message.1)
        } else {
            (origin, time, severity) = (line.origin, line.time, nil)
        }
    }

    mutating func take(_ line: LogLine, isBeginning: Bool) -> Taking {
        let text = line.text.trimmedEnd
        switch state {
        case .message: return takeMessage(text)
        case .frames: return takeFrame(text)
        }
    }

    mutating func close() -> [Failure] {
        guard !exception.frames.isEmpty else { return [] }
        var failure = Failure(language: "go", exceptions: [exception])
        // What was raised first is the root; frames are known of the last alone.
        if let root = earlier.first, exception.message != nil {
            failure.exceptions = [Failure.Exception(type: root.type, message: root.message, frames: exception.frames)]
        }
        failure.origin = origin
        failure.time = time
        failure.severity = severity
        failure.test = test
        if test != nil { failure.kind = .test }
        return [failure]
    }

    var rest: (any Grammar)? { exception.frames.isEmpty ? nil : GoNoise() }

    private static func message(_ text: ByteView) -> String? {
        var text = text
        if let mark = text.index(of: " [recovered") { text = text.upTo(mark) }
        return text.isEmpty ? nil : text.trimmed.text(TraceLimit.message)
    }

    private mutating func takeMessage(_ text: ByteView) -> Taking {
        let words = text.trimmedStart
        waited += 1
        if words.has("goroutine "), text.ends("]:") {
            state = .frames
            return .taken
        }
        if words.has("panic: "), text.first == 0x09 || text.first == 0x20 {
            earlier.append(exception)
            exception = Failure.Exception(type: "panic", message: Self.message(words.from(7)))
            return earlier.count > TraceLimit.exceptions ? .over : .taken
        }
        if words.has("[signal ") || words.isEmpty || words.has("runtime stack:") || words.has("runtime: ") {
            return waited > 64 ? .over : .taken
        }
        // The runtime's own stack stands before the first goroutine of a fatal error.
        if exception.type == "fatal error", words.has("runtime.") || text.first == 0x09 { return .taken }
        guard waited < 32 else { return .over }
        exception.append(line: text)
        return .taken
    }

    private mutating func takeFrame(_ text: ByteView) -> Taking {
        if text.first == 0x09 || text.has("    ") {
            let words = text.trimmed
            guard let name else { return words.has("goroutine running on other") ? .taken : .over }
            guard var frame = Self.place(words) else { return .taken }
            frame.function = name
            frame.module = Self.package(name)
            exception.append(frame)
            self.name = nil
            return .taken
        }
        if text.isEmpty { return exception.frames.isEmpty ? .taken : .last }
        if text.has("...additional frames elided...") || text.has("...") { return .taken }
        if text.has("exit status ") { return .last }
        if text.has("created by ") {
            let rest = text.from(11)
            self.name = rest.upTo(rest.index(of: " in goroutine") ?? rest.count).text()
            return .taken
        }
        guard text.last == UInt8(ascii: ")"), let open = text.lastIndex(of: UInt8(ascii: "(")), open > 0,
            !text.upTo(open).contains(" ")
        else { return .over }
        self.name = text.upTo(open).text()
        return .taken
    }

    /// `/path/f.go:33 +0x1f fp=… sp=…`
    static func place(_ words: ByteView) -> Frame? {
        let end = words.lastIndex(of: " +0x") ?? words.count
        var path = words.upTo(end)
        if let location = Location(atEnd: path), location.column == nil { return location.frame() }
        // A path may have the marks of GOTRACEBACK behind it where there is no offset.
        if let mark = path.index(of: " fp=") { path = path.upTo(mark) }
        return Location(atEnd: path)?.frame()
    }

    /// `example.com/shop/cart.(*Cart).Total` is in `example.com/shop/cart`.
    static func package(_ function: String) -> String? {
        let slash = function.lastIndex(of: "/") ?? function.startIndex
        guard let dot = function[slash...].firstIndex(of: ".") else { return nil }
        return String(function[..<dot])
    }
}

/// The goroutines behind the first, which tell nothing of the failure.
struct GoNoise: Grammar {
    func take(_ line: LogLine, isBeginning: Bool) -> Taking {
        let text = line.text.trimmedEnd
        if text.has("panic: ") || text.has("fatal error: ") { return .over }
        let isCall = text.last == UInt8(ascii: ")") && text.contains(".") && !text.upTo(64).contains(" ")
        let isMine =
            text.isEmpty || text.has("goroutine ") || text.has("created by ") || text.has("\tgoroutine running")
            || text.has("exit status ") || text.has("...") || isCall
            || ((text.first == 0x09 || text.has("    ")) && GoGrammar.place(text.trimmed) != nil)
        return isMine ? .taken : .over
    }

    func close() -> [Failure] { [] }
}
