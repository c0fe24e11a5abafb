import Provenance
import Text

/// One span as OTLP/JSON has it: ids in hexadecimal, 64-bit numbers as texts, names in lowerCamelCase.
struct OTLPSpan {
    enum Value {
        case text(String)
        case number(Int64)
        case texts([String])
    }

    enum Kind: Int {
        case `internal` = 1
        case client = 3
    }

    struct Event {
        var name: String
        var at: Int64
        var attributes = Attributes()
    }

    /// In the order in which they were set; what is `nil` is not there.
    struct Attributes {
        private(set) var all: [(name: String, value: Value)] = []
        private(set) var weight = 0

        mutating func set(_ name: String, _ text: String?) {
            guard let text else { return }
            all.append((name, .text(text)))
            weight += text.utf8.count + 80
        }

        mutating func set(_ name: String, _ number: Int64?) {
            guard let number else { return }
            all.append((name, .number(number)))
            weight += 100
        }

        mutating func set(_ name: String, _ number: Int?) { set(name, number.map(Int64.init(_:))) }

        mutating func set(_ name: String, _ texts: [String]?) {
            guard let texts else { return }
            all.append((name, .texts(texts)))
            weight += texts.reduce(80) { $0 + $1.utf8.count + 30 }
        }
    }

    var name: String
    var kind: Kind
    var trace: String
    var id: String
    var parent: String?
    /// Unix milliseconds.
    var start: Int64
    var end: Int64
    var attributes = Attributes()
    var events: [Event] = []

    /// About how many bytes it has.
    var weight: Int { events.reduce(attributes.weight + 300) { $0 + $1.attributes.weight + 100 } }

    /// Ids are hashes of our own, so that the same record has the same span in every export.
    static func traceID(session uid: String) -> String { String(SHA256.hash("trace\u{0}\(uid)").hex.prefix(32)) }

    static func id(_ kind: String, _ uid: String) -> String { String(SHA256.hash("\(kind)\u{0}\(uid)").hex.prefix(16)) }
}

extension OTLPSpan {
    func write(to json: inout JSONObjectWriter) {
        json.set("traceId", trace)
        json.set("spanId", id)
        if let parent { json.set("parentSpanId", parent) }
        json.set("name", name)
        json.set("kind", kind.rawValue)
        json.set("startTimeUnixNano", Self.nanoseconds(start))
        json.set("endTimeUnixNano", Self.nanoseconds(end))
        attributes.write(to: &json)
        guard !events.isEmpty else { return }
        json.array("events") { array in
            for event in events {
                array.object { json in
                    json.set("timeUnixNano", Self.nanoseconds(event.at))
                    json.set("name", event.name)
                    event.attributes.write(to: &json)
                }
            }
        }
    }

    private static func nanoseconds(_ milliseconds: Int64) -> String {
        let (product, overflows) = milliseconds.multipliedReportingOverflow(by: 1_000_000)
        return String(overflows || product < 0 ? 0 : product)
    }
}

extension OTLPSpan.Attributes {
    func write(to json: inout JSONObjectWriter) {
        json.array("attributes") { array in
            for (name, value) in all {
                array.object { json in
                    json.set("key", name)
                    json.object("value") { json in
                        switch value {
                        case .text(let text): json.set("stringValue", text)
                        case .number(let number): json.set("intValue", String(number))
                        case .texts(let texts):
                            json.object("arrayValue") { json in
                                json.array("values") { array in
                                    for text in texts { array.object { $0.set("stringValue", text) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
