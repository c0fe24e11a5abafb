import Text

/// One span or log record with what its resource says, from OTLP or as an SDK keeps it.
struct TelemetryRecord {
    enum Signal {
        case span, log, metric
    }

    struct Event {
        var name: String
        var attributes: [String: TelemetryValue]
        var body = TelemetryValue.null
        var at: Int64?
    }

    var signal: Signal
    /// A span's name, or the name of the event that a log record tells.
    var name = ""
    var scope = ""
    /// Hexadecimal, empty where there is none.
    var trace = ""
    var span = ""
    /// Unix milliseconds.
    var start: Int64?
    var end: Int64?
    var isError = false
    var resource: [String: TelemetryValue] = [:]
    var attributes: [String: TelemetryValue] = [:]
    var body = TelemetryValue.null
    var events: [Event] = []

    init(_ signal: Signal) {
        self.signal = signal
    }

    /// The first of these that the record or its resource says.
    subscript(_ name: GenAIName) -> TelemetryValue { self[name.names] }

    subscript(_ names: [String]) -> TelemetryValue {
        for name in names {
            if let value = attributes[name], value != .null { return value }
        }
        for name in names {
            if let value = resource[name], value != .null { return value }
        }
        return .null
    }

    subscript(_ name: String) -> TelemetryValue { self[[name]] }
}

extension TelemetryRecord {
    /// What a log record names its event: `eventName`, the attribute `event.name`, or a body that is one name.
    mutating func takeEventName(_ given: String?) {
        name =
            given.flatMap { $0.isEmpty ? nil : $0 } ?? attributes["event.name"]?.string
            ?? attributes["event_name"]?.string ?? (body.string.flatMap(Self.plainName(_:)) ?? "")
        // Codex leaves the time of its records empty: the observer's stands for it, then the event's own.
        start = start ?? attributes["event.timestamp"]?.string.flatMap(Timestamp.init(iso:))?.milliseconds.moment
    }

    private static func plainName(_ text: String) -> String? {
        text.utf8.count <= 80 && text.contains(".") && !text.contains(" ") ? text : nil
    }

    /// Nanoseconds since 1970 as text or number; nothing at 0, which stands for "not set".
    static func moment(nanoseconds value: JSONValue) -> Int64? {
        guard let time = value.int ?? value.string.flatMap({ Int64($0) }), time > 0 else { return nil }
        return (time / 1_000_000).moment
    }
}
