/// Which grammar a line opens.
enum Beginning {
    /// Whether the line begins a trace whatever stands before it.
    static func isOne(_ line: ByteView) -> Bool {
        let text = line.trimmed
        switch text.first {
        case UInt8(ascii: "T"): return PythonGrammar.isBeginning(text) || SwiftGrammar.isBeginning(text)
        case UInt8(ascii: "+"): return PythonGrammar.isBeginning(text)
        case UInt8(ascii: "t"): return RustGrammar.isBeginning(text)
        case UInt8(ascii: "p"), UInt8(ascii: "f"), UInt8(ascii: "g"): return GoGrammar.isBeginning(text)
        case UInt8(ascii: "P"): return PHPGrammar.isBeginning(text)
        case UInt8(ascii: "-"): return text.has("--- FAIL: ") || text.has("---- ")
        case UInt8(ascii: "="): return text.has("====") || text.has("=== RUN")
        case UInt8(ascii: "n"): return text.has("not ok ")
        case UInt8(ascii: "E"): return text.has("Exception in thread \"")
        default:
            return text.ends("Traceback (most recent call last):")
        }
    }

    static func grammar(_ line: LogLine, recent: RecentLines, watch: TestWatch, test: String?) -> (any Grammar)? {
        let text = line.text.trimmed
        switch text.first {
        case UInt8(ascii: "a"), UInt8(ascii: "e"):
            if text.has("at ") || text.has("eval at "),
                let grammar = AtGrammar(line, recent: recent, test: test)
            {
                return grammar
            }
        case UInt8(ascii: "T"), UInt8(ascii: "F"), UInt8(ascii: "+"), UInt8(ascii: "P"), UInt8(ascii: "A"):
            if let grammar = PythonGrammar(line, recent: recent, test: test) { return grammar }
            if let grammar = SwiftGrammar(line, recent: recent, test: test) { return grammar }
            if let grammar = PHPGrammar(line, recent: recent, test: test) { return grammar }
        case UInt8(ascii: "t"), UInt8(ascii: "S"):
            if let grammar = RustGrammar(line, recent: recent, test: test) { return grammar }
        case UInt8(ascii: "p"), UInt8(ascii: "f"), UInt8(ascii: "g"):
            if let grammar = GoGrammar(line, recent: recent, test: test) { return grammar }
        case UInt8(ascii: "W"):
            if let grammar = GoRaceGrammar(line, test: test) { return grammar }
        case UInt8(ascii: "#"):
            if let grammar = HashGrammar(line, recent: recent, test: test) { return grammar }
            if let grammar = PHPGrammar(line, recent: recent, test: test) { return grammar }
        case UInt8(ascii: "_"):
            if let grammar = PytestGrammar(line, isInside: watch.isInPytest) { return grammar }
        case UInt8(ascii: "n"):
            if text.has("not ok "), let grammar = TAPGrammar(line) { return grammar }
        case 0xE2:
            if text.has("\u{276F} "), let grammar = AtGrammar(line, recent: recent, test: test) { return grammar }
        case UInt8(ascii: ":"):
            if text.has("::"), let grammar = DiagnosticGrammar(line, recent: recent, test: test) { return grammar }
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            if let grammar = ListedGrammar(line, recent: recent) { return grammar }
            // Old rubies number their frames.
            if text.contains(": from "), let grammar = RubyGrammar(line, recent: recent, test: test) { return grammar }
        default: break
        }
        if line.text.first == 0x09, text.contains(".go:"),
            let grammar = GoCallsGrammar(line, recent: recent, test: test)
        {
            return grammar
        }
        if text.last == UInt8(ascii: ":"), text.ends("Traceback (most recent call last):") {
            return PythonGrammar(line, recent: recent, test: test)
        }
        guard namesPlace(text) else { return nil }
        return placed(line, text, recent: recent, watch: watch, test: test)
    }

    /// Grammars whose first line names a place somewhere.
    private static func placed(
        _ line: LogLine, _ text: ByteView, recent: RecentLines, watch: TestWatch, test: String?
    ) -> (any Grammar)? {
        if watch.isInPytest, line.text.indent == 0, let place = PytestGrammar.place(text), place.rest.contains(": ") {
            return SingleGrammar(pytest: place, line)
        }
        if let test, let grammar = PlacesGrammar(line, recent: recent, test: test) { return grammar }
        if text.contains(":in "), let grammar = RubyGrammar(line, recent: recent, test: test) { return grammar }
        if text.contains(".swift:"), let grammar = SwiftGrammar(line, recent: recent, test: test) { return grammar }
        if let grammar = PHPGrammar(line, recent: recent, test: test) { return grammar }
        if let grammar = DiagnosticGrammar(line, recent: recent, test: test) { return grammar }
        if text.contains("@") || text.contains("://") || text.contains(".bundle:"),
            let grammar = BrowserGrammar(line, recent: recent, test: test)
        {
            return grammar
        }
        return SingleGrammar(mention: text, line)
    }

    /// A `:` or `(` with a digit behind it: without one a line names no place.
    @inline(__always)
    static func namesPlace(_ text: ByteView) -> Bool {
        var next = 1
        while let colon = text.index(of: UInt8(ascii: ":"), from: next) {
            if text[colon + 1].isDigit { return true }
            next = colon + 1
        }
        next = 1
        while let open = text.index(of: UInt8(ascii: "("), from: next) {
            if text[open + 1].isDigit { return true }
            next = open + 1
        }
        return text.contains(" recorded an issue at ") || text.contains(" on line ") || text.contains(", line ")
    }
}
