/// `at T.M(args) in P:line N`, Mono's `at T.M (args) [0x00007] in P:N`, and without a place.
enum DotNetFrame {
    /// - Parameter text: What follows `at `.
    static func read(_ text: ByteView) -> AtFrame? {
        guard let open = text.index(of: UInt8(ascii: "(")), open > 0 else { return nil }
        let function = text.upTo(open).trimmedEnd
        guard function.lastIndex(of: UInt8(ascii: ".")) != nil,
            !function.raw.contains(UInt8(ascii: "/"))
        else { return nil }
        let name = plain(function)
        let module = name.lastIndex(of: ".").map { String(name[..<$0]) }
        var frame = Frame(function: name, module: module)
        guard let place = text.index(of: " in ", from: open) else {
            guard text.last == UInt8(ascii: ")"), !function.contains(" ") || function.contains("`") else { return nil }
            return AtFrame(frame, style: .dotnet, isCertain: false)
        }
        let path = text.from(place + 4)
        if let colon = path.lastIndex(of: ":line "), let line = path.from(colon + 6).number {
            frame.file = path.upTo(colon).text()
            frame.line = line > 0 ? line : nil
        } else if let location = Location(atEnd: path), location.column == nil {
            if location.file.first != UInt8(ascii: "<") { frame.file = location.file.text() }
            frame.line = location.line > 0 ? location.line : nil
        } else {
            return nil
        }
        return AtFrame(frame, style: .dotnet, isCertain: true)
    }

    /// `A.B.<Save>d__2.MoveNext` is the async method `A.B.Save`.
    private static func plain(_ function: ByteView) -> String {
        guard function.ends(".MoveNext"), let open = function.lastIndex(of: UInt8(ascii: "<")),
            let close = function.index(of: UInt8(ascii: ">"), from: open), close > open + 1
        else { return function.text() }
        return function.upTo(open).text() + function.slice(open + 1, close).text()
    }
}
