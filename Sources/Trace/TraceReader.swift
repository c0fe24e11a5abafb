import Text

/// Reads whatever tells of failures, traces in logs, reports of tests, payloads of alarms, as it comes and without end.
///
///     var reader = TraceReader()
///     while let bytes = next() {
///         for failure in reader.read(bytes) { … }
///     }
///     for failure in reader.finish() { … }
///
/// Bytes come in pieces of any size; how they are cut changes nothing. A failure is answered once the line has come that
/// shows it to be complete, at `quiet()` at the latest, and only once: `times(_:)` counts the others like it. Memory is
/// bounded whatever comes, and time is linear.
package struct TraceReader {
    private var cutter = LineCutter()
    private var streams = StreamTable()
    private var seen = SeenFailures()
    private let isDeduplicating: Bool
    /// The last time before a line that has a name: what is told in lines with neither was told after it.
    private var lastStamp: [UInt8] = []
    /// The stream whose long line is under way.
    private var long: UInt64?

    /// - Parameter isDeduplicating: Whether the same failure is answered only once.
    package init(isDeduplicating: Bool = true) {
        self.isDeduplicating = isDeduplicating
    }

    /// All failures of a text that has an end.
    package static func read(whole bytes: UnsafeRawBufferPointer) -> [Failure] {
        var reader = TraceReader()
        return reader.read(bytes) + reader.finish()
    }

    package static func read(whole text: String) -> [Failure] {
        var text = text
        return text.withUTF8 { read(whole: UnsafeRawBufferPointer($0)) }
    }

    /// The failures that are complete with these bytes.
    package mutating func read(_ bytes: UnsafeRawBufferPointer) -> [Failure] {
        var failures: [Failure] = []
        // Moved out, so that what it hands over can be taken while it cuts on.
        var cutter = cutter
        self.cutter = LineCutter()
        cutter.read(bytes) { piece, text, offset, number in
            take(piece, text, Failure.Origin(offset: offset, line: number), into: &failures)
        }
        self.cutter = cutter
        return fresh(failures)
    }

    package mutating func read(_ bytes: ArraySlice<UInt8>) -> [Failure] {
        bytes.withUnsafeBytes { read($0) }
    }

    /// Nothing has come for a while: what stands open is answered as it is.
    package mutating func quiet() -> [Failure] {
        var failures: [Failure] = []
        streams.quiet(into: &failures)
        date(&failures, from: 0)
        return fresh(failures)
    }

    /// Nothing more will come.
    package mutating func finish() -> [Failure] {
        var failures: [Failure] = []
        var cutter = cutter
        cutter.finish { piece, text, offset, number in
            take(piece, text, Failure.Origin(offset: offset, line: number), into: &failures)
        }
        self.cutter = LineCutter()
        streams.finish(into: &failures)
        date(&failures, from: 0)
        return fresh(failures)
    }

    /// How often the failure of that fingerprint was met, as far as it is remembered.
    package func times(_ fingerprint: String) -> Int { seen.times(fingerprint) }

    private mutating func fresh(_ failures: [Failure]) -> [Failure] {
        guard isDeduplicating else { return failures }
        return failures.filter { seen.add($0.fingerprint) }
    }

    // MARK: Lines

    private mutating func take(
        _ piece: LineCutter.Piece, _ text: ByteView, _ origin: Failure.Origin, into failures: inout [Failure]
    ) {
        switch piece {
        case .line:
            PlainText.line(text) { takeLine($0, origin, into: &failures) }
        case .long:
            let line = lineWithPrefix(text, origin)
            long = nil
            streams.with(line.prefix.key, name: line.prefix.name, into: &failures) { stream, failures in
                if stream.beginLong(line.line, line.prefix.text, into: &failures) { long = line.prefix.key }
            }
        case .more, .rest:
            guard let key = long else { return }
            streams.with(key, name: .empty, into: &failures) { stream, failures in
                stream.goOn(text, isLineEnd: piece == .rest, into: &failures)
            }
            if piece == .rest { long = nil }
        }
    }

    private mutating func takeLine(_ text: ByteView, _ origin: Failure.Origin, into failures: inout [Failure]) {
        let (line, prefix) = lineWithPrefix(text, origin)
        let count = failures.count
        defer {
            date(&failures, from: count)
            if prefix.key != 0, line.isStamped {
                lastStamp.removeAll(keepingCapacity: true)
                lastStamp.append(contentsOf: line.stamp.raw)
            }
        }
        if prefix.text.first == UInt8(ascii: "{"), prefix.text.last == UInt8(ascii: "}"),
            takeWrapped(line, prefix, into: &failures)
        {
            return
        }
        streams.with(prefix.key, name: prefix.name, into: &failures) { stream, failures in
            stream.take(line, prefix.text, isPartial: prefix.isPartial, into: &failures)
        }
    }

    /// Gives the failures that were told before this line a time, where their own lines have none.
    private func date(_ failures: inout [Failure], from start: Int) {
        guard failures.count > start, !lastStamp.isEmpty else { return }
        var last = LogLine(.empty)
        let time = lastStamp.withUnsafeBytes { bytes in
            last.stamp = ByteView(bytes)
            return last.time
        }
        for index in failures.indices.dropFirst(start) where failures[index].time == nil { failures[index].time = time }
    }

    private func lineWithPrefix(_ text: ByteView, _ origin: Failure.Origin) -> (line: LogLine, prefix: LinePrefix) {
        let text = origin.offset == 0 && text.has("\u{FEFF}") ? text.from(3) : text
        var prefix = LinePrefix(whole: text)
        if !streams.mainTakesWholeLines { prefix = LinePrefix(text) }
        var line = LogLine(prefix.text)
        line.stamp = prefix.stamp
        line.origin = origin
        line.origin.stream = prefix.name.isEmpty ? nil : prefix.name.text(256)
        return (line, prefix)
    }

    /// Docker's, journald's, `go test -json`: a line of text in a record of its own.
    private mutating func takeWrapped(_ line: LogLine, _ prefix: LinePrefix, into failures: inout [Failure]) -> Bool {
        guard !streams.mainTakesWholeLines, let wrapped = WrappedLine(prefix.text) else { return false }
        let key = (wrapped.key &* 31 ^ prefix.key) | 1
        var name = wrapped.name
        name.withUTF8 { name in
            streams.with(key, name: ByteView(UnsafeRawBufferPointer(name)), into: &failures) { stream, failures in
                stream.package = wrapped.package
                for var text in wrapped.texts {
                    text.withUTF8 { bytes in
                        PlainText.line(ByteView(UnsafeRawBufferPointer(bytes))) { plain in
                            let inner = LinePrefix(plain)
                            var whole = LogLine(inner.text)
                            whole.origin = line.origin
                            whole.origin.stream = wrapped.name.isEmpty ? line.origin.stream : wrapped.name
                            whole.stamp = inner.stamp
                            whole.when = wrapped.time ?? line.time
                            stream.take(whole, inner.text, isPartial: wrapped.isPartial, into: &failures)
                        }
                    }
                }
            }
        }
        if wrapped.isOver { streams.end(key, into: &failures) }
        return true
    }
}
