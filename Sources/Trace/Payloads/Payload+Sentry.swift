import Text

/// Events of Sentry: alone, in an envelope's line, or in a webhook as `event` or `data.event`.
extension Payload {
    func events() -> [Failure]? {
        for event in [value, value["event"], value["data"]["event"], value["data"]["error"]] {
            if let failure = event.kind == .object ? sentry(event) : nil { return [failure] }
        }
        let issue = value["data"]["issue"]
        if issue["metadata"].kind == .object || issue["culprit"].exists { return [sentryIssue(issue)] }
        return nil
    }

    private func sentry(_ event: JSONValue) -> Failure? {
        let values = event["exception"]["values"].kind == .array ? event["exception"]["values"] : event["exception"]
        var exceptions: [Failure.Exception] = []
        if values.kind == .array {
            // Root cause first, as we have them.
            for value in values.elements where value["type"].exists || value["stacktrace"].exists {
                guard exceptions.count < TraceLimit.exceptions else { break }
                exceptions.append(
                    Failure.Exception(
                        type: value["type"].name, message: value["value"].short,
                        frames: frames(value["stacktrace"]["frames"])))
            }
            if exceptions.isEmpty { return nil }
        }
        let isEvent = event["event_id"].exists || event["platform"].exists
        if exceptions.allSatisfy(\.frames.isEmpty), isEvent || !exceptions.isEmpty {
            // Where exceptions have no frames: the event's own, then those of the thread that crashed.
            var found = frames(event["stacktrace"]["frames"])
            if found.isEmpty { found = threadFrames(event["threads"]) }
            if !found.isEmpty {
                if exceptions.isEmpty { exceptions = [Failure.Exception(message: Self.words(event))] }
                exceptions[0].frames = found
            }
        }
        guard !exceptions.isEmpty, isEvent || exceptions.contains(where: { !$0.frames.isEmpty }) else { return nil }
        var failure = Failure(
            language: Self.language(event["platform"].name, exceptions.flatMap(\.frames)), exceptions: exceptions)
        failure.origin = origin
        failure.time = event["timestamp"].moment ?? event["datetime"].moment
        failure.environment = event["environment"].name
        failure.severity = event["level"].name
        failure.release = event["release"].name
        failure.service = event["project_slug"].name ?? event["server_name"].name
        failure.title = event["title"].name
        if let link = event["web_url"].name ?? value["url"].name { failure.links = [link] }
        Running.split(&failure)
        return failure
    }

    /// Frames stand oldest first.
    private func frames(_ list: JSONValue) -> [Frame] {
        var exception = Failure.Exception()
        for value in list.elements where value.kind == .object {
            var frame = Frame(
                file: value["filename"].name ?? value["abs_path"].name, line: value["lineno"].count32,
                column: value["colno"].count32, function: value["function"].name, module: value["module"].name)
            frame.absolutePath = value["abs_path"].name
            frame.isInApp = value["in_app"].bool
            frame.source = value["context_line"].short
            frame.before = value["pre_context"].elements.prefix(10).compactMap(\.short)
            frame.after = value["post_context"].elements.prefix(10).compactMap(\.short)
            var judged = frame
            if frame.absolutePath != nil { judged.file = frame.absolutePath }
            frame.isVendor = Vendor.judge(judged) ?? (frame.file == nil ? nil : Vendor.judge(frame))
            exception.append(frame, isOuterFirst: true)
        }
        return exception.frames.reversed()
    }

    private func threadFrames(_ threads: JSONValue) -> [Frame] {
        let list = threads["values"].kind == .array ? threads["values"] : threads
        for mark in ["crashed", "current"] {
            for thread in list.elements {
                let isMarked = mark == "crashed" ? thread["crashed"].bool : thread["current"].bool
                if isMarked == true { return frames(thread["stacktrace"]["frames"]) }
            }
        }
        return []
    }

    private static func words(_ event: JSONValue) -> String? {
        event["logentry"]["formatted"].short ?? event["logentry"]["message"].short ?? event["message"].short
            ?? event["title"].short
    }

    private static func language(_ platform: String?, _ frames: [Frame]) -> String? {
        switch platform {
        case "node", "javascript": FileName.language(of: frames, else: "javascript")
        case "java": FileName.language(of: frames, else: "java")
        case "cocoa": "swift"
        case "native", "other", nil: frames.isEmpty ? nil : FileName.language(of: frames, else: "c")
        default: platform
        }
    }

    /// An issue names its exception and a place without a line.
    private func sentryIssue(_ issue: JSONValue) -> Failure {
        let data = issue["metadata"]
        var exception = Failure.Exception(type: data["type"].name, message: data["value"].short ?? issue["title"].short)
        if let file = data["filename"].name { exception.append(Frame(file: file, function: data["function"].name)) }
        var failure = Failure(kind: .alert, exceptions: [exception])
        failure.language = Self.language(issue["platform"].name, [])
        failure.origin = origin
        failure.title = issue["title"].name
        failure.severity = issue["level"].name
        failure.service = issue["project"]["slug"].name
        failure.time = issue["lastSeen"].moment ?? issue["firstSeen"].moment
        failure.links = [issue["web_url"].name ?? issue["permalink"].name].compactMap(\.self)
        return failure
    }
}
