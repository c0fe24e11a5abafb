/// Cuts bytes into server-sent events, wherever the network has cut them.
///
/// "The stream must then be parsed by reading everything line by line, with a … CRLF pair, a single … LF …, and a single …
/// CR …, being the ways in which a line can end" (HTML, server-sent events).
struct EventReader {
    private var line: [UInt8] = []
    private var data: [UInt8] = []
    private var hasData = false
    private var isAfterReturn = false
    private var isAtStart = true

    /// Bytes that wait for the end of their line or event.
    var waiting: Int { line.count + data.count }

    /// - Returns: the data of each event that is whole now. What the stream ends within is never one.
    mutating func take(_ bytes: UnsafeRawBufferPointer) -> [[UInt8]] {
        var events: [[UInt8]] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
            let isSecondHalf = isAfterReturn && end == rest.startIndex && rest[end] == 0x0A
            isAfterReturn = rest[end] == 0x0D
            if !isSecondHalf {
                line.append(contentsOf: rest[..<end])
                closeLine(&events)
            }
            rest = rest[(end + 1)...]
        }
        if !rest.isEmpty {
            isAfterReturn = false
            line.append(contentsOf: rest)
        }
        return events
    }

    private mutating func closeLine(_ events: inout [[UInt8]]) {
        defer { line.removeAll(keepingCapacity: true) }
        // "One leading U+FEFF BYTE ORDER MARK character must be ignored if any are present."
        if isAtStart, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        isAtStart = false
        if line.isEmpty {
            if hasData { events.append(data) }
            data = []
            hasData = false
            return
        }
        // What kind of event it is stands in its data, too; a line that begins with a colon is a comment.
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        guard line[..<colon].elementsEqual("data".utf8) else { return }
        var value = line[min(colon + 1, line.endIndex)...]
        if value.first == 0x20 { value = value.dropFirst() }
        if hasData { data.append(0x0A) }
        data.append(contentsOf: value)
        hasData = true
    }
}
