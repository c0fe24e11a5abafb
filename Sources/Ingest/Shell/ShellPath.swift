/// Paths as a script means them.
enum ShellPath {
    /// - Parameter directory: where a relative path begins: empty for where the script began, `nil` for a place unknown.
    /// - Returns: `nil` for what is no file to speak of, and for a relative path in a place unknown.
    static func join(_ directory: String?, _ path: String) -> String? {
        if path.isEmpty || path == "-" || path.hasPrefix("/dev/") || path.utf8.contains(0) { return nil }
        if path.hasPrefix("/") || path.hasPrefix("~") { return path.utf8.count <= 4096 ? path : nil }
        // No real path is longer, and a script of nothing but `cd x` would grow it without end.
        guard let directory, directory.utf8.count + path.utf8.count <= 4096 else { return nil }
        var parts = directory.split(separator: "/")
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
        }
        let joined = (directory.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
        return joined.isEmpty ? "." : joined
    }

    static func last(of path: String) -> Substring {
        path.split(separator: "/").last ?? path[...]
    }

    /// A path that surely names a folder.
    static func isFolder(_ path: String) -> Bool {
        path.utf8.last == UInt8(ascii: "/") || last(of: path) == "." || last(of: path) == ".."
    }
}
