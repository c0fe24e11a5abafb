import Text

/// PHP's errors: the place is in the header, `#0` is where the function was called from.
///
///     PHP Fatal error:  Uncaught T: message in P:N          exception 'T' with message 'message' in P:N
///     Stack trace:
///     #0 P(N): F()
///     #1 {main}
///       thrown in P on line N
///
/// `Next T: message in P:N` begins the next exception of a chain, the root cause stands first.
struct PHPGrammar: Grammar {
    private var exceptions: [Failure.Exception] = []
    private var isInTrace = false
    private var waited = 0
    private let origin: Failure.Origin
    private let time: Timestamp?
    private let severity: String?
    private let test: String?

    private static let kinds: [StaticString] = [
        "Fatal error", "Parse error", "Warning", "Notice", "Deprecated", "Recoverable fatal error",
    ]

    static func isBeginning(_ text: ByteView) -> Bool { header(text) != nil }

    init?(_ line: LogLine, recent: RecentLines, test: String?) {
        let text = line.text.trimmed
        self.test = test
        origin = line.origin
        time = line.time
        severity = LogLevel.find(line.text)
        if let header = Self.header(text) {
            exceptions = [header]
        } else if let frame = Self.frame(text), frame.file != nil, text.has("#0 ") {
            let heading = Heading(recent)
            exceptions = [heading.exceptions.first ?? Failure.Exception()]
            exceptions[0].append(frame)
            isInTrace = true
        } else {
            return nil
        }
    }

    mutating func take(_ line: LogLine, isBeginning: Bool) -> Taking {
        let text = line.text.trimmed
        if text.has("Stack trace:") || text.has("[stacktrace]") {
            isInTrace = true
            return .taken
        }
        if text.first == UInt8(ascii: "#"), isInTrace, let frame = Self.frame(text) {
            exceptions[exceptions.count - 1].append(frame)
            return .taken
        }
        if text.first == UInt8(ascii: "#"), isInTrace, text.ends("{main}") { return .taken }
        if text.isEmpty, isInTrace { return .taken }
        if text.has("Next "), isInTrace, exceptions.count < TraceLimit.exceptions,
            let next = Self.thrown(text.from(5))
        {
            exceptions.append(next)
            return .taken
        }
        if text.has("thrown in ") || text.has("\"}") { return .last }
        guard !isInTrace, !isBeginning, exceptions[0].frames.isEmpty, waited < 16 else { return .over }
        // The message has more lines, and the place stands behind the last.
        waited += 1
        if let place = Self.place(text) {
            exceptions[0].append(line: place.message)
            exceptions[0].append(place.frame)
        } else {
            exceptions[0].append(line: text)
        }
        return .taken
    }

    func close() -> [Failure] {
        guard exceptions.contains(where: { !$0.frames.isEmpty }) else { return [] }
        var failure = Failure(language: "php", exceptions: exceptions)
        failure.origin = origin
        failure.time = time
        failure.severity = severity
        failure.test = test
        if test != nil { failure.kind = .test }
        return [failure]
    }

    // MARK: Headers

    private static func header(_ text: ByteView) -> Failure.Exception? {
        if let place = text.index(of: "exception '"), let with = text.index(of: "' with message '", from: place) {
            var exception = Failure.Exception(type: text.slice(place + 11, with).text())
            guard let end = Self.place(text.from(with + 16)) else { return nil }
            exception.message = end.message.upTo(end.message.count - 1).text(TraceLimit.message)
            exception.append(end.frame)
            return exception
        }
        if let mark = text.index(of: "[object] (") { return laravel(text.from(mark + 10)) }
        var rest = text
        if rest.has("PHP ") { rest = rest.from(4) }
        for kind in kinds where rest.has(kind) {
            guard rest.has(": ", at: kind.utf8CodeUnitCount) else { return nil }
            let words = rest.from(kind.utf8CodeUnitCount + 1).trimmed
            if words.has("Uncaught ") { return thrown(words.from(9)) ?? Header.find(words)?.exception }
            guard let place = Self.place(words) else { return nil }
            var exception = Failure.Exception(type: kind.description, message: place.message.text(TraceLimit.message))
            exception.append(place.frame)
            return exception
        }
        return nil
    }

    /// `T: message in P:N`
    private static func thrown(_ text: ByteView) -> Failure.Exception? {
        guard let place = place(text), let header = Header(place.message, at: 0) else { return nil }
        var exception = header.exception
        exception.append(place.frame)
        return exception
    }

    /// `T(code: 0): message at P:N)`
    private static func laravel(_ text: ByteView) -> Failure.Exception? {
        guard let code = text.index(of: "(code: "), let colon = text.index(of: "): ", from: code),
            let at = text.lastIndex(of: " at ")
        else { return nil }
        let path = text.from(at + 4)
        guard let place = Location(atEnd: path.upTo(path.index(of: UInt8(ascii: ")")) ?? path.count)) else {
            return nil
        }
        var exception = Failure.Exception(
            type: text.upTo(code).text(), message: text.slice(colon + 3, at).text(TraceLimit.message))
        exception.append(place.frame())
        return exception
    }

    /// `message in P:N`, `message in P on line N`
    private static func place(_ text: ByteView) -> (message: ByteView, frame: Frame)? {
        guard let mark = text.lastIndex(of: " in ") else { return nil }
        let path = text.from(mark + 4)
        if let on = path.index(of: " on line "), let line = path.from(on + 9).number {
            return (text.upTo(mark), Frame(file: path.upTo(on).text(), line: line))
        }
        guard let place = Location(atEnd: path), place.column == nil else { return nil }
        return (text.upTo(mark), place.frame())
    }

    /// `#0 P(N): F()`, `#1 [internal function]: F()`
    static func frame(_ text: ByteView) -> Frame? {
        guard text.first == UInt8(ascii: "#"), let number = text.number(at: 1), text[number.end] == 0x20 else {
            return nil
        }
        let rest = text.from(number.end + 1)
        if rest.has("[internal function]: ") { return Frame(function: name(rest.from(21))) }
        guard let end = rest.index(of: "): "), let open = rest.lastIndex(of: UInt8(ascii: "("), before: end),
            let line = rest.slice(open + 1, end).number, Location.isFile(rest.upTo(open))
        else { return nil }
        return Frame(file: rest.upTo(open).text(), line: line, function: name(rest.from(end + 3)))
    }

    private static func name(_ call: ByteView) -> String {
        call.upTo(call.index(of: UInt8(ascii: "(")) ?? call.count).text()
    }
}
