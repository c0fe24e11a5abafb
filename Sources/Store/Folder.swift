#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The folder a store lies in.
enum Folder {
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Makes the folder and those above it, for the user alone.
    static func make(_ folder: String, for path: String) throws(StoreError) {
        var made = folder.hasPrefix("/") ? "/" : ""
        for part in folder.split(separator: "/") {
            made += (made.isEmpty || made == "/" ? "" : "/") + part
            if mkdir(made, 0o700) == 0 { continue }
            let reason = errno
            var status = stat()
            if stat(made, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { continue }
            let why = reason == EEXIST ? "it is not a folder" : String(cString: strerror(reason))
            throw StoreError(.noFolder, at: path, detail: "'\(made)': \(why)")
        }
    }
}
