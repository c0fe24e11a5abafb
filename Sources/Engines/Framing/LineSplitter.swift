/// Cuts bytes into lines, wherever the network has cut them.
struct LineSplitter {
    private var line: [UInt8] = []

    /// Bytes that wait for the end of their line.
    var waiting: Int { line.count }

    /// - Returns: the lines that are whole now, without blank ones.
    mutating func take(_ bytes: UnsafeRawBufferPointer) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(of: 0x0A) {
            line.append(contentsOf: rest[..<end])
            if !isBlank { lines.append(line) }
            line.removeAll(keepingCapacity: true)
            rest = rest[(end + 1)...]
        }
        line.append(contentsOf: rest)
        return lines
    }

    /// What stands after the last end of a line.
    mutating func finish() -> [UInt8]? {
        defer { line.removeAll() }
        return isBlank ? nil : line
    }

    private var isBlank: Bool { line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
}
