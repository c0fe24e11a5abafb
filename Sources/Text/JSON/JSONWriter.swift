/// Appends compact JSON to bytes.
///
/// What can be written can be closed: objects and arrays are closures, so the result is valid JSON, whatever the values
/// are. Each value written to the writer itself is a line of its own, so a record per call makes JSON Lines.
///
///     var json = JSONWriter()
///     json.object {
///         $0.set("model", generation.model)           // an optional: null where there is none
///         $0.array("edits") { for edit in edits { $0.add(edit.path) } }
///     }
///     write(json.bytes)
///
/// Control and invisible characters in strings are escaped, so the text is safe to print. Numbers that JSON cannot say
/// (infinite, not a number) are null.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Forgets what has been written, which is on its way, and keeps the memory.
    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    package mutating func object(_ body: (inout JSONObjectWriter) throws -> Void) rethrows {
        beginLine()
        try JSONObjectWriter.write(to: &bytes, body)
    }

    package mutating func array(_ body: (inout JSONArrayWriter) throws -> Void) rethrows {
        beginLine()
        try JSONArrayWriter.write(to: &bytes, body)
    }

    package mutating func value(_ value: some JSONWritable) {
        beginLine()
        value.writeJSON(to: &bytes)
    }

    private mutating func beginLine() {
        if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    }
}

/// Writes the members of one object. A name written twice stands twice.
package struct JSONObjectWriter {
    private var bytes: [UInt8]
    private var isEmpty = true

    package mutating func set(_ name: String, _ value: some JSONWritable) {
        begin(name)
        value.writeJSON(to: &bytes)
    }

    package mutating func object(_ name: String, _ body: (inout JSONObjectWriter) throws -> Void) rethrows {
        begin(name)
        try Self.write(to: &bytes, body)
    }

    package mutating func array(_ name: String, _ body: (inout JSONArrayWriter) throws -> Void) rethrows {
        begin(name)
        try JSONArrayWriter.write(to: &bytes, body)
    }

    private mutating func begin(_ name: String) {
        if !isEmpty { bytes.append(UInt8(ascii: ",")) }
        isEmpty = false
        name.writeJSON(to: &bytes)
        bytes.append(UInt8(ascii: ":"))
    }

    /// The bytes are moved in and out again, so that nothing is copied; closed also where the body throws.
    static func write(to bytes: inout [UInt8], _ body: (inout JSONObjectWriter) throws -> Void) rethrows {
        bytes.append(UInt8(ascii: "{"))
        var writer = JSONObjectWriter(bytes: [])
        swap(&writer.bytes, &bytes)
        defer {
            swap(&writer.bytes, &bytes)
            bytes.append(UInt8(ascii: "}"))
        }
        try body(&writer)
    }
}

/// Writes the elements of one array.
package struct JSONArrayWriter {
    private var bytes: [UInt8]
    private var isEmpty = true

    package mutating func add(_ value: some JSONWritable) {
        begin()
        value.writeJSON(to: &bytes)
    }

    package mutating func object(_ body: (inout JSONObjectWriter) throws -> Void) rethrows {
        begin()
        try JSONObjectWriter.write(to: &bytes, body)
    }

    package mutating func array(_ body: (inout JSONArrayWriter) throws -> Void) rethrows {
        begin()
        try Self.write(to: &bytes, body)
    }

    private mutating func begin() {
        if !isEmpty { bytes.append(UInt8(ascii: ",")) }
        isEmpty = false
    }

    static func write(to bytes: inout [UInt8], _ body: (inout JSONArrayWriter) throws -> Void) rethrows {
        bytes.append(UInt8(ascii: "["))
        var writer = JSONArrayWriter(bytes: [])
        swap(&writer.bytes, &bytes)
        defer {
            swap(&writer.bytes, &bytes)
            bytes.append(UInt8(ascii: "]"))
        }
        try body(&writer)
    }
}
