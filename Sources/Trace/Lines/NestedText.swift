import Text

/// Text within something else, a string of JSON or an element of a report, read as a log of its own.
enum NestedText {
    /// A trace in a string in a record in a string: no log is written deeper.
    static let depthLimit = 4
    private static let limit = 1 << 20

    static func read(
        _ text: String, depth: Int, origin: Failure.Origin, test: String? = nil, isPytest: Bool = false
    ) -> [Failure] {
        var text = text
        return text.withUTF8 {
            read(ByteView(UnsafeRawBufferPointer($0)), depth: depth, origin: origin, test: test, isPytest: isPytest)
        }
    }

    static func read(
        _ text: ByteView, depth: Int, origin: Failure.Origin, test: String? = nil, isPytest: Bool = false
    ) -> [Failure] {
        guard depth < depthLimit else { return [] }
        if let found = json(text, depth: depth, origin: origin) { return found }
        var reader = isPytest ? TextReader(pytest: test) : TextReader(test: test)
        var failures: [Failure] = []
        var rest = text.upTo(limit)
        while !rest.isEmpty {
            let end = rest.index(of: 0x0A) ?? rest.count
            PlainText.line(rest.upTo(end)) { line in
                let prefix = LinePrefix(line)
                if depth + 1 < depthLimit, let found = escaped(prefix.text, depth: depth, origin: origin) {
                    failures += found
                    return
                }
                var line = LogLine(prefix.text)
                line.stamp = prefix.stamp
                line.origin = origin
                line.isQuoted = true
                reader.take(line, into: &failures)
            }
            rest = rest.from(end + 1)
        }
        reader.finish(into: &failures)
        if let test {
            for index in failures.indices where failures[index].test == nil { failures[index].test = test }
        }
        return failures
    }

    /// What the line tells once its escapes are undone; nil where that is nothing, and the line is what it seems to be.
    static func escaped(_ line: ByteView, depth: Int, origin: Failure.Origin) -> [Failure]? {
        guard line.count > 24 else { return nil }
        if line.has("::error "), line.contains("%0A") {
            let plain = PlainText.withoutPercents(line)
            let found = plain.withUnsafeBytes { read(ByteView($0), depth: depth + 1, origin: origin) }
            // The command's own place is the first of them.
            return found.contains { $0.kind != .diagnostic } ? found.filter { $0.kind != .diagnostic } : nil
        }
        if let found = tail(line, depth: depth, origin: origin) { return found }
        guard line.contains("\\n") else { return nil }
        let plain = PlainText.unescaped(line)
        let found = plain.withUnsafeBytes { read(ByteView($0), depth: depth + 1, origin: origin) }
        return found.contains { !$0.frames.isEmpty } ? found : nil
    }

    /// A record of JSON behind other words.
    private static func tail(_ line: ByteView, depth: Int, origin: Failure.Origin) -> [Failure]? {
        guard line.last == UInt8(ascii: "}"), let start = line.index(of: "{\""), start > 0,
            let found = json(line.from(start), depth: depth + 1, origin: origin), !found.isEmpty
        else { return nil }
        return found
    }

    private static func json(_ text: ByteView, depth: Int, origin: Failure.Origin) -> [Failure]? {
        let text = text.trimmed
        guard text.first == UInt8(ascii: "{"), text.last == UInt8(ascii: "}"), text.count <= limit,
            let value = try? JSONTape().parse(text.raw)
        else { return nil }
        let payload = Payload(value: value, origin: origin, depth: depth)
        return payload.failures() ?? LogRecord(payload).failures()
    }
}

extension PlainText {
    /// A line without its carriage return and without codes.
    static func line(_ line: ByteView, _ body: (ByteView) -> Void) {
        var line = line
        while line.last == 0x0D { line = line.upTo(line.count - 1) }
        if line.index(of: 0x1B) != nil { return withoutCodes(line).withUnsafeBytes { body(ByteView($0)) } }
        // Some collectors keep an indent by blanks that do not break.
        guard line.has("\u{A0}") else { return body(line) }
        var indent = 0
        while line.has("\u{A0}", at: indent * 2) { indent += 1 }
        (Array(repeating: UInt8(0x20), count: indent) + line.from(indent * 2).raw).withUnsafeBytes {
            body(ByteView($0))
        }
    }
}
