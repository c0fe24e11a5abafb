import Text

/// What the JavaScript SDK holds in memory, written as it is: `hrTime: [seconds, nanoseconds]`, plain attributes.
///
/// Gemini CLI's `outfile` has these one after another, spread over lines; other programs write one a line.
extension TelemetryRecord {
    static func isSDK(_ value: JSONValue) -> Bool {
        guard value["resource"].kind == .object || value["instrumentationScope"].kind == .object else { return false }
        return value["hrTime"].kind == .array || value["startTime"].kind == .array
            || value["scopeMetrics"].kind == .array
    }

    static func readSDK(_ value: JSONValue, _ take: (TelemetryRecord) -> Void) {
        for scope in value["scopeMetrics"].elements {
            for metric in scope["metrics"].elements {
                var record = TelemetryRecord(.metric)
                record.name = metric["descriptor"]["name"].string ?? ""
                take(record)
            }
        }
        if value["hrTime"].exists || value["startTime"].exists { take(TelemetryRecord(sdk: value)) }
    }

    private init(sdk value: JSONValue) {
        self.init(value["hrTime"].exists ? .log : .span)
        let scope =
            value["instrumentationScope"].exists ? value["instrumentationScope"] : value["instrumentationLibrary"]
        self.scope = scope["name"].string ?? ""
        resource = TelemetryValue.members(plain: value["resource"]["attributes"])
        for pair in value["resource"]["_rawAttributes"].elements {
            if let key = pair[0].string { resource[key] = TelemetryValue(plain: pair[1]) }
        }
        let context = value["_spanContext"].exists ? value["_spanContext"] : value["spanContext"]
        trace = context["traceId"].string?.lowercased() ?? ""
        span = context["spanId"].string?.lowercased() ?? ""
        attributes = TelemetryValue.members(plain: value["attributes"])
        if signal == .span {
            name = value["name"].string ?? ""
            start = Self.moment(hrTime: value["startTime"])
            end = Self.moment(hrTime: value["endTime"])
            isError = value["status"]["code"].int == 2
            events = value["events"].elements.map { event in
                Event(
                    name: event["name"].string ?? "", attributes: TelemetryValue.members(plain: event["attributes"]),
                    at: Self.moment(hrTime: event["time"]))
            }
        } else {
            start = Self.moment(hrTime: value["hrTime"]) ?? Self.moment(hrTime: value["hrTimeObserved"])
            body = TelemetryValue(plain: value["body"].exists ? value["body"] : value["_body"])
            takeEventName(value["eventName"].string ?? value["_eventName"].string)
        }
    }

    private static func moment(hrTime value: JSONValue) -> Int64? {
        guard let seconds = value[0].int, 1...253_402_300_799 ~= seconds else { return nil }
        return seconds * 1000 + (value[1].int.flatMap { 0..<1_000_000_000 ~= $0 ? $0 / 1_000_000 : nil } ?? 0)
    }
}
