/// The line that names an exception: `Type: message`, wherever in a line it stands.
struct Header {
    var type: ByteView
    var message: ByteView
    /// How sure it is that this is one.
    var certainty: Certainty
    /// The line begins with it, but for what runtimes set before.
    var isLeading = false

    enum Certainty: Int, Comparable {
        /// A capitalised word and a colon, or alone.
        case word
        /// A class of a package.
        case path
        /// It ends as exceptions do.
        case exception

        static func < (left: Certainty, right: Certainty) -> Bool { left.rawValue < right.rawValue }
    }

    var exception: Failure.Exception {
        Failure.Exception(
            type: type.isEmpty ? nil : type.text(), message: message.isEmpty ? nil : message.text(TraceLimit.message))
    }

    /// The first type in the line that ends as exceptions do, else what the line begins with.
    static func find(_ line: ByteView) -> Header? {
        let text = leadless(line.trimmed).upTo(2048)
        var leading = Header(text, at: 0)
        leading?.isLeading = true
        if let leading, leading.certainty > .word { return leading }
        var place = 0
        while place < text.count {
            // A name begins here, after something that is no part of one.
            let start = place
            while isName(text, place) { place += 1 }
            if place > start {
                if text[start].isUpper || text[start] >= 0x61, let header = Header(text, at: start),
                    header.certainty == .exception
                {
                    return header
                }
            } else {
                place += 1
            }
        }
        return leading
    }

    /// The type that begins at `place`.
    init?(_ text: ByteView, at place: Int) {
        var end = place
        while end < place + 256, Self.isName(text, end) { end += 1 }
        // A colon in front of the message belongs to no name.
        while end > place, text[end - 1] == UInt8(ascii: ":") || text[end - 1] == UInt8(ascii: ".") { end -= 1 }
        guard end > place else { return nil }
        let name = text.slice(place, end)
        guard let message = Self.message(text, from: end) else { return nil }
        var last = name.count
        while last > 0, ![0x2E, 0x3A, 0x5C, 0x2B].contains(name[last - 1]) { last -= 1 }
        let own = name.from(last)
        guard own.first.isUpper || Self.endsAsException(own) else { return nil }
        if Self.endsAsException(own) {
            certainty = .exception
        } else if last > 0, name.first != UInt8(ascii: "\\"), !Self.isFile(own) {
            certainty = .path
        } else if own.count > 2, own.count <= 64, !Self.isLevel(own) {
            certainty = .word
        } else {
            return nil
        }
        type = name
        self.message = message
    }

    /// `: message`, ` : message`, ` (message):`, ` [CODE]: message`, or nothing.
    private static func message(_ text: ByteView, from end: Int) -> ByteView? {
        if end >= text.count { return .empty }
        if text[end] == UInt8(ascii: ":"), text[end + 1] == 0x20 || end + 1 == text.count {
            return text.from(end + 1).trimmed
        }
        if text.has(" : ", at: end) { return text.from(end + 3).trimmed }
        if text.has(" [", at: end), let close = text.index(of: UInt8(ascii: "]"), from: end), close < end + 64 {
            return text[close + 1] == UInt8(ascii: ":") ? text.from(close + 2).trimmed : text.from(close + 1).trimmed
        }
        if text.has(" (", at: end), text.ends("):") { return text.slice(end + 2, text.count - 2) }
        if text.has(" (", at: end), text.ends(")") { return text.slice(end + 2, text.count - 1) }
        return text.from(end).trimmed.isEmpty || text.from(end).trimmed.equals("{") ? .empty : nil
    }

    /// Without what runtimes set before it.
    private static func leadless(_ line: ByteView) -> ByteView {
        var text = line
        if let rest = text.stripped("Exception in thread \"") {
            // A thread's name may hold a quote, a type none.
            return rest.index(of: "\" ").map { rest.from($0 + 2) } ?? text
        }
        for lead in leads where text.has(lead) { text = text.from(lead.utf8CodeUnitCount) }
        return text
    }

    private static let leads: [StaticString] = [
        "Unhandled exception. ", "Unhandled Exception: ", "Uncaught (in promise) ", "Uncaught ", "[cause]: ",
        "Caused by: ", "Suppressed: ", "Wrapped by: ", "---> ", "Error: Uncaught (in promise): ",
    ]

    @inline(__always)
    private static func isName(_ text: ByteView, _ place: Int) -> Bool {
        let byte = text[place]
        if byte.isWord || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "$") { return true }
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "+"), UInt8(ascii: "`"): return text[place + 1].isWord
        case UInt8(ascii: ":"): return text[place + 1] == UInt8(ascii: ":") || text[place - 1] == UInt8(ascii: ":")
        default: return false
        }
    }

    static func endsAsException(_ name: ByteView) -> Bool {
        guard name.count >= 4 else { return false }
        return endings.contains { name.ends($0) } || wholes.contains { name.equals($0) }
    }

    private static let endings: [StaticString] = [
        "Error", "Exception", "Failure", "Fault", "Throwable", "Interrupt", "Exit", "Warning", "ExceptionGroup",
        "NotFound", "Timeout", "Invalid", "DoesNotExist", "StopIteration",
    ]

    private static let wholes: [StaticString] = ["GeneratorExit", "Panic", "ErrorException", "Trace"]

    private static func isFile(_ name: ByteView) -> Bool { !name.first.isUpper }

    private static func isLevel(_ name: ByteView) -> Bool {
        let levels: [StaticString] = [
            "INFO", "WARN", "WARNING", "ERROR", "FATAL", "DEBUG", "TRACE", "Received", "Expected", "Actual", "Stack",
        ]
        return levels.contains { name.equals($0) }
    }
}
