import Text

/// A record of a log that is JSON: the stack in any of its strings, or a line of text that a collector wrapped.
struct LogRecord {
    let value: JSONValue
    let payload: Payload

    init(_ payload: Payload) {
        self.payload = payload
        value = payload.value
    }

    /// What its strings tell, each failure once.
    func failures() -> [Failure] {
        var found: [Failure] = []
        walk(value, key: "", parent: value, level: 0, into: &found)
        guard !found.isEmpty else { return [] }
        let running = Running(value)
        var seen: Set<String> = []
        return found.compactMap { failure in
            var failure = failure
            failure.origin = payload.origin
            running.tell(&failure)
            return seen.insert(failure.fingerprint).inserted ? failure : nil
        }
    }

    private func walk(_ value: JSONValue, key: String, parent: JSONValue, level: Int, into found: inout [Failure]) {
        guard level < 8, found.count < 64 else { return }
        switch value.kind {
        case .string:
            // Most strings are too short for a trace.
            guard value.sourceLength > 24 else { return }
            let isStack = Self.isStack(key)
            guard let text = value.string,
                isStack || text.utf8.contains(0x0A) || text.utf8.first == UInt8(ascii: "{")
            else { return }
            found += payload.nested(text).map { named($0, beside: parent, isStack: isStack) }
        case .object:
            for member in value.members {
                walk(member.value, key: member.key, parent: value, level: level + 1, into: &found)
            }
        case .array:
            if let failure = listed(value, key: key, parent: parent) {
                found.append(failure)
                return
            }
            for element in value.elements { walk(element, key: key, parent: value, level: level + 1, into: &found) }
        default: break
        }
    }

    static func isStack(_ key: String) -> Bool {
        var key = key
        return key.withUTF8 { bytes in
            let key = ByteView(UnsafeRawBufferPointer(bytes))
            return names.contains { key.contains($0) } || key.equals("exc_info") || key.equals("@x")
                || (key.contains("race") && !key.contains("id") && !key.contains("Id"))
        }
    }

    private static let names: [StaticString] = ["stack", "Stack", "exception", "Exception"]

    /// A stack may stand without its header: type and message are members beside it.
    private func named(_ failure: Failure, beside parent: JSONValue, isStack: Bool) -> Failure {
        var failure = failure
        let last = failure.exceptions.count - 1
        guard isStack, failure.exceptions[last].type == nil else { return failure }
        for parent in [parent, value] {
            failure.exceptions[last].type =
                failure.exceptions[last].type ?? parent["type"].name ?? parent["exception.type"].name
                ?? parent["name"].name ?? parent["class"].name ?? parent["kind"].name ?? parent["error.type"].name
            failure.exceptions[last].message =
                failure.exceptions[last].message ?? parent["error"].short ?? parent["message"].short
                ?? parent["msg"].short
        }
        return failure
    }

    /// Frames as a list: of lines, or of objects with a file and a line.
    private func listed(_ list: JSONValue, key: String, parent: JSONValue) -> Failure? {
        guard Self.isStack(key) || key == "frames" || key == "backtrace" else { return nil }
        guard list[0].kind == .object else {
            let lines = list.elements.prefix(TraceLimit.frames).compactMap(\.string)
            guard lines.count > 0, lines.count == list.count || lines.count == TraceLimit.frames else { return nil }
            return payload.nested(lines.joined(separator: "\n")).first.map { named($0, beside: parent, isStack: true) }
        }
        var exception = Failure.Exception()
        for value in list.elements.prefix(TraceLimit.frames) {
            let file =
                value["filename"].name ?? value["file"].name ?? value["fileName"].name ?? value["file_name"].name
                ?? value["path"].name
            let line =
                value["lineno"].count32 ?? value["line"].count32 ?? value["lineNumber"].count32
                ?? value["number"].count32
            guard let file, line != nil || value["line"].exists else { continue }
            let method =
                value["name"].name ?? value["method"].name ?? value["function"].name ?? value["methodName"].name
            let holder = value["class"].name ?? value["className"].name ?? value["module"].name
            let function = holder.flatMap { holder in method.map { holder + "." + $0 } } ?? method
            var frame = Frame(file: file, line: line, function: function, module: holder)
            if value["line"].kind == .string { frame.source = value["line"].short }
            exception.append(frame)
        }
        guard !exception.frames.isEmpty else { return nil }
        // `frames` stand oldest first where they have the name.
        if key == "frames" { exception.frames.reverse() }
        exception.type =
            parent["exc_type"].name ?? parent["errorClass"].name ?? parent["type"].name ?? parent["class"].name
        exception.message = parent["exc_value"].short ?? parent["message"].short
        return Failure(language: FileName.language(of: exception.frames, else: ""), exceptions: [exception])
    }

    // MARK: A wrapped line

    /// The line of text that the record has, and when it was written.
    var wrapped: (text: String, time: Timestamp?)? {
        for text in [value["message"], value["msg"], value["textPayload"], value["line"], value["event"]] {
            guard let text = text.string, !text.isEmpty else { continue }
            return (text, value["time"].moment ?? value["@timestamp"].moment ?? value["timestamp"].moment)
        }
        return nil
    }
}
