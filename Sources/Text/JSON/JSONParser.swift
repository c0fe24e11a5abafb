/// The one pass from bytes to nodes.
///
/// It does not recurse. An open array or object remembers the one around it in `JSONNode.next`, so the tape is its own
/// stack. `cursor` never passes `end`: every step by more than one byte is preceded by a comparison with `end`.
struct JSONParser {
    private static let none = UInt32.max

    private let tape: JSONTape
    private let start: UnsafeRawPointer
    private let end: UnsafeRawPointer
    private var cursor: UnsafeRawPointer
    private var nodes: UnsafeMutablePointer<JSONNode>
    private var capacity: Int
    private var count = 0

    init(tape: JSONTape, start: UnsafeRawPointer, end: UnsafeRawPointer) {
        self.tape = tape
        self.start = start
        self.end = end
        cursor = start
        nodes = tape.nodes
        capacity = tape.capacity
    }

    mutating func run() throws(JSONError) {
        if end - cursor >= 3, byte(0) == 0xEF, byte(1) == 0xBB, byte(2) == 0xBF { cursor += 3 }
        skipSpace()
        guard cursor < end else { throw JSONError(offset: cursor - start, reason: .empty) }
        var parent = Self.none
        var depth = 0
        while true {
            if try value(in: parent) {
                parent = UInt32(truncatingIfNeeded: count - 1)
                depth += 1
                guard depth <= JSONTape.depthLimit else { throw error(.tooDeep) }
                if try !isClosedAtOnce(parent) { continue }
            }
            while true {
                skipSpace()
                if parent == Self.none {
                    guard cursor == end else { throw error(.trailing) }
                    return
                }
                guard cursor < end else { throw error(.endsEarly) }
                let inObject = nodes[Int(parent)].kind == .object
                let next = byte(0)
                if next == UInt8(ascii: ",") {
                    cursor += 1
                    skipSpace()
                    if inObject { try key() }
                    break
                }
                guard next == UInt8(ascii: inObject ? "}" : "]") else { throw error(.commaExpected) }
                cursor += 1
                depth -= 1
                parent = close(parent)
            }
        }
    }

    /// Reads a scalar whole, or only the opening bracket of an array or object, and then says `true`.
    @inline(__always)
    private mutating func value(in parent: UInt32) throws(JSONError) -> Bool {
        guard cursor < end else { throw error(.endsEarly) }
        switch byte(0) {
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "{"):
            try append(.object, from: cursor, to: cursor, next: parent)
            cursor += 1
            return true
        case UInt8(ascii: "["):
            try append(.array, from: cursor, to: cursor, next: parent)
            cursor += 1
            return true
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
        case UInt8(ascii: "t"): try word("true", .true)
        case UInt8(ascii: "f"): try word("false", .false)
        case UInt8(ascii: "n"): try word("null", .null)
        default: throw error(.unexpected(byte(0)))
        }
        return false
    }

    /// After an opening bracket: an object's first key is read; `true` where the closing bracket follows instead.
    @inline(__always)
    private mutating func isClosedAtOnce(_ parent: UInt32) throws(JSONError) -> Bool {
        skipSpace()
        guard cursor < end else { throw error(.endsEarly) }
        if nodes[Int(parent)].kind == .array { return byte(0) == UInt8(ascii: "]") }
        if byte(0) == UInt8(ascii: "}") { return true }
        try key()
        return false
    }

    @inline(__always)
    private mutating func close(_ index: UInt32) -> UInt32 {
        let enclosing = nodes[Int(index)].next
        nodes[Int(index)].end = UInt32(truncatingIfNeeded: cursor - start)
        nodes[Int(index)].next = UInt32(truncatingIfNeeded: count)
        return enclosing
    }

    @inline(__always)
    private mutating func key() throws(JSONError) {
        guard cursor < end else { throw error(.endsEarly) }
        guard byte(0) == UInt8(ascii: "\"") else { throw error(.keyExpected) }
        try string()
        skipSpace()
        guard cursor < end else { throw error(.endsEarly) }
        guard byte(0) == UInt8(ascii: ":") else { throw error(.colonExpected) }
        cursor += 1
        skipSpace()
    }

    @inline(__always)
    private mutating func string() throws(JSONError) {
        let opening = cursor
        var kind = JSONNode.Kind.string
        var p = cursor + 1
        while true {
            p = firstQuoteOrBackslash(from: p, to: end)
            guard p < end else { throw JSONError(offset: opening - start, reason: .openString) }
            if p.load(as: UInt8.self) == UInt8(ascii: "\"") { break }
            kind = .escapedString
            guard end - p >= 2 else { throw JSONError(offset: opening - start, reason: .openString) }
            switch p.load(fromByteOffset: 1, as: UInt8.self) {
            case UInt8(ascii: "n"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "t"), UInt8(ascii: "/"),
                UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"):
                p += 2
            case UInt8(ascii: "u"):
                guard end - p >= 6, hexValue(p + 2) != nil else {
                    throw JSONError(offset: p - start, reason: end - p < 6 ? .endsEarly : .badEscape)
                }
                p += 6
            default: throw JSONError(offset: p - start, reason: .badEscape)
            }
        }
        cursor = p + 1
        try append(kind, from: opening, to: cursor)
    }

    /// number = [ "-" ] ( "0" / digit1-9 *digit ) [ "." 1*digit ] [ ( "e" / "E" ) [ "-" / "+" ] 1*digit ]
    @inline(__always)
    private mutating func number() throws(JSONError) {
        let first = cursor
        if byte(0) == UInt8(ascii: "-") { cursor += 1 }
        let leadsWithZero = cursor < end && byte(0) == UInt8(ascii: "0")
        let whole = skipDigits()
        var isGood = whole > 0 && (whole == 1 || !leadsWithZero)
        if cursor < end, byte(0) == UInt8(ascii: ".") {
            cursor += 1
            isGood = skipDigits() > 0 && isGood
        }
        if cursor < end, byte(0) | 0x20 == UInt8(ascii: "e") {
            cursor += 1
            if cursor < end, byte(0) == UInt8(ascii: "-") || byte(0) == UInt8(ascii: "+") { cursor += 1 }
            isGood = skipDigits() > 0 && isGood
        }
        guard isGood else { throw JSONError(offset: first - start, reason: .badNumber) }
        try append(.number, from: first, to: cursor)
    }

    @inline(__always)
    private mutating func skipDigits() -> Int {
        let first = cursor
        while cursor < end, byte(0) &- UInt8(ascii: "0") < 10 { cursor += 1 }
        return cursor - first
    }

    @inline(__always)
    private mutating func word(_ word: StaticString, _ kind: JSONNode.Kind) throws(JSONError) {
        let length = word.utf8CodeUnitCount
        guard end - cursor >= length,
            UnsafeRawBufferPointer(start: cursor, count: length)
                .elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: length))
        else { throw error(.badWord) }
        try append(kind, from: cursor, to: cursor + length)
        cursor += length
    }

    @inline(__always)
    private mutating func append(
        _ kind: JSONNode.Kind, from first: UnsafeRawPointer, to last: UnsafeRawPointer, next: UInt32? = nil
    ) throws(JSONError) {
        if count == capacity {
            guard count < JSONTape.nodeLimit else { throw error(.tooManyValues) }
            tape.grow()
            nodes = tape.nodes
            capacity = tape.capacity
        }
        let after = next ?? UInt32(truncatingIfNeeded: count + 1)
        (nodes + count).initialize(
            to: JSONNode(
                start: UInt32(truncatingIfNeeded: first - start), end: UInt32(truncatingIfNeeded: last - start),
                next: after, kind: kind))
        count += 1
    }

    @inline(__always)
    private mutating func skipSpace() {
        while cursor < end {
            let next = byte(0)
            guard next <= 0x20, next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 else { return }
            cursor += 1
        }
    }

    @inline(__always)
    private func byte(_ offset: Int) -> UInt8 {
        cursor.load(fromByteOffset: offset, as: UInt8.self)
    }

    private func error(_ reason: JSONError.Reason) -> JSONError {
        JSONError(offset: cursor - start, reason: reason)
    }
}
