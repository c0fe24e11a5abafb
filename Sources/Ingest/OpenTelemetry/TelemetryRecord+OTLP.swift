import Text

/// OTLP as JSON: resources, in them scopes, in them spans, log records or metrics.
extension TelemetryRecord {
    static func isOTLP(_ value: JSONValue) -> Bool {
        value["resourceSpans"].kind == .array || value["resourceLogs"].kind == .array
            || value["resourceMetrics"].kind == .array
    }

    static func readOTLP(_ value: JSONValue, _ take: (TelemetryRecord) -> Void) {
        for group in value["resourceSpans"].elements {
            let resource = TelemetryValue.members(otlp: group["resource"]["attributes"])
            var isEmpty = true
            for scope in group["scopeSpans"].elements {
                for span in scope["spans"].elements {
                    isEmpty = false
                    take(TelemetryRecord(span: span, scope: scope["scope"]["name"].string ?? "", resource))
                }
            }
            // A resource alone may still tell a session.
            if isEmpty, resource[ColophonName.session] != nil {
                var record = TelemetryRecord(.span)
                record.resource = resource
                take(record)
            }
        }
        for group in value["resourceLogs"].elements {
            let resource = TelemetryValue.members(otlp: group["resource"]["attributes"])
            for scope in group["scopeLogs"].elements {
                for log in scope["logRecords"].elements {
                    take(TelemetryRecord(log: log, scope: scope["scope"]["name"].string ?? "", resource))
                }
            }
        }
        for group in value["resourceMetrics"].elements {
            for scope in group["scopeMetrics"].elements {
                for metric in scope["metrics"].elements {
                    var record = TelemetryRecord(.metric)
                    record.name = metric["name"].string ?? ""
                    take(record)
                }
            }
        }
    }

    private init(span value: JSONValue, scope: String, _ resource: [String: TelemetryValue]) {
        self.init(.span)
        self.scope = scope
        self.resource = resource
        name = value["name"].string ?? ""
        trace = value["traceId"].string?.lowercased() ?? ""
        span = value["spanId"].string?.lowercased() ?? ""
        start = Self.moment(nanoseconds: value["startTimeUnixNano"])
        end = Self.moment(nanoseconds: value["endTimeUnixNano"])
        // STATUS_CODE_ERROR
        isError = value["status"]["code"].int == 2 || value["status"]["code"].equals("STATUS_CODE_ERROR")
        attributes = TelemetryValue.members(otlp: value["attributes"])
        events = value["events"].elements.map { event in
            Event(
                name: event["name"].string ?? "", attributes: TelemetryValue.members(otlp: event["attributes"]),
                at: Self.moment(nanoseconds: event["timeUnixNano"]))
        }
    }

    private init(log value: JSONValue, scope: String, _ resource: [String: TelemetryValue]) {
        self.init(.log)
        self.scope = scope
        self.resource = resource
        trace = value["traceId"].string?.lowercased() ?? ""
        span = value["spanId"].string?.lowercased() ?? ""
        start =
            Self.moment(nanoseconds: value["timeUnixNano"]) ?? Self.moment(nanoseconds: value["observedTimeUnixNano"])
        attributes = TelemetryValue.members(otlp: value["attributes"])
        body = TelemetryValue(otlp: value["body"])
        takeEventName(value["eventName"].string)
    }
}
