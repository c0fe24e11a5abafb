import Text

/// A test that failed in the Test Anything Protocol, as Node's runner and others write it.
///
///     not ok 1 - sums
///       ---
///       location: '/srv/t.test.mjs:2:1'
///       error: |-
///         6 !== 7
///       stack: |-
///         TestContext.<anonymous> (file:///srv/t.test.mjs:2:35)
///       ...
struct TAPGrammar: Grammar {
    private var exception = Failure.Exception()
    private var location: Frame?
    private var key = ""
    private var keyIndent = 0
    private var isOpen = false
    private var isParent = false
    private var lines = 0
    private let origin: Failure.Origin
    private let time: Timestamp?
    private let test: String

    init?(_ line: LogLine) {
        let text = line.text.trimmed
        guard text.has("not ok "), let number = text.number(at: 7) else { return nil }
        let rest = text.from(number.end).trimmed
        if rest.contains("# TODO") || rest.contains("# SKIP") { return nil }
        test = (rest.has("- ") ? rest.from(2) : rest).text()
        origin = line.origin
        time = line.time
    }

    mutating func take(_ line: LogLine, isBeginning: Bool) -> Taking {
        let text = line.text.trimmed
        lines += 1
        if !isOpen {
            guard text.equals("---") else { return .over }
            isOpen = true
            return .taken
        }
        if text.equals("...") { return .last }
        if lines > 500 { return .over }
        let indent = line.text.indent
        if let colon = text.index(of: UInt8(ascii: ":")), colon < 32, key.isEmpty || indent <= keyIndent,
            text.upTo(colon).raw.allSatisfy(\.isWord)
        {
            keyIndent = indent
            key = text.upTo(colon).text()
            let value = Self.value(text.from(colon + 1).trimmed)
            if value.has("|") || value.has(">") { return .taken }
            set(value)
            return .taken
        }
        switch key {
        case "error", "message": exception.append(line: text)
        case "stack", "at":
            let words = text.has("at ") ? text.from(3) : text
            if let frame = V8Frame.read(words) { exception.append(frame.frame) }
        default: break
        }
        return .taken
    }

    func close() -> [Failure] {
        guard !isParent else { return [] }
        var exception = exception
        if exception.frames.isEmpty, let location { exception.append(location) }
        guard !exception.frames.isEmpty || exception.message != nil else { return [] }
        var failure = Failure(
            kind: .test, language: FileName.language(of: exception.frames, else: "javascript"), exceptions: [exception])
        failure.origin = origin
        failure.time = time
        failure.test = test
        return [failure]
    }

    private mutating func set(_ value: ByteView) {
        switch key {
        case "error", "message": exception.message = value.text(TraceLimit.message)
        case "name": exception.type = value.text()
        case "location": location = Location(atEnd: value)?.frame()
        case "at":
            if let frame = V8Frame.read(value) { exception.append(frame.frame) }
        case "failureType": isParent = value.equals("subtestsFailed")
        default: break
        }
    }

    private static func value(_ text: ByteView) -> ByteView {
        text.stripped("'", "'") ?? text.stripped("\"", "\"") ?? text
    }
}
