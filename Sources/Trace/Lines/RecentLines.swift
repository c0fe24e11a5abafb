import Text

/// The last lines that no trace has taken: what stands before a frame names its exception.
struct RecentLines {
    private static let limit = 24
    private static let length = 1024

    private var lines: [[UInt8]] = []
    private var origins: [Failure.Origin] = []
    /// The stamps in words: few are ever asked for.
    private var stamps: [[UInt8]] = []
    private var times: [Timestamp?] = []
    /// Where the next one goes.
    private var next = 0
    private(set) var count = 0

    mutating func append(_ line: LogLine) {
        if lines.count < Self.limit {
            lines.append(Array(line.text.upTo(Self.length).raw))
            origins.append(line.origin)
            stamps.append(Array(line.stamp.raw))
            times.append(line.when)
        } else {
            lines[next].removeAll(keepingCapacity: true)
            lines[next].append(contentsOf: line.text.upTo(Self.length).raw)
            origins[next] = line.origin
            stamps[next].removeAll(keepingCapacity: true)
            stamps[next].append(contentsOf: line.stamp.raw)
            times[next] = line.when
        }
        next = (next + 1) % Self.limit
        count = min(count + 1, Self.limit)
    }

    mutating func removeAll() {
        count = 0
        next = 0
        lines.removeAll(keepingCapacity: true)
        origins.removeAll(keepingCapacity: true)
        stamps.removeAll(keepingCapacity: true)
        times.removeAll(keepingCapacity: true)
    }

    /// Counted back from the last, 0.
    func origin(_ back: Int) -> Failure.Origin { origins[place(back)] }
    func isStamped(_ back: Int) -> Bool { !stamps[place(back)].isEmpty }
    func time(_ back: Int) -> Timestamp? {
        stamps[place(back)].withUnsafeBytes { bytes in
            var line = LogLine(.empty)
            line.stamp = ByteView(bytes)
            line.when = times[place(back)]
            return line.time
        }
    }

    func with<Value>(_ back: Int, _ body: (ByteView) -> Value) -> Value {
        lines[place(back)].withUnsafeBytes { body(ByteView($0)) }
    }

    private func place(_ back: Int) -> Int { (next - 1 - back + 2 * Self.limit) % Self.limit }
}
