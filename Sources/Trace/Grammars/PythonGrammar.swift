import Text

/// Python's tracebacks: the last frame is the innermost, the first block of a chain is the root cause.
///
///     Traceback (most recent call last):
///       File "P", line N, in F
///         source
///         ~~~~^^
///     Type: message
struct PythonGrammar: Grammar {
    /// Within a block, or behind one where a sentence may join the next.
    private enum State { case frames, tail, joined }

    private var state = State.frames
    /// Root cause first, as they are printed; members of a group come before the group they are of.
    private var done: [Failure.Exception] = []
    /// The groups whose members are being told.
    private var groups: [Failure.Exception] = []
    private var block = Failure.Exception()
    /// Blanks before `Traceback`, and before `File`.
    private var base: Int
    private var frameIndent = -1
    private var expectsSource = false
    private var tail = 0
    private var passed = 0
    private var isGroup: Bool
    private let isStamped: Bool
    private let isQuoted: Bool
    private let origin: Failure.Origin
    private let time: Timestamp?
    private let severity: String?
    private let test: String?

    static func isBeginning(_ text: ByteView) -> Bool {
        (text.ends("Traceback (most recent call last):") || text.ends("Group Traceback (most recent call last):"))
            || (text.has("File \"") && Self.frame(text) != nil)
    }

    init?(_ line: LogLine, recent: RecentLines, test: String?) {
        let text = line.text.trimmed
        guard Self.isBeginning(text) else { return nil }
        isGroup = text.has("+ ")
        base = isGroup ? 0 : line.text.indent
        isStamped = line.isStamped
        isQuoted = line.isQuoted
        origin = line.origin
        self.test = test
        // A logger's record stands on this line, or its message on the one before.
        var (time, severity) = (line.time, LogLevel.find(line.text))
        if time == nil, recent.count > 0 {
            time = recent.time(0)
            severity = severity ?? (time == nil ? nil : recent.with(0) { LogLevel.find($0) })
        }
        (self.time, self.severity) = (time, severity)
        if text.has("File \"") {
            base = max(line.text.indent - 2, 0)
            _ = takeFrame(text, line.text.indent)
        }
    }

    mutating func take(_ line: LogLine, isBeginning: Bool) -> Taking {
        var text = line.text
        if isGroup { text = Self.withoutGutter(text) }
        if state == .frames { return takeBlock(line, text) }
        let words = text.trimmed
        if words.has("The above exception was the direct cause") || words.has("During handling of the above exception")
        {
            state = .joined
            tail = 0
            return .taken
        }
        if words.ends("Traceback (most recent call last):"), state == .joined || isGroup {
            if words.contains("Exception Group") { (isGroup, base) = (true, 0) }
            push()
            state = .frames
            frameIndent = -1
            if !isGroup { base = line.text.indent }
            return .taken
        }
        if isGroup, let verdict = takeMembers(line, words) { return verdict }
        // A message may have more lines; what follows the trace is most often something else.
        tail += 1
        if isBeginning || tail > (state == .joined ? 3 : 4) || (line.isStamped && !isStamped) { return .over }
        return words.isEmpty ? .taken : .passed
    }

    mutating func close() -> [Failure] {
        push()
        while !groups.isEmpty { done.append(groups.removeLast()) }
        guard done.contains(where: { !$0.frames.isEmpty }) else { return [] }
        for index in done.indices { done[index].frames.reverse() }
        var failure = Failure(language: "python", exceptions: done)
        failure.origin = origin
        failure.time = time
        failure.severity = severity
        failure.test = test
        if test != nil { failure.kind = .test }
        return [failure]
    }

    private mutating func push() {
        if block.type != nil || block.message != nil || !block.frames.isEmpty, done.count < TraceLimit.exceptions {
            done.append(block)
        }
        block = Failure.Exception()
    }

    // MARK: A block

    private mutating func takeBlock(_ line: LogLine, _ text: ByteView) -> Taking {
        let words = text.trimmed
        let indent = text.indent
        if words.has("File \""), takeFrame(words, indent) { return .taken }
        if words.isEmpty { return block.frames.isEmpty ? .over : .taken }
        if words.has("[Previous line repeated ") { return .taken }
        let isInner = frameIndent < 0 ? indent > base : indent > frameIndent
        let isFlat = frameIndent >= 0 && frameIndent <= base
        if !block.frames.isEmpty, isInner || (isFlat && expectsSource) {
            let isMark = words.raw.allSatisfy { $0 == 0x5E || $0 == 0x7E || $0 == 0x20 }
            if expectsSource, !isMark {
                block.frames[block.frames.count - 1].source = words.text(TraceLimit.source)
                expectsSource = false
            }
            return .taken
        }
        // Another thread's line between two of ours.
        if line.isStamped, !isStamped, passed < 2 {
            passed += 1
            return .passed
        }
        guard !block.frames.isEmpty, let end = Self.exception(words) else { return .over }
        block.type = end.type
        block.message = end.message
        state = .tail
        tail = 0
        if isGroup, block.type?.hasSuffix("Group") == true, groups.count < 8 {
            groups.append(block)
            block = Failure.Exception()
        }
        return .taken
    }

    private mutating func takeFrame(_ words: ByteView, _ indent: Int) -> Bool {
        guard let frame = Self.frame(words) else { return false }
        if frameIndent < 0 { frameIndent = indent }
        block.append(frame, isOuterFirst: true)
        expectsSource = true
        passed = 0
        return true
    }

    /// `File "P", line N, in F`; of a syntax error without `in F`.
    static func frame(_ text: ByteView) -> Frame? {
        guard text.has("File \""), let end = text.index(of: "\", line ", from: 6),
            let number = text.number(at: end + 8)
        else { return nil }
        let rest = text.from(number.end)
        var frame = Frame(file: text.slice(6, end).text(), line: number.value)
        if rest.has(", in ") { frame.function = rest.from(5).trimmed.text() }
        return rest.isEmpty || frame.function != nil ? frame : nil
    }

    /// `Type: message`, `pkg.Type`; any name that Python allows.
    static func exception(_ words: ByteView) -> Failure.Exception? {
        var end = 0
        while end < 256, words[end].isWord || words[end] == UInt8(ascii: ".") { end += 1 }
        guard end > 0, !words[0].isDigit, end == words.count || words[end] == UInt8(ascii: ":") else { return nil }
        let message = words.from(end + 1).trimmed
        return Failure.Exception(
            type: words.upTo(end).text(), message: message.isEmpty ? nil : message.text(TraceLimit.message))
    }

    // MARK: Groups

    /// `+-+---------------- 1 ----------------`, and members without a trace.
    private mutating func takeMembers(_ line: LogLine, _ words: ByteView) -> Taking? {
        if words.isEmpty || words.raw.allSatisfy({ $0 == 0x2D || $0 == 0x2B || $0.isDigit || $0 == 0x20 || $0 == 0x2E })
        {
            guard line.text.trimmed.first == UInt8(ascii: "|") || line.text.trimmed.first == UInt8(ascii: "+") else {
                return nil
            }
            push()
            tail = 0
            return .taken
        }
        guard line.text.trimmed.first == UInt8(ascii: "|") else { return nil }
        if block.type == nil, let member = Self.exception(words) { block = member }
        tail = 0
        return .taken
    }

    /// Without `  | ` and `  +-+--`, however deep.
    static func withoutGutter(_ text: ByteView) -> ByteView {
        var place = text.indent
        guard text[place] == UInt8(ascii: "|") || text[place] == UInt8(ascii: "+") else { return text }
        place += 1
        return text.from(text[place] == 0x20 ? place + 1 : place)
    }
}
