/// A frame of the languages that write `at` before it.
struct AtFrame {
    enum Style { case v8, jvm, dotnet }

    var frame: Frame
    var style: Style
    /// Its shape is of this language alone.
    var isCertain: Bool

    init(_ frame: Frame, style: Style, isCertain: Bool) {
        self.frame = frame
        self.style = style
        self.isCertain = isCertain
    }

    /// - Parameters:
    ///   - line: Trimmed; nil where it is no frame.
    ///   - style: The language of the trace it would be in, where that is known already.
    static func read(_ line: ByteView, in style: Style? = nil) -> AtFrame? {
        guard line.has("at ") || line.has("eval at ") || line.has("async ") || line.has("\u{276F} ") else { return nil }
        // A brace that Node opens behind it, and what ends the string that the trace was in.
        var end = line.count
        while end > 0, isClosing(line[end - 1]) { end -= 1 }
        let line = line[end - 1] == UInt8(ascii: ")") || line[end - 1].isDigit ? line.upTo(end) : line
        if line.has("\u{276F} ") { return readArrow(line.from(4)) }
        if line.has("eval at ") { return V8Frame.read(line) }
        let text = line.from(3).trimmed
        guard !text.isEmpty else { return nil }
        // Kotlin/Native numbers its frames and prints addresses, and a place where it knows one.
        if text.first.isDigit, let frame = SwiftGrammar.frame(text) {
            return AtFrame(frame, style: .v8, isCertain: true)
        }
        if line.has("async ") { return style == .v8 ? V8Frame.read(line) : nil }
        switch style {
        case .v8: return V8Frame.read(text) ?? placeless(text, .v8)
        case .jvm: return JVMFrame.read(text)
        case .dotnet: return DotNetFrame.read(text)
        case nil:
            if let frame = JVMFrame.read(text) ?? V8Frame.read(text) { return frame }
            return DotNetFrame.read(text) ?? placeless(text, .v8)
        }
    }

    private static func isClosing(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ","),
            UInt8(ascii: ";"), 0x20:
            true
        default: false
        }
    }

    /// `at a_function_name`: a frame only between others.
    private static func placeless(_ text: ByteView, _ style: Style) -> AtFrame? {
        guard text.count < 128, text.raw.filter({ $0 == 0x20 }).count < 4 else { return nil }
        return AtFrame(Frame(function: text.text()), style: style, isCertain: false)
    }

    /// Vitest's `❯ src/a.test.ts:5:19` and `❯ fn src/a.ts:5:19`.
    private static func readArrow(_ text: ByteView) -> AtFrame? {
        let blank = text.lastIndex(of: 0x20)
        let path = text.from(blank.map { $0 + 1 } ?? 0)
        guard let place = Location(atEnd: path, needsColumn: true) else { return nil }
        let function = text.upTo(blank ?? 0).trimmed
        return AtFrame(place.frame(function: function), style: .v8, isCertain: true)
    }
}
