import Text

/// What the lines before a first frame say of it: the exceptions, the outer one first, and where the telling began.
struct Heading {
    var exceptions: [Failure.Exception] = []
    var origin: Failure.Origin?
    var time: Timestamp?
    var severity: String?
    var certainty: Header.Certainty?
    /// A thread of a dump, not a failure.
    var isDump = false
    /// The line that the trace quotes, where it stands above the header, and its place.
    var source: String?
    var sourceFile: String?
    var sourceLine: Int?

    /// - Parameter recent: What stands before the first frame; a message may have many lines.
    init(_ recent: RecentLines) {
        var blanks = 0
        var found: Int?
        var inner: [Failure.Exception] = []
        for back in 0..<min(recent.count, 20) {
            let verdict = recent.with(back) { look($0, back, inner: &inner) }
            switch verdict {
            case .header: found = back
            case .blank: blanks += 1
            case .other: blanks = 0
            case .end: break
            }
            if verdict == .header || verdict == .end || blanks > 3 || isDump { break }
            if recent.isStamped(back) { break }
        }
        if let place = found, let above = Self.nesting(recent, place) {
            found = above.back
            exceptions = [above.exception]
        }
        if let found {
            for back in stride(from: found - 1, through: 0, by: -1) where inner.isEmpty {
                recent.with(back) { if !isQuotedCode($0) { exceptions[0].append(line: $0) } }
            }
            exceptions[0].message = exceptions[0].message.flatMap { text in
                var text = text[...]
                while text.last?.isNewline == true { text.removeLast() }
                return text.isEmpty ? nil : String(text)
            }
            setOrigin(recent, found)
        }
        exceptions += inner.reversed()
        findSource(recent, above: found ?? -1)
    }

    /// `A: message;`, `nested exception is:` and `B: message`: the header is the first of them.
    private static func nesting(_ recent: RecentLines, _ back: Int) -> (back: Int, exception: Failure.Exception)? {
        var found: (Int, Failure.Exception)?
        var place = back
        while place + 2 < recent.count, recent.with(place + 1, { $0.trimmed.ends("nested exception is:") }),
            let exception = recent.with(place + 2, { Header.find($0)?.exception })
        {
            place += 2
            found = (place, exception)
        }
        return found
    }

    private enum Verdict { case header, blank, other, end }

    private mutating func look(_ line: ByteView, _ back: Int, inner: inout [Failure.Exception]) -> Verdict {
        let text = line.trimmed
        if text.isEmpty { return .blank }
        if isQuotedCode(line) { return .other }
        if text.first == UInt8(ascii: "\""), text.contains(" prio=") || text.contains(" tid=") {
            isDump = true
            // The main thread of an application that does not respond; all others are noise.
            if text.has("\"main\""), text.contains("tid=1 ") { exceptions = [Failure.Exception(type: "ANR")] }
            return .end
        }
        if text.contains("java.lang.Thread.State:") {
            isDump = true
            return .end
        }
        // ● Suite › test: below it stand the message and a piece of the code.
        if text.has("\u{25CF} ") { return .end }
        if text.has("---> ") {
            if let header = Header.find(text) { inner.append(header.exception) }
            return .other
        }
        guard let header = Header.find(text) else { return .other }
        let isNear = back == 0
        guard
            header.certainty == .exception || (isNear && header.certainty == .path)
                || (isNear && header.isLeading)
        else { return .other }
        certainty = header.certainty
        exceptions = Heading.chain(header, text)
        return .header
    }

    /// `A: message ---> B: message`
    static func chain(_ header: Header, _ text: ByteView) -> [Failure.Exception] {
        guard header.message.contains(" ---> ") else { return [header.exception] }
        var exceptions: [Failure.Exception] = []
        var rest = text
        while exceptions.count < TraceLimit.exceptions {
            let end = rest.index(of: " ---> ")
            if let header = Header.find(rest.upTo(end ?? rest.count)) { exceptions.append(header.exception) }
            guard let end else { break }
            rest = rest.from(end + 6)
        }
        return exceptions
    }

    private mutating func setOrigin(_ recent: RecentLines, _ back: Int) {
        origin = recent.origin(back)
        // The record's own line may stand above: it has the time, and often the level.
        for place in [back, back + 1] where place < recent.count && time == nil {
            time = recent.time(place)
            severity = severity ?? recent.with(place) { LogLevel.find($0) }
        }
    }

    /// Jest's `> 4 |   code`, and what names the frames below it: no part of the message.
    private func isQuotedCode(_ line: ByteView) -> Bool {
        let text = line.trimmedStart
        if text.has("Stack Trace:") || text.has("Stacktrace:") { return true }
        let rest = text.first == UInt8(ascii: ">") ? text.from(1).trimmedStart : text
        guard let number = rest.number(at: 0) else { return rest.first == UInt8(ascii: "|") }
        return rest.from(number.end).trimmedStart.first == UInt8(ascii: "|")
    }

    /// Node prints place and code above the header, Jest below it.
    private mutating func findSource(_ recent: RecentLines, above found: Int) {
        for back in 0..<min(recent.count, max(found, 0) + 6) {
            recent.with(back) { line in
                let text = line.trimmedStart
                if text.has("> "), let number = text.from(2).trimmedStart.number(at: 0) {
                    let rest = text.from(2).trimmedStart.from(number.end).trimmedStart
                    if rest.first == UInt8(ascii: "|") {
                        source = rest.from(rest[1] == 0x20 ? 2 : 1).trimmedEnd.text(TraceLimit.source)
                        sourceLine = number.value
                    }
                }
            }
            guard source == nil, back > found, back > 0 else { continue }
            let isMarked = recent.with(back - 1) { line in
                !line.trimmed.isEmpty && line.raw.contains(UInt8(ascii: "^"))
                    && line.raw.allSatisfy { $0 == UInt8(ascii: "^") || $0.isBlank || $0 == UInt8(ascii: "~") }
            }
            guard isMarked, back + 1 < recent.count else { continue }
            source = recent.with(back) { $0.trimmedEnd.text(TraceLimit.source) }
            recent.with(back + 1) { line in
                if let place = Location(atEnd: line.trimmed) {
                    (sourceFile, sourceLine) = (place.file.text(), place.line)
                }
            }
        }
    }
}
