import Text

/// A line as grammars see it: without escape codes and without what a logger or a collector set before it.
struct LogLine {
    var text: ByteView
    var origin = Failure.Origin()
    /// The time that stood before the text, in words; empty where none did.
    var stamp = ByteView.empty
    /// The time that whatever wraps the line has for it.
    var when: Timestamp?
    /// It stood in a text by itself, such as a report's element, and not in a log.
    var isQuoted = false

    /// Lines longer than this are no frames; of headers only so much is looked at.
    static let limit = 8 << 10

    init(_ text: ByteView) {
        self.text = text.upTo(Self.limit)
    }

    var isStamped: Bool { !stamp.isEmpty }

    /// The stamp as a time, where it is a whole one.
    var time: Timestamp? {
        guard !stamp.isEmpty else { return when }
        if let time = Timestamp(iso: stamp.raw) { return time }
        // 2009/01/23 01:23:23
        var bytes = Array(stamp.upTo(32).raw)
        guard bytes.count >= 19 else { return nil }
        for place in [4, 7] where bytes[place] == UInt8(ascii: "/") { bytes[place] = UInt8(ascii: "-") }
        return bytes.withUnsafeBytes { Timestamp(iso: $0) } ?? when
    }
}
