/// `at pkg.Cls.method(File.java:N)`, `(Native Method)`, `(Unknown Source)`, after `java.base/` or `app//`.
enum JVMFrame {
    /// - Parameter text: What follows `at `.
    static func read(_ text: ByteView) -> AtFrame? {
        var text = text
        // ` ~[app.jar:1.2]`: what it was loaded from.
        if text.last == UInt8(ascii: "]"), let jar = text.lastIndex(of: UInt8(ascii: "[")), jar > 2 {
            text = text.upTo(text[jar - 1] == UInt8(ascii: "~") ? jar - 1 : jar).trimmedEnd
        }
        guard text.last == UInt8(ascii: ")"), let open = text.lastIndex(of: UInt8(ascii: "(")) else { return nil }
        let inside = text.slice(open + 1, text.count - 1)
        var function = text.upTo(open).trimmedEnd
        if let slash = function.index(of: UInt8(ascii: "/")), !function.upTo(slash).contains("$$") {
            let rest = function.from(slash + 1)
            // loader/module@version/class
            function = rest.index(of: UInt8(ascii: "/")).map { $0 < 64 ? rest.from($0 + 1) : rest } ?? rest
        }
        guard let dot = function.lastIndex(of: UInt8(ascii: ".")), dot > 0, !function.upTo(dot).contains(" ") else {
            return nil
        }
        var frame = Frame(function: function.text(), module: function.upTo(dot).text())
        guard let colon = inside.index(of: UInt8(ascii: ":")) else {
            let isPlaceless =
                inside.equals("Native Method") || inside.equals("Native method") || inside.equals("Unknown Source")
            guard isPlaceless || (isFile(inside)) else { return nil }
            if !isPlaceless { frame.file = inside.text() }
            return AtFrame(frame, style: .jvm, isCertain: true)
        }
        guard isFile(inside.upTo(colon)), let line = inside.from(colon + 1).number else { return nil }
        frame.file = inside.upTo(colon).text()
        frame.line = line > 0 ? line : nil
        return AtFrame(frame, style: .jvm, isCertain: true)
    }

    /// A name alone; the class's package says where.
    private static func isFile(_ name: ByteView) -> Bool {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), name.count - dot <= 8 else {
            return name.equals("SourceFile")
        }
        return !name.raw.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") || $0 == 0x20 }
    }
}
