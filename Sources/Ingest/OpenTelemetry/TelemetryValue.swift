import Text

/// A value of an attribute or body, however it was written: OTLP says its kind around it, an SDK's own object does not.
enum TelemetryValue: Equatable {
    case null
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case string(String)
    case array([TelemetryValue])
    case object([String: TelemetryValue])

    /// Values nested deeper are nobody's message.
    private static let depthLimit = 40

    /// `{"stringValue":"x"}`, `{"intValue":"5"}`, `{"kvlistValue":{"values":[{"key":"k","value":{…}}]}}` and the like.
    init(otlp value: JSONValue, depth: Int = 0) {
        self = .null
        guard depth < Self.depthLimit else { return }
        for (kind, value) in value.members {
            switch kind {
            case "stringValue", "bytesValue": self = value.string.map { .string($0) } ?? .null
            case "boolValue": self = value.bool.map { .bool($0) } ?? .null
            case "intValue": self = (value.int ?? value.string.flatMap { Int64($0) }).map { .int($0) } ?? .null
            case "doubleValue": self = value.double.map { .double($0) } ?? .null
            case "arrayValue": self = .array(value["values"].elements.map { .init(otlp: $0, depth: depth + 1) })
            case "kvlistValue": self = .object(Self.members(otlp: value["values"], depth: depth + 1))
            default: break
            }
        }
    }

    /// As JSON says it.
    init(plain value: JSONValue, depth: Int = 0) {
        self = .null
        guard depth < Self.depthLimit else { return }
        switch value.kind {
        case .missing, .null: break
        case .bool: self = value.bool.map { .bool($0) } ?? .null
        case .number: self = value.int.map { .int($0) } ?? value.double.map { .double($0) } ?? .null
        case .string: self = value.string.map { .string($0) } ?? .null
        case .array: self = .array(value.elements.map { .init(plain: $0, depth: depth + 1) })
        case .object: self = .object(Self.members(plain: value, depth: depth + 1))
        }
    }

    static func members(otlp pairs: JSONValue, depth: Int = 0) -> [String: TelemetryValue] {
        var members: [String: TelemetryValue] = [:]
        for pair in pairs.elements {
            if let key = pair["key"].string { members[key] = TelemetryValue(otlp: pair["value"], depth: depth) }
        }
        return members
    }

    static func members(plain object: JSONValue, depth: Int = 0) -> [String: TelemetryValue] {
        var members: [String: TelemetryValue] = [:]
        for (key, value) in object.members { members[key] = TelemetryValue(plain: value, depth: depth) }
        return members
    }
}

extension TelemetryValue {
    /// A text that is not empty.
    var string: String? {
        if case .string(let text) = self, !text.isEmpty { text } else { nil }
    }

    /// A whole number; agents write many of them as texts.
    var int: Int64? {
        switch self {
        case .int(let number): number
        case .double(let number): Int64(exactly: number)
        case .string(let text): Int64(text)
        default: nil
        }
    }

    /// A count that somebody counted: see `JSONValue.tokenCount`.
    var count: Int? { int.flatMap { 0...(1 << 40) ~= $0 ? Int(clamping: $0) : nil } }

    var bool: Bool? {
        switch self {
        case .bool(let value): value
        case .string("true"): true
        case .string("false"): false
        default: nil
        }
    }

    var elements: [TelemetryValue] {
        if case .array(let elements) = self { elements } else { [] }
    }

    var members: [String: TelemetryValue] {
        if case .object(let members) = self { members } else { [:] }
    }

    subscript(_ key: String) -> TelemetryValue { members[key] ?? .null }

    /// The value that a text holds as JSON, where it is an object or array; else itself.
    func unpacked(by tape: JSONTape) -> TelemetryValue {
        guard case .string(var text) = self, let first = text.utf8.first(where: { $0 > 0x20 }),
            first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        else { return self }
        return text.withUTF8 { bytes in
            (try? tape.parse(UnsafeRawBufferPointer(bytes))).map { TelemetryValue(plain: $0) } ?? self
        }
    }
}

extension TelemetryValue: JSONWritable {
    func writeJSON(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): value.writeJSON(to: &bytes)
        case .int(let value): value.writeJSON(to: &bytes)
        case .double(let value): value.writeJSON(to: &bytes)
        case .string(let value): value.writeJSON(to: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                element.writeJSON(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                member.key.writeJSON(to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.writeJSON(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }
}
