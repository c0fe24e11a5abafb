/// Paths as tools write them.
enum Paths {
    /// With `/`, and without a `./` that says nothing.
    static func plain(_ path: String) -> String {
        var path = path
        if path.contains("\\"), !path.contains("/") { path = path.replacing("\\", with: "/") }
        while path.hasPrefix("./") { path.removeFirst(2) }
        return path
    }

    /// The path that an address means: `file:///C:/a%20b.py`, `src/a.py`; an address of another kind stays as it is.
    static func path(ofAddress address: String) -> String {
        guard let colon = address.firstIndex(of: ":"), isScheme(address[..<colon]) else {
            return plain(decoded(address))
        }
        guard address[..<colon].lowercased() == "file" else { return address }
        var rest = address[address.index(after: colon)...]
        if rest.hasPrefix("//") {
            // "file://host/path": whose file it is does not matter.
            rest = rest.dropFirst(2)
            rest = rest.firstIndex(of: "/").map { rest[$0...] } ?? ""
        }
        var path = decoded(String(rest))
        if isDrive(path.dropFirst()), path.hasPrefix("/") { path.removeFirst() }
        return plain(path)
    }

    static func isAbsolute(_ path: String) -> Bool { path.hasPrefix("/") || isDrive(path[...]) || path.contains("://") }

    static func join(_ folder: String, _ path: String) -> String {
        if folder.isEmpty || isAbsolute(path) { return path }
        return folder.hasSuffix("/") ? folder + path : folder + "/" + path
    }

    /// `C:`; a scheme has two letters at least.
    private static func isDrive(_ path: Substring) -> Bool {
        let bytes = Array(path.utf8.prefix(2))
        return bytes.count == 2 && (bytes[0] | 0x20) &- UInt8(ascii: "a") < 26 && bytes[1] == UInt8(ascii: ":")
    }

    private static func isScheme(_ text: Substring) -> Bool {
        text.utf8.count > 1
            && text.utf8.allSatisfy {
                ($0 | 0x20) &- UInt8(ascii: "a") < 26 || $0 &- UInt8(ascii: "0") < 10 || $0 == 0x2B || $0 == 0x2D
                    || $0 == 0x2E
            }
    }

    /// Without what `%` stands for; what is no UTF-8 then stays as it is.
    private static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            let digits = String(Substring(rest.prefix(2)))
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16), value != 0 {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self) ?? text
    }
}
