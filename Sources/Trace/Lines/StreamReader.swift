import Text

/// Reads the lines of one stream: plain text, and in it values of JSON and reports in XML, on one line or many.
struct StreamReader {
    /// What may be kept of one document: more where there is one stream than where there are many.
    struct Limits {
        var document: Int
        var text: Int
        var partial: Int

        static let main = Limits(document: 4 << 20, text: 256 << 10, partial: LineCutter.limit)
        static let one = Limits(document: 256 << 10, text: 64 << 10, partial: 64 << 10)
    }

    private enum Mode {
        case text
        case json(JSONDocument, Failure.Origin)
        case xml(ReportReader)
    }

    /// Whose lines these are, in words.
    let name: String?
    private let limits: Limits
    private let tape: JSONTape
    private var reader: TextReader
    private var mode = Mode.text {
        didSet {
            if case .text = mode { takesWholeLines = false } else { takesWholeLines = !isPrefixed }
        }
    }
    /// The document's lines have a prefix, as its first one had.
    private var isPrefixed = false
    /// The lines that follow are taken as they are, prefix and all.
    private(set) var takesWholeLines = false
    private var partial: [UInt8] = []
    /// Bytes since nothing stood open.
    private(set) var held = 0
    /// When the last line with a time was written: a trace has none of its own, the line that announces it does.
    /// In words, as most of them are never asked for.
    private var lastStamp: [UInt8] = []
    private var lastWhen: Timestamp?
    /// Go's package of the tests in this stream.
    var package: String?

    init(name: String?, limits: Limits, tape: JSONTape, test: String? = nil) {
        self.name = name
        self.limits = limits
        self.tape = tape
        reader = TextReader(test: test)
    }

    // MARK: Lines

    /// - Parameter text: The line's text, however long.
    mutating func take(_ line: LogLine, _ text: ByteView, isPartial: Bool = false, into failures: inout [Failure]) {
        if isPartial || !partial.isEmpty {
            partial.append(contentsOf: text.upTo(max(limits.partial - partial.count, 0)).raw)
            guard !isPartial else { return }
            let whole = partial
            partial = []
            whole.withUnsafeBytes { bytes in
                var line = line
                line.text = ByteView(bytes).upTo(LogLine.limit)
                takeWhole(line, ByteView(bytes), into: &failures)
            }
        } else {
            takeWhole(line, text, into: &failures)
        }
    }

    private mutating func takeWhole(_ line: LogLine, _ text: ByteView, into failures: inout [Failure]) {
        switch mode {
        case .text: break
        case .json(var document, let origin):
            mode = .text
            switch document.read(text, isLineEnd: true) {
            case .more: mode = .json(document, origin)
            case .whole: takeDocument(document, origin, into: &failures)
            case .tooLarge: replay(document, origin, into: &failures)
            case .broken:
                // The line that does not belong to it stands at its end, and may be something of its own.
                replay(document, origin, less: text.count + 1, into: &failures)
                takeWhole(line, text, into: &failures)
            }
            return
        case .xml(var report):
            mode = .text
            report.read(text)
            report.read(Self.newline)
            keep(&report, into: &failures)
            return
        }
        let start = text.trimmedStart
        if start.first == UInt8(ascii: "{") || start.first == UInt8(ascii: "[") {
            var document = JSONDocument(limit: limits.document)
            switch document.read(text, isLineEnd: true) {
            case .more:
                isPrefixed = line.isStamped || name != nil
                mode = .json(document, line.origin)
                return
            case .whole:
                if takeValue(text.trimmed, line, into: &failures) { return }
            case .broken, .tooLarge: break
            }
        } else if ReportReader.isBeginning(start) {
            isPrefixed = line.isStamped || name != nil
            var report = ReportReader(origin: line.origin, textLimit: limits.text, depth: 0)
            report.read(start)
            report.read(Self.newline)
            keep(&report, into: &failures)
            return
        }
        takeText(line, into: &failures)
    }

    private mutating func takeText(_ line: LogLine, into failures: inout [Failure]) {
        if let found = NestedText.escaped(line.text, depth: 0, origin: line.origin) {
            failures += found
            return
        }
        let count = failures.count
        reader.take(line, into: &failures)
        if failures.count > count { complete(&failures, from: count, else: line.time) }
        if line.isStamped || line.when != nil {
            lastStamp.removeAll(keepingCapacity: true)
            lastStamp.append(contentsOf: line.stamp.raw)
            lastWhen = line.when
        }
        held = reader.isOpen ? held + line.text.count : 0
    }

    private static var newline: ByteView { ByteView("\n" as StaticString) }

    // MARK: Lines longer than are kept whole

    /// - Returns: Whether the rest of the line is wanted.
    mutating func beginLong(_ line: LogLine, _ head: ByteView, into failures: inout [Failure]) -> Bool {
        switch mode {
        case .text: break
        case .json(var document, let origin):
            let verdict = document.read(head, isLineEnd: false)
            if verdict == .more || verdict == .whole {
                mode = .json(document, origin)
                return true
            }
            mode = .text
            replay(document, origin, into: &failures)
            return false
        case .xml(var report):
            mode = .text
            report.read(head)
            keep(&report, into: &failures)
            return true
        }
        let start = head.trimmedStart
        if start.first == UInt8(ascii: "{") || start.first == UInt8(ascii: "[") {
            var document = JSONDocument(limit: limits.document)
            if document.read(head, isLineEnd: false) == .more {
                isPrefixed = line.isStamped || name != nil
                mode = .json(document, line.origin)
                return true
            }
        } else if ReportReader.isBeginning(start) {
            isPrefixed = line.isStamped || name != nil
            var report = ReportReader(origin: line.origin, textLimit: limits.text, depth: 0)
            report.read(start)
            keep(&report, into: &failures)
            return true
        }
        takeLong(head, line.origin, into: &failures)
        return false
    }

    mutating func goOn(_ piece: ByteView, isLineEnd: Bool, into failures: inout [Failure]) {
        switch mode {
        case .text: break
        case .json(var document, let origin):
            mode = .text
            switch document.read(piece, isLineEnd: isLineEnd) {
            case .more: mode = .json(document, origin)
            case .whole:
                if isLineEnd { takeDocument(document, origin, into: &failures) } else { mode = .json(document, origin) }
            case .tooLarge, .broken: replay(document, origin, into: &failures)
            }
        case .xml(var report):
            mode = .text
            report.read(piece)
            if isLineEnd { report.read(Self.newline) }
            keep(&report, into: &failures)
        }
    }

    private mutating func takeLong(_ text: ByteView, _ origin: Failure.Origin, into failures: inout [Failure]) {
        failures += NestedText.escaped(text, depth: 0, origin: origin) ?? []
    }

    // MARK: Documents

    private mutating func keep(_ report: inout ReportReader, into failures: inout [Failure]) {
        failures += report.takeFailures()
        if report.isOver {
            report.finish()
            failures += report.takeFailures()
        } else {
            mode = .xml(report)
        }
    }

    private mutating func takeDocument(
        _ document: JSONDocument, _ origin: Failure.Origin, into failures: inout [Failure]
    ) {
        document.bytes.withUnsafeBytes { bytes in
            var line = LogLine(.empty)
            line.origin = origin
            _ = takeValue(ByteView(bytes).trimmed, line, into: &failures)
        }
    }

    /// - Returns: Whether it was JSON, and nothing is left to look at.
    private mutating func takeValue(_ text: ByteView, _ line: LogLine, into failures: inout [Failure]) -> Bool {
        // A list's element ends with a comma.
        let text = text.last == UInt8(ascii: ",") ? text.upTo(text.count - 1) : text
        guard let value = try? tape.parse(text.raw) else { return false }
        let payload = Payload(value: value, origin: line.origin, depth: 0)
        if let found = payload.failures() {
            failures += found
            return true
        }
        guard value.kind == .object else { return true }
        let record = LogRecord(payload)
        let found = record.failures()
        if !found.isEmpty {
            failures += found
            return true
        }
        guard var wrapped = record.wrapped else { return true }
        wrapped.text.withUTF8 { bytes in
            PlainText.line(ByteView(UnsafeRawBufferPointer(bytes)).trimmedEnd) { text in
                var inner = LogLine(LinePrefix(text).text)
                inner.origin = line.origin
                inner.when = wrapped.time ?? line.time
                takeText(inner, into: &failures)
            }
        }
        return true
    }

    /// It was no JSON after all: its lines are text. None of them begins a document again, so all is read twice at most.
    private mutating func replay(
        _ document: JSONDocument, _ origin: Failure.Origin, less: Int = 0, into failures: inout [Failure]
    ) {
        var origin = origin
        document.bytes.withUnsafeBytes { bytes in
            var rest = ByteView(bytes).upTo(bytes.count - less)
            while !rest.isEmpty {
                let end = rest.index(of: 0x0A) ?? rest.count
                var line = LogLine(rest.upTo(end))
                line.origin = origin
                if end > LogLine.limit {
                    takeLong(rest.upTo(min(end, LineCutter.limit)), origin, into: &failures)
                } else {
                    takeText(line, into: &failures)
                }
                rest = rest.from(end + 1)
                origin.line += 1
            }
        }
    }

    // MARK: Ends

    /// What stands open is answered as it is; a document goes on.
    mutating func quiet(into failures: inout [Failure]) {
        let count = failures.count
        reader.finish(into: &failures)
        complete(&failures, from: count, else: nil)
        held = 0
    }

    mutating func finish(into failures: inout [Failure]) {
        switch mode {
        case .text: break
        case .json(let document, let origin):
            mode = .text
            replay(document, origin, into: &failures)
        case .xml(var report):
            mode = .text
            report.finish()
            failures += report.takeFailures()
        }
        quiet(into: &failures)
    }

    /// - Parameter time: Of the line that shows them to be complete; what they tell was written before it.
    private func complete(_ failures: inout [Failure], from start: Int, else time: Timestamp?) {
        guard failures.count > start else { return }
        var last = LogLine(.empty)
        last.when = lastWhen
        let before = lastStamp.withUnsafeBytes { bytes in
            last.stamp = ByteView(bytes)
            return last.time
        }
        for index in failures.indices.dropFirst(start) where failures[index].time == nil {
            failures[index].time = before ?? time
        }
        if let package { Failure.set(package, in: &failures, from: start) }
    }
}
