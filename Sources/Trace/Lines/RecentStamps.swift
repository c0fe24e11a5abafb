import Text

/// The times that stood before the last lines, of whatever stream: a trace that has none was written when the line before
/// it was.
struct RecentStamps {
    private var entries: [(offset: Int64, text: [UInt8])] = []
    private var next = 0

    private static let count = 32
    private static let longest = 40

    mutating func add(_ stamp: ByteView, at offset: Int64) {
        if entries.count < Self.count {
            entries.append((offset, Array(stamp.upTo(Self.longest).raw)))
            return
        }
        entries[next].offset = offset
        entries[next].text.removeAll(keepingCapacity: true)
        entries[next].text.append(contentsOf: stamp.upTo(Self.longest).raw)
        next = (next + 1) % Self.count
    }

    /// The time of the last line with one before a place; the earliest that is known where all are later.
    func time(before offset: Int64) -> Timestamp? {
        let earlier = entries.filter { $0.offset <= offset }.max { $0.offset < $1.offset }
        guard let entry = earlier ?? entries.min(by: { $0.offset < $1.offset }) else { return nil }
        return entry.text.withUnsafeBytes { bytes in
            var line = LogLine(.empty)
            line.stamp = ByteView(bytes)
            return line.time
        }
    }
}
