import Text

/// Ruby's backtraces: `F:N:in 'm'`, the innermost first, after `Type (message):` or with `message (Type)` on the first.
///
/// Frames of gems stand as `gem (1.2) lib/…` in Rails. Old versions print the innermost last, numbered: `1: from F:N:in …`.
struct RubyGrammar: Grammar {
    private var exceptions: [Failure.Exception]
    private var isReversed = false
    private var blanks = 0
    private var origin: Failure.Origin
    private var time: Timestamp?
    private var severity: String?
    private let isStamped: Bool
    private let test: String?

    static func isBeginning(_ text: ByteView) -> Bool { frame(text) != nil }

    init?(_ line: LogLine, recent: RecentLines, test: String?) {
        guard let (frame, rest) = Self.frame(line.text.trimmed) else { return nil }
        self.test = test
        isStamped = line.isStamped
        origin = line.origin
        time = line.time
        exceptions = [Failure.Exception()]
        isReversed = Self.isNumbered(line.text.trimmed)
        if !isReversed, let named = Self.named(rest) {
            exceptions[0] = named
        } else if !isReversed {
            let heading = Heading(recent)
            if let found = heading.exceptions.first { exceptions[0] = found }
            origin = heading.origin ?? origin
            time = time ?? heading.time
            severity = heading.severity
        }
        exceptions[0].append(frame)
    }

    mutating func take(_ line: LogLine, isBeginning: Bool) -> Taking {
        let text = line.text.trimmed
        if text.isEmpty {
            blanks += 1
            return blanks > 1 ? .over : .taken
        }
        let current = exceptions.count - 1
        if let (frame, rest) = Self.frame(text) {
            if let named = Self.named(rest) {
                // The last line of a reversed trace has the message; of others it begins the next, a cause.
                if isReversed, exceptions[current].type == nil {
                    exceptions[current].type = named.type
                    exceptions[current].message = named.message
                } else {
                    guard blanks == 0, exceptions.count < TraceLimit.exceptions else { return .over }
                    exceptions.append(named)
                }
            } else if blanks > 0, exceptions[current].type != nil, !exceptions[current].frames.isEmpty {
                return .over
            }
            blanks = 0
            exceptions[exceptions.count - 1].append(frame)
            return .taken
        }
        if text.has("... ") && text.ends("levels...") { return .taken }
        if text.has("Caused by"), let header = Header.find(text), exceptions.count < TraceLimit.exceptions {
            exceptions.append(header.exception)
            return .taken
        }
        // Rails: a blank, then the cause's own header.
        if blanks > 0, let header = Header.find(text), header.certainty == .exception, text.ends("):"),
            exceptions.count < TraceLimit.exceptions, exceptions[current].type != nil
        {
            blanks = 0
            return .over
        }
        return .over
    }

    func close() -> [Failure] {
        var exceptions = exceptions
        if isReversed { for index in exceptions.indices { exceptions[index].frames.reverse() } }
        var failure = Failure(language: "ruby", exceptions: exceptions.reversed())
        failure.origin = origin
        failure.time = time
        failure.severity = severity
        failure.test = test
        if test != nil { failure.kind = .test }
        return [failure]
    }

    /// `[from ]F:N:in 'm'[: message (Type)]`, with what follows the name.
    static func frame(_ line: ByteView) -> (Frame, ByteView)? {
        var text = line
        if let number = text.number(at: 0), text.has(": from ", at: number.end) { text = text.from(number.end + 2) }
        if text.has("from ") { text = text.from(5) }
        if text.has("# ") { text = text.from(2) }
        guard let mark = text.index(of: ":in ") else { return nil }
        let quote = text[mark + 4]
        guard quote == UInt8(ascii: "`") || quote == UInt8(ascii: "'"),
            let end = text.index(of: UInt8(ascii: "'"), from: mark + 5),
            let place = Location(atEnd: text.upTo(mark)), place.column == nil
        else { return nil }
        var frame = place.frame(function: text.slice(mark + 5, end))
        // `actionpack (5.1.4) lib/x.rb`: of a gem.
        if let bracket = place.file.index(of: " ("), let close = place.file.index(of: ") ", from: bracket) {
            frame.file = place.file.from(close + 2).text()
            frame.module = place.file.upTo(bracket).text()
            frame.isVendor = true
        }
        return (frame, text.from(end + 1))
    }

    private static func isNumbered(_ text: ByteView) -> Bool {
        guard let number = text.number(at: 0) else { return false }
        return text.has(": from ", at: number.end)
    }

    /// `: message (Type)`
    private static func named(_ rest: ByteView) -> Failure.Exception? {
        guard rest.has(": ") else { return nil }
        guard rest.last == UInt8(ascii: ")"), let open = rest.lastIndex(of: " (") else {
            return Failure.Exception(message: rest.from(2).text(TraceLimit.message))
        }
        return Failure.Exception(
            type: rest.slice(open + 2, rest.count - 1).text(),
            message: rest.slice(2, open).text(TraceLimit.message))
    }
}
