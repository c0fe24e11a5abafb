/// Takes the messages of one direction of an HTTP/1.1 connection apart as their bytes pass by.
///
/// What is no HTTP is passed over from there on: it is somebody else's connection, and nothing is held back for this.
struct HTTPMessages {
    enum Part: Equatable {
        case head(Head)
        case body([UInt8])
        case end
    }

    struct Head: Equatable {
        var startLine: String
        var fields: [(name: String, value: String)]

        static func == (one: Head, other: Head) -> Bool {
            one.startLine == other.startLine && one.fields.elementsEqual(other.fields, by: ==)
        }

        /// The last field of that name, which is in small letters.
        subscript(name: String) -> String? { fields.last { $0.name == name }?.value }

        var status: Int { startLine.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0 }
        var method: String { startLine.split(separator: " ").first.map(String.init) ?? "" }
        var target: String { startLine.split(separator: " ").dropFirst().first.map(String.init) ?? "" }
    }

    private enum State { case head, length(Int), untilClose, chunkSize, chunk(Int), chunkEnd, trailer, lost }

    private let isResponse: Bool
    private var state = State.head
    private var line: [UInt8] = []
    private static let headLimit = 1 << 20

    /// Whether the body of a response's head is empty by its request: an answer to HEAD.
    var isBodiless = false

    init(isResponse: Bool) {
        self.isResponse = isResponse
    }

    var isLost: Bool { if case .lost = state { true } else { false } }

    /// Of what kind bytes are.
    enum Raw { case headGoesOn, headEnds, other }

    mutating func take(_ bytes: UnsafeRawBufferPointer, _ body: (Part) -> Void) { take(bytes, raw: { _, _ in }, body) }

    /// - Parameter raw: is given every byte as it came, each part of one kind.
    mutating func take(
        _ bytes: UnsafeRawBufferPointer, raw: (Slice<UnsafeRawBufferPointer>, Raw) -> Void,
        _ body: (Part) -> Void = { _ in }
    ) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let before = rest
            var kind = Raw.other
            defer { raw(before[..<rest.startIndex], kind) }
            switch state {
            case .lost:
                rest = rest[rest.endIndex...]
            case .head:
                takeHead(&rest, body)
                kind = isLost ? .other : line.isEmpty ? .headEnds : .headGoesOn
            case .length(let left):
                let part = rest.prefix(left)
                body(.body(Array(part)))
                rest = rest.dropFirst(part.count)
                state = .length(left - part.count)
                if left == part.count { end(body) }
            case .untilClose:
                body(.body(Array(rest)))
                rest = rest[rest.endIndex...]
            case .chunk(let left):
                let part = rest.prefix(left)
                body(.body(Array(part)))
                rest = rest.dropFirst(part.count)
                state = left == part.count ? .chunkEnd : .chunk(left - part.count)
            case .chunkSize, .chunkEnd, .trailer:
                guard let text = takeLine(&rest) else { continue }
                takeChunkLine(text, body)
            }
        }
    }

    /// The connection is over: a body that ends with it is whole.
    mutating func close(_ body: (Part) -> Void) {
        if case .untilClose = state { end(body) }
        state = .lost
    }

    private mutating func end(_ body: (Part) -> Void) {
        state = .head
        body(.end)
    }

    private mutating func takeLine(_ rest: inout Slice<UnsafeRawBufferPointer>) -> String? {
        guard let end = rest.firstIndex(of: 0x0A) else {
            line.append(contentsOf: rest)
            rest = rest[rest.endIndex...]
            if line.count > Self.headLimit { state = .lost }
            return nil
        }
        line.append(contentsOf: rest[..<end])
        rest = rest[(end + 1)...]
        if line.last == 0x0D { line.removeLast() }
        defer { line.removeAll(keepingCapacity: true) }
        return String(decoding: line, as: UTF8.self)
    }

    private mutating func takeChunkLine(_ text: String, _ body: (Part) -> Void) {
        switch state {
        case .chunkEnd: state = text.isEmpty ? .chunkSize : .lost
        case .trailer: if text.isEmpty { end(body) }
        default:
            let digits = text.prefix { $0 != ";" && $0 != " " }
            guard let size = Int(digits, radix: 16), size >= 0 else {
                state = .lost
                return
            }
            state = size == 0 ? .trailer : .chunk(size)
        }
    }

    private mutating func takeHead(_ rest: inout Slice<UnsafeRawBufferPointer>, _ body: (Part) -> Void) {
        while let byte = rest.popFirst() {
            // Empty lines before a message are passed over.
            if line.isEmpty, byte == 0x0D || byte == 0x0A { continue }
            line.append(byte)
            guard byte == 0x0A, line.hasEmptyLine else {
                if line.count > Self.headLimit {
                    state = .lost
                    return
                }
                continue
            }
            let text = String(decoding: line, as: UTF8.self)
            line.removeAll(keepingCapacity: true)
            begin(text, body)
            return
        }
    }

    private mutating func begin(_ text: String, _ body: (Part) -> Void) {
        let lines = text.split(whereSeparator: \.isNewline)
        guard let first = lines.first, isResponse == first.hasPrefix("HTTP/1."),
            isResponse || first.contains(" HTTP/1.")
        else {
            state = .lost
            return
        }
        let fields = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            return (line[..<colon].lowercased(), String(value))
        }
        let head = Head(startLine: String(first), fields: fields)
        // What is only on its way to an answer is none, but 101, after which it is another protocol.
        if isResponse, 100..<200 ~= head.status {
            if head.status == 101 { state = .lost }
            return
        }
        body(.head(head))
        let isEmpty = isResponse && (isBodiless || head.status == 204 || head.status == 304)
        if isEmpty {
            end(body)
        } else if head["transfer-encoding"]?.lowercased().contains("chunked") == true {
            state = .chunkSize
        } else if let length = head["content-length"] {
            guard let count = Int(length), count >= 0 else {
                state = .lost
                return
            }
            state = .length(count)
            if count == 0 { end(body) }
        } else if isResponse {
            state = .untilClose
        } else {
            end(body)
        }
    }
}

extension [UInt8] {
    /// Ends in the empty line after a head.
    fileprivate var hasEmptyLine: Bool {
        hasSuffix([0x0A, 0x0D, 0x0A]) || hasSuffix([0x0A, 0x0A])
    }

    private func hasSuffix(_ end: [UInt8]) -> Bool { count >= end.count && suffix(end.count).elementsEqual(end) }
}
