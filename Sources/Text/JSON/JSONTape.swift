/// A reusable reader of JSON: one pass over the bytes lays a flat tape of nodes, in the order of the text.
///
/// Nothing is copied out of the bytes: strings are unescaped and numbers converted when a `JSONValue` is asked for them,
/// so a record of which three members matter costs little more than finding its quotes.
///
///     let tape = JSONTape()
///     let value = try tape.parse(line.bytes)
///     if value["type"].equals("user"), let text = value["message"]["content"].string { … }
///
/// Keep one tape per thread and reuse it: its memory grows to what the largest of the last values needed.
package final class JSONTape {
    /// Levels of arrays and objects that may enclose a value.
    package static let depthLimit = 512
    /// Values and keys in one text; 16 bytes of memory each.
    package static let nodeLimit = 1 << 23

    private(set) var nodes = UnsafeMutablePointer<JSONNode>.allocate(capacity: 64)
    private(set) var capacity = 64
    private(set) var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    /// Counts the parses, so that a value kept from an earlier one finds out and is `.missing`.
    private(set) var generation: UInt32 = 0

    package init() {}

    deinit { nodes.deallocate() }

    /// Parses exactly one JSON value; white space around it and a byte order mark before it are allowed.
    ///
    /// Control characters inside strings are tolerated, and invalid UTF-8 is (it reads as U+FFFD); everything else that
    /// RFC 8259 forbids is an error. The value is valid until the next parse, and only while `bytes` lives.
    package func parse(_ bytes: UnsafeRawBufferPointer) throws(JSONError) -> JSONValue {
        generation &+= 1
        self.bytes = UnsafeRawBufferPointer(start: nil, count: 0)
        if capacity > 1 << 18, bytes.count < capacity { resize(to: 64) }
        guard bytes.count < UInt32.max else { throw JSONError(offset: 0, reason: .tooLarge) }
        guard let start = bytes.baseAddress else { throw JSONError(offset: 0, reason: .empty) }
        var parser = JSONParser(tape: self, start: start, end: start + bytes.count)
        try parser.run()
        self.bytes = bytes
        return JSONValue(tape: self, index: 0, generation: generation)
    }

    /// Makes room for more nodes, and keeps those there are.
    func grow() {
        resize(to: capacity * 2)
    }

    private func resize(to wanted: Int) {
        let larger = UnsafeMutablePointer<JSONNode>.allocate(capacity: wanted)
        larger.initialize(from: nodes, count: min(capacity, wanted))
        nodes.deallocate()
        nodes = larger
        capacity = wanted
    }
}

/// One value or key on the tape.
struct JSONNode {
    enum Kind: UInt8 { case null, `true`, `false`, number, string, escapedString, array, object }

    /// The first byte of the value and the byte after its last one; a string's quotes are inside.
    var start: UInt32
    var end: UInt32
    /// The node after this value and all that it holds. While an array or object is open: the one that encloses it.
    var next: UInt32
    var kind: Kind
}
