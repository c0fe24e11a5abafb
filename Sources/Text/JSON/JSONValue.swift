/// A value on a `JSONTape`: a light view, valid until the tape's next parse and only while the parsed bytes live.
///
/// Asking never fails: what is absent, of another kind, or from an earlier parse is `.missing`, nil or empty, so a path
/// is one expression: `value["message"]["usage"]["input_tokens"].int`.
package struct JSONValue {
    package enum Kind: Sendable { case missing, null, bool, number, string, array, object }

    private let tape: JSONTape
    private let index: UInt32
    private let generation: UInt32

    init(tape: JSONTape, index: UInt32, generation: UInt32) {
        self.tape = tape
        self.index = index
        self.generation = generation
    }

    package var kind: Kind {
        switch node?.kind {
        case nil: .missing
        case .null: .null
        case .true, .false: .bool
        case .number: .number
        case .string, .escapedString: .string
        case .array: .array
        case .object: .object
        }
    }

    /// Whether there is a value that is not `null`.
    package var exists: Bool {
        node.map { $0.kind != .null } ?? false
    }

    /// The member of that name, the last one where there are several (as JavaScript and Python read it).
    package subscript(_ key: StaticString) -> JSONValue {
        guard let node, node.kind == .object else { return missing }
        return key.withUTF8Buffer { wanted in
            var found = Self.none
            var position = index + 1
            while position < node.next {
                if matches(tape.nodes[Int(position)], wanted) { found = position + 1 }
                position = tape.nodes[Int(position) + 1].next
            }
            return at(found)
        }
    }

    /// The element at that place; takes as long as there are elements before it, so walk `elements` to see them all.
    package subscript(_ place: Int) -> JSONValue {
        guard let node, node.kind == .array, place >= 0 else { return missing }
        var left = place
        var position = index + 1
        while position < node.next {
            if left == 0 { return at(position) }
            left -= 1
            position = tape.nodes[Int(position)].next
        }
        return missing
    }

    /// The text of a string, unescaped; lone surrogates and invalid UTF-8 become U+FFFD.
    package var string: String? {
        guard let node, node.kind == .string || node.kind == .escapedString else { return nil }
        let inside = inside(node)
        if node.kind == .string { return String(decoding: inside, as: UTF8.self) }
        return String(unsafeUninitializedCapacity: inside.count) { JSONUnescape(inside).write(into: $0) }
    }

    /// An integer that fits, also one written like `1.0e3`.
    package var int: Int64? {
        guard let node, node.kind == .number else { return nil }
        return JSONNumber(bytes(node)).int
    }

    /// The nearest number in binary; nil where it is beyond the largest one.
    package var double: Double? {
        guard let node, node.kind == .number else { return nil }
        return JSONNumber(bytes(node)).double
    }

    package var bool: Bool? {
        switch node?.kind {
        case .true: true
        case .false: false
        default: nil
        }
    }

    /// Whether this is a string of just these bytes, escapes resolved; nothing is allocated.
    package func equals(_ text: StaticString) -> Bool {
        guard let node, node.kind == .string || node.kind == .escapedString else { return false }
        return text.withUTF8Buffer { matches(node, $0) }
    }

    /// Elements of an array or members of an object, counted one by one; otherwise 0.
    package var count: Int {
        guard let node, node.kind == .array || node.kind == .object else { return 0 }
        var count = 0
        var position = index + 1
        while position < node.next {
            count += 1
            position = tape.nodes[Int(node.kind == .object ? position + 1 : position)].next
        }
        return count
    }

    /// The JSON text of this value, as it stood.
    package var source: String {
        node.map { String(decoding: bytes($0), as: UTF8.self) } ?? ""
    }

    /// Bytes of the JSON text of this value.
    package var sourceLength: Int {
        node.map { Int($0.end - $0.start) } ?? 0
    }

    /// The first byte of this value in the text that was parsed; `nil` for a missing one.
    package var sourceOffset: Int? {
        node.map { Int($0.start) }
    }

    // MARK: For JSONElements and JSONMembers

    static let none = UInt32.max

    /// Nil for a missing value, and for one whose tape has gone on to another text.
    var node: JSONNode? {
        index != Self.none && generation == tape.generation && tape.bytes.baseAddress != nil
            ? tape.nodes[Int(index)] : nil
    }

    /// The place of the first node inside.
    var firstInside: UInt32 { index + 1 }

    func at(_ index: UInt32) -> JSONValue {
        JSONValue(tape: tape, index: index, generation: generation)
    }

    private var missing: JSONValue { at(Self.none) }

    private func bytes(_ node: JSONNode) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: tape.bytes[Int(node.start)..<Int(node.end)])
    }

    private func inside(_ node: JSONNode) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: tape.bytes[Int(node.start) + 1..<Int(node.end) - 1])
    }

    private func matches(_ node: JSONNode, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if node.kind == .escapedString { return JSONUnescape(inside(node)).equals(text) }
        let inside = inside(node)
        return inside.count == text.count && inside.elementsEqual(text)
    }
}
