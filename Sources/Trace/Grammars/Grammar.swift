/// One way of writing traces: opened by a line, it takes the lines that follow as far as they are its own.
///
/// A grammar is total: whatever it is handed, it takes it, leaves it or ends. What it keeps is bounded by `TraceLimit`.
protocol Grammar {
    /// - Parameter isBeginning: Whether the line could begin a trace of its own.
    mutating func take(_ line: LogLine, isBeginning: Bool) -> Taking

    /// What came of it, now that it is over; several where sections hold several.
    mutating func close() -> [Failure]

    /// What takes the lines behind it that tell nothing more.
    var rest: (any Grammar)? { get }
}

extension Grammar {
    var rest: (any Grammar)? { nil }
}

enum Taking {
    /// The line is mine, and more may follow.
    case taken
    /// The line is mine and the last one.
    case last
    /// The line is not mine, but what follows may be: it is offered to the others as well.
    case passed
    /// The line is not mine, and all is over.
    case over
}

/// What is kept of one failure at most.
enum TraceLimit {
    static let frames = 256
    static let exceptions = 16
    static let message = 4096
    static let name = 512
    static let source = 512
}

extension Failure.Exception {
    /// Adds a frame unless there are too many, as of a recursion without end.
    ///
    /// - Parameter isOuterFirst: The innermost come last: then those in the middle make room.
    mutating func append(_ frame: Frame, isOuterFirst: Bool = false) {
        if frames.count >= TraceLimit.frames {
            guard isOuterFirst else { return }
            frames.remove(at: TraceLimit.frames / 2)
        }
        var frame = frame
        frame.isVendor = frame.isVendor ?? Vendor.judge(frame)
        frames.append(frame)
    }

    /// Adds a line to the message.
    mutating func append(line: ByteView) {
        guard (message?.utf8.count ?? 0) < TraceLimit.message else { return }
        let text = line.trimmedEnd.text(TraceLimit.name)
        message = message.map { $0.isEmpty ? text : $0 + "\n" + text } ?? text
    }
}
