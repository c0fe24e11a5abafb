import Text

/// Log records and events of spans in OTLP, with the attributes of exceptions and of places in code, old names and new.
extension Payload {
    func telemetry() -> [Failure] {
        var failures: [Failure] = []
        for group in value["resourceLogs"].elements {
            let resource = Attributes(group["resource"]["attributes"])
            for scope in group["scopeLogs"].elements {
                for record in scope["logRecords"].elements where failures.count < 1024 {
                    failures += telemetry(record, resource)
                }
            }
        }
        for group in value["resourceSpans"].elements {
            let resource = Attributes(group["resource"]["attributes"])
            for scope in group["scopeSpans"].elements {
                for span in scope["spans"].elements {
                    for event in span["events"].elements where failures.count < 1024 {
                        failures += telemetry(event, resource)
                    }
                }
            }
        }
        return failures
    }

    private func telemetry(_ record: JSONValue, _ resource: Attributes) -> [Failure] {
        let attributes = Attributes(record["attributes"])
        let type = attributes["exception.type"]
        let message = attributes["exception.message"]
        var failures: [Failure] = []
        for text in [
            attributes["exception.stacktrace"], attributes["code.stacktrace"], record["body"]["stringValue"].string,
        ] {
            guard failures.isEmpty, let text else { continue }
            failures = nested(text)
        }
        if failures.isEmpty, type != nil || message != nil {
            failures = [Failure(exceptions: [Failure.Exception(type: type, message: message)])]
        }
        for index in failures.indices {
            let last = failures[index].exceptions.count - 1
            if failures[index].exceptions[last].type == nil {
                failures[index].exceptions[last].type = type
                failures[index].exceptions[last].message = failures[index].exceptions[last].message ?? message
            }
            if failures[index].frames.isEmpty, let frame = place(attributes) {
                failures[index].exceptions[last].append(frame)
                failures[index].language = FileName.language(of: [frame], else: failures[index].language ?? "")
            }
            complete(&failures[index], record, attributes, resource)
        }
        return failures
    }

    private func place(_ attributes: Attributes) -> Frame? {
        guard let file = attributes["code.file.path"] ?? attributes["code.filepath"] else { return nil }
        let function = attributes["code.function.name"] ?? attributes["code.function"]
        return Frame(
            file: file, line: (attributes["code.line.number"] ?? attributes["code.lineno"]).flatMap { Int($0) },
            column: (attributes["code.column.number"] ?? attributes["code.column"]).flatMap { Int($0) },
            function: function, module: attributes["code.namespace"])
    }

    private func complete(
        _ failure: inout Failure, _ record: JSONValue, _ attributes: Attributes, _ resource: Attributes
    ) {
        func said(_ names: String...) -> String? {
            for name in names { if let text = attributes[name] ?? resource[name] { return text } }
            return nil
        }
        failure.origin = origin
        failure.time = record["timeUnixNano"].moment ?? record["observedTimeUnixNano"].moment ?? failure.time
        failure.severity =
            record["severityText"].name?.lowercased()
            ?? record["severityNumber"].int.flatMap(LogLevel.named(openTelemetry:)) ?? failure.severity
        failure.service = said("service.name")
        failure.release = said("service.version", "container.image.tag")
        failure.revision = said("vcs.ref.head.revision", "vcs.repository.ref.revision")
        failure.environment = said("deployment.environment.name", "deployment.environment")
        Running.split(&failure)
    }
}

/// OTLP's list of keys and values.
private struct Attributes {
    private var texts: [String: String] = [:]

    init(_ list: JSONValue) {
        for pair in list.elements.prefix(256) {
            guard let key = pair["key"].name else { continue }
            let value = pair["value"]
            texts[key] =
                value["stringValue"].string ?? value["intValue"].string ?? value["intValue"].int.map(String.init)
        }
    }

    subscript(_ name: String) -> String? { texts[name] }
}
