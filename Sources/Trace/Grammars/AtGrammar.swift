import Text

/// Traces of JavaScript, of the JVM and of .NET: a header, frames that begin with `at`, causes.
struct AtGrammar: Grammar {
    private enum Part { case main, member, suppressed }

    private var style: AtFrame.Style?
    private var exceptions: [Failure.Exception]
    private var parts: [Part]
    /// Whose frames come now.
    private var current: Int
    private var heading: Heading
    private var origin: Failure.Origin
    private var time: Timestamp?
    private let test: String?
    private let isStamped: Bool
    private var isRootFirst = false
    /// A header came, and no frame of it yet.
    private var isWaiting = false
    private var waited = 0
    private var mayNest = false
    private var suppressedIndent = -1
    /// Open braces behind a frame: what Node tells of an error's members.
    private var braces = 0
    private var inBraces = 0
    private var blanks = 0
    private var passed = 0

    /// Nil where the line is no frame, or where too little tells that it is one.
    init?(_ line: LogLine, recent: RecentLines, test: String?) {
        let text = line.text.trimmed
        guard let frame = AtFrame.read(text) else { return nil }
        let heading = Heading(recent)
        guard frame.isCertain || (heading.certainty == .exception && recent.count > 0) else { return nil }
        self.heading = heading
        exceptions = heading.exceptions.isEmpty ? [Failure.Exception()] : heading.exceptions
        parts = exceptions.map { _ in .main }
        current = exceptions.count - 1
        origin = heading.origin ?? line.origin
        time = heading.time ?? line.time
        isStamped = line.isStamped
        self.test = test
        add(frame, text)
        if let source = heading.source, let first = exceptions[current].frames.first, first.line == heading.sourceLine,
            heading.sourceFile == nil || heading.sourceFile == first.file
        {
            exceptions[current].frames[0].source = source
        }
    }

    mutating func take(_ line: LogLine, isBeginning: Bool) -> Taking {
        let text = line.text.trimmed
        if text.isEmpty {
            blanks += 1
            return blanks > 2 ? .over : .taken
        }
        defer { if !text.isEmpty { blanks = 0 } }
        if let frame = AtFrame.read(text, in: style) {
            if blanks > 0, !isWaiting, braces == 0 { return .over }
            add(frame, text)
            isWaiting = false
            passed = 0
            return .taken
        }
        if let verdict = takeChain(line, text) { return verdict }
        if braces > 0 { return takeMember(text) }
        if isWaiting { return wait(line, text, isBeginning) }
        // A line of a log that came between: other threads write, too.
        if line.isStamped, !isStamped, blanks == 0, passed < 2, !isBeginning,
            (Header.find(text)?.certainty ?? .word) < .exception
        {
            passed += 1
            return .passed
        }
        return .over
    }

    func close() -> [Failure] {
        guard !heading.isDump || !heading.exceptions.isEmpty else { return [] }
        var failure = Failure(language: language, exceptions: ordered)
        failure.suppressed = zip(exceptions, parts).filter { $1 == .suppressed }.map(\.0)
        failure.origin = origin
        failure.time = time
        failure.severity = heading.severity
        failure.test = test
        if test != nil { failure.kind = .test }
        return exceptions.contains { !$0.frames.isEmpty } ? [failure] : []
    }

    private var language: String {
        let frames = exceptions.flatMap(\.frames)
        switch style {
        case .jvm: return FileName.language(of: frames, else: "java")
        case .dotnet: return "csharp"
        case .v8, nil: return FileName.language(of: frames, else: "javascript")
        }
    }

    /// Root cause first: what is printed last, but for a group its members in their order.
    private var ordered: [Failure.Exception] {
        let main = zip(exceptions, parts).filter { $1 == .main }.map(\.0)
        let members = zip(exceptions, parts).filter { $1 == .member }.map(\.0)
        return members + (isRootFirst ? main : main.reversed())
    }

    // MARK: Lines

    private mutating func add(_ frame: AtFrame, _ text: ByteView) {
        if frame.isCertain, style == nil { style = frame.style }
        exceptions[current].append(frame.frame)
        if text.ends(" {") { braces += 1 }
    }

    private mutating func begin(_ exception: Failure.Exception, _ part: Part) {
        guard exceptions.count < TraceLimit.exceptions else { return }
        exceptions.append(exception)
        parts.append(part)
        current = exceptions.count - 1
        isWaiting = true
        waited = 0
        mayNest = false
    }

    private mutating func takeChain(_ line: LogLine, _ text: ByteView) -> Taking? {
        if text.has("... "), text.ends(" more") || text.ends(" omitted") || text.ends(" trimmed") { return .taken }
        if text.has("[CIRCULAR REFERENCE") || text.has("<asynchronous suspension>") { return .taken }
        if text.has("--- End of "), text.contains("stack trace") {
            if text.contains("inner exception"), current > 0 { current -= 1 }
            return .taken
        }
        if text.has("- "), style == .jvm { return .taken }
        if text.has("Caused by: ") {
            let isInner = suppressedIndent >= 0 && line.text.indent >= suppressedIndent
            if !isInner { suppressedIndent = -1 }
            begin(Self.exception(text), isInner ? .suppressed : .main)
            return .taken
        }
        if text.has("Wrapped by: ") {
            isRootFirst = true
            begin(Self.exception(text), .main)
            return .taken
        }
        if text.has("Suppressed: ") {
            suppressedIndent = line.text.indent
            begin(Self.exception(text), .suppressed)
            return .taken
        }
        if text.has("[cause]: ") {
            begin(Self.exception(text), .main)
            return .taken
        }
        if text.has("---> ") {
            begin(Self.exception(text.from(5)), text.has("---> (Inner Exception #") ? .member : .main)
            return .taken
        }
        return nil
    }

    private static func exception(_ text: ByteView) -> Failure.Exception {
        Header.find(text)?.exception ?? Failure.Exception(message: text.text(TraceLimit.message))
    }

    /// Within braces stand members, and errors that have a trace of their own.
    private mutating func takeMember(_ text: ByteView) -> Taking {
        inBraces += 1
        guard inBraces < 200 else { return .over }
        if text.first == UInt8(ascii: "}") || text.first == UInt8(ascii: "]") {
            braces -= 1
            if text.ends("{") || text.ends("[") { braces += 1 }
            return .taken
        }
        if text.ends("{") || text.ends("[") { braces += 1 }
        if let header = Header.find(text), header.certainty == .exception, !text.has("code:"), !text.has("name:"),
            header.type.raw.elementsEqual(text.upTo(header.type.count).raw)
        {
            begin(header.exception, .member)
        }
        return .taken
    }

    /// Further lines of a message.
    private mutating func wait(_ line: LogLine, _ text: ByteView, _ isBeginning: Bool) -> Taking {
        waited += 1
        if isBeginning || waited > 16 || (line.isStamped && !isStamped) { return .over }
        if !mayNest, let header = Header.find(text), header.certainty == .exception,
            header.type.raw.elementsEqual(text.upTo(header.type.count).raw)
        {
            return .over
        }
        mayNest = text.ends("nested exception is:")
        exceptions[current].append(line: line.text)
        return .taken
    }
}
