/// `at F (P:L:C)`, `at P:L:C`, `at async F (…)`, `at new X (native)`, `eval at A (eval at B (P:L:C))`.
enum V8Frame {
    /// - Parameter text: What follows `at `.
    static func read(_ text: ByteView) -> AtFrame? {
        var text = text
        if text.has("async ") { text = text.from(6) }
        guard text.last == UInt8(ascii: ")"), let open = opening(text) else {
            if let place = Location(atEnd: text, needsColumn: true) {
                return AtFrame(place.frame(), style: .v8, isCertain: true)
            }
            return nil
        }
        var function = text.upTo(open).trimmedEnd
        if function.last == UInt8(ascii: "]"), let alias = function.lastIndex(of: " [as ") {
            function = function.upTo(alias)
        }
        let inside = text.slice(open + 1, text.count - 1)
        let name = function.isEmpty ? nil : function.text()
        if let place = evaluated(inside) ?? Location(atEnd: inside, needsColumn: true) {
            return AtFrame(place.frame(function: function), style: .v8, isCertain: true)
        }
        let isPlaceless =
            inside.equals("native") || inside.equals("<anonymous>") || inside.equals("unknown location")
            || inside.has("index ") || inside.has("eval at ")
        guard isPlaceless else { return nil }
        return AtFrame(Frame(function: name), style: .v8, isCertain: true)
    }

    /// The parenthesis that the last one closes: paths may hold some.
    static func opening(_ text: ByteView) -> Int? {
        var depth = 0
        var place = text.count - 1
        while place >= 0 {
            switch text[place] {
            case UInt8(ascii: ")"): depth += 1
            case UInt8(ascii: "("):
                depth -= 1
                if depth == 0 { return place }
            default: break
            }
            place -= 1
        }
        return nil
    }

    /// The place of the code that called `eval`, which is in a file.
    private static func evaluated(_ inside: ByteView) -> Location? {
        guard inside.has("eval at "), let open = inside.lastIndex(of: UInt8(ascii: "(")) else { return nil }
        let rest = inside.from(open + 1)
        return Location(atEnd: rest.upTo(rest.index(of: UInt8(ascii: ")")) ?? rest.count), needsColumn: true)
    }
}
