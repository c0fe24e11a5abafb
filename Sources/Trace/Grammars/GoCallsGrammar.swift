import Text

/// Calls that Go programs print of an error they made: `pkg.Fn` and `⇥/path/f.go:12`, without a goroutine.
struct GoCallsGrammar: Grammar {
    private var exception = Failure.Exception()
    private var name: String?
    private var origin: Failure.Origin
    private var time: Timestamp?
    private let test: String?

    init?(_ line: LogLine, recent: RecentLines, test: String?) {
        guard recent.count > 0, let frame = GoGrammar.place(line.text.trimmed) else { return nil }
        guard let name = recent.with(0, Self.name) else { return nil }
        self.test = test
        origin = recent.origin(0)
        time = recent.time(0)
        exception.append(Self.named(frame, name))
        // The error's own words stand before its calls.
        if recent.count > 1 {
            let message = recent.with(1) { line in
                line.trimmed.isEmpty || Self.name(line) != nil ? nil : line.trimmed.text(TraceLimit.message)
            }
            if let message {
                exception.message = message
                origin = recent.origin(1)
                time = recent.time(1) ?? time
            }
        }
    }

    mutating func take(_ line: LogLine, isBeginning: Bool) -> Taking {
        if line.text.first == 0x09, let name, let frame = GoGrammar.place(line.text.trimmed) {
            exception.append(Self.named(frame, name))
            self.name = nil
            return .taken
        }
        guard name == nil, let next = Self.name(line.text) else { return .over }
        name = next
        return .taken
    }

    func close() -> [Failure] {
        var failure = Failure(language: "go", exceptions: [exception])
        failure.origin = origin
        failure.time = time
        failure.test = test
        return [failure]
    }

    private static func named(_ frame: Frame, _ name: String) -> Frame {
        var frame = frame.named(name)
        frame.module = GoGrammar.package(name)
        return frame
    }

    private static func name(_ line: ByteView) -> String? {
        let text = line.trimmedEnd
        guard !text.isEmpty, text.count < 512, !text.first.isBlank, text.index(of: UInt8(ascii: ".")) != nil,
            !text.contains(" "), text.last != UInt8(ascii: ":"), text.last != UInt8(ascii: ")")
        else { return nil }
        return text.text()
    }
}
