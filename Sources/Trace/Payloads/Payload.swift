import Text

/// One value of JSON that may tell of failures: an event, a webhook, a report, a record of a log.
struct Payload {
    let value: JSONValue
    let origin: Failure.Origin
    /// How many texts this one is in.
    let depth: Int

    /// What it tells; nil where its shape is none that is known, and it may be a record of a log.
    func failures() -> [Failure]? {
        guard value.kind == .object else { return list() }
        if value["resourceLogs"].kind == .array || value["resourceSpans"].kind == .array { return telemetry() }
        if let events = events() { return events }
        if value["alerts"].kind == .array { return alerts() }
        if let incident = incident() { return incident }
        if let reported = reported() { return reported }
        return nil
    }

    /// Texts within are read as logs of their own.
    func nested(_ text: String, test: String? = nil) -> [Failure] {
        NestedText.read(text, depth: depth + 1, origin: origin, test: test)
    }

    /// A list of events, or of a linter's files.
    private func list() -> [Failure]? {
        guard value.kind == .array, depth < NestedText.depthLimit else { return nil }
        var found: [Failure]?
        for element in value.elements where element.kind == .object {
            if element["messages"].kind == .array, let path = element["filePath"].string {
                found = (found ?? []) + complaints(path, element["messages"])
            } else if let failures = Payload(value: element, origin: origin, depth: depth + 1).failures() {
                found = (found ?? []) + failures
            }
        }
        return found
    }

    /// ESLint's: `{filePath, messages[{ruleId, severity, message, line, column}]}`
    private func complaints(_ path: String, _ messages: JSONValue) -> [Failure] {
        messages.elements.compactMap { message in
            guard let line = message["line"].int.flatMap(Int.init(exactly:)) else { return nil }
            var exception = Failure.Exception(type: message["ruleId"].string, message: message["message"].short)
            exception.append(Frame(file: path, line: line, column: message["column"].int.flatMap(Int.init(exactly:))))
            var failure = Failure(
                kind: .diagnostic, language: FileName.language(of: exception.frames, else: "javascript"),
                exceptions: [exception])
            failure.origin = origin
            failure.severity = message["severity"].int == 2 ? "error" : "warning"
            return failure
        }
    }
}

extension JSONValue {
    /// The text of a string, cut to what a message may have.
    var short: String? {
        string.map { $0.utf8.count <= TraceLimit.message ? $0 : String($0.prefix(TraceLimit.message)) }
    }

    /// A string that is not empty.
    var name: String? { string.flatMap { $0.isEmpty ? nil : String($0.prefix(TraceLimit.name)) } }

    var count32: Int? { int.flatMap { 0 < $0 && $0 < 1 << 31 ? Int($0) : nil } ?? string.flatMap { Int($0) } }

    /// A time in words, or in seconds, milliseconds, microseconds or nanoseconds since 1970.
    var moment: Timestamp? {
        if let text = string {
            if let time = Timestamp(iso: text) { return time }
            guard let number = Int64(text) else { return nil }
            return Self.moment(Double(number))
        }
        return double.flatMap(Self.moment)
    }

    private static func moment(_ number: Double) -> Timestamp? {
        guard number > 1e8, number < 4e18 else { return nil }
        let milliseconds =
            number < 1e11 ? number * 1000 : number < 1e14 ? number : number < 1e17 ? number / 1e3 : number / 1e6
        return Timestamp(milliseconds: Int64(milliseconds))
    }
}
