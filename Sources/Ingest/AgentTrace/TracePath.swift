import Text

/// Paths as they are written on every system, in the one form that the store has.
enum TracePath {
    /// `c:\work\a.py`, `file://c:\\work\\a.py` and `file:///c:/work/a.py` as `c:/work/a.py`, `src\a.py` as `src/a.py`.
    static func plain(_ path: String) -> String {
        var path = ToolCallReading.plainPath(path)
        if path.utf8.first == UInt8(ascii: "/"), hasDrive(path.dropFirst()) { path.removeFirst() }
        if path.contains("\\"), hasDrive(path[...]) || !path.contains("/") {
            let parts = path.split { $0 == "\\" || $0 == "/" }
            path = (path.hasPrefix("\\") ? "/" : "") + parts.joined(separator: "/")
        }
        while path.hasPrefix("./") { path.removeFirst(2) }
        return path
    }

    /// Cursor's place for commands: no file.
    static func isPseudo(_ path: String) -> Bool {
        path == ".shell-history" || path.hasSuffix("/.shell-history") || path == ".sessions"
    }

    private static func hasDrive(_ path: Substring) -> Bool {
        let bytes = Array(path.utf8.prefix(3))
        return bytes.count == 3 && bytes[1] == UInt8(ascii: ":") && (bytes[2] == 0x5C || bytes[2] == 0x2F)
            && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[0] | 0x20)
    }
}
