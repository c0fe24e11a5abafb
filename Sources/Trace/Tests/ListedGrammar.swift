/// A linter's list: a file, and below it a line for each complaint.
///
///     /src/a.js
///       12:5  error  'x' is not defined  no-undef
struct ListedGrammar: Grammar {
    private var failures: [Failure] = []
    private let file: String

    init?(_ line: LogLine, recent: RecentLines) {
        guard recent.count > 0, Self.complaint(line.text.trimmed) != nil else { return nil }
        let file = recent.with(0) { text -> String? in
            let text = text.trimmed
            return FileName.language(text) != nil && Diagnostic.isPath(text) ? text.text() : nil
        }
        guard let file else { return nil }
        self.file = file
        _ = take(line, isBeginning: false)
    }

    mutating func take(_ line: LogLine, isBeginning: Bool) -> Taking {
        guard let (place, level, words) = Self.complaint(line.text.trimmed), failures.count < 256 else { return .over }
        var exception = Failure.Exception(message: words.text(TraceLimit.message))
        // The rule stands behind the words, after two blanks.
        if let gap = words.lastIndex(of: "  ") {
            exception.type = words.from(gap).trimmed.text()
            exception.message = words.upTo(gap).trimmedEnd.text(TraceLimit.message)
        }
        exception.append(Frame(file: file, line: place.0, column: place.1))
        var failure = Failure(
            kind: .diagnostic, language: FileName.language(of: exception.frames, else: ""), exceptions: [exception])
        failure.severity = level
        failure.origin = line.origin
        failure.time = line.time
        failures.append(failure)
        return .taken
    }

    func close() -> [Failure] { failures }

    private static func complaint(_ text: ByteView) -> (place: (Int, Int), level: String, words: ByteView)? {
        guard let line = text.number(at: 0), text[line.end] == UInt8(ascii: ":"), line.value > 0,
            let column = text.number(at: line.end + 1), text[column.end] == 0x20
        else { return nil }
        let rest = text.from(column.end).trimmed
        for (level, name) in [("error " as StaticString, "error"), ("warning ", "warning")] where rest.has(level) {
            return ((line.value, column.value), name, rest.from(level.utf8CodeUnitCount).trimmed)
        }
        return nil
    }
}
