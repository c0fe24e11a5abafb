extension Checkout {
    /// The work tree as a path in it begins that was written with links unresolved: `/tmp/r` for `/tmp/r/src` where the
    /// work tree is `/private/tmp/r`.
    package func root(asWrittenIn directory: String) -> String? {
        guard let real = SmallFile.realPath(directory), real == root || real.hasPrefix(root + "/") else { return nil }
        let below = real.dropFirst(root.count)
        var written = directory[...]
        while written.count > 1, written.hasSuffix("/") { written.removeLast() }
        guard written.hasSuffix(below) else { return nil }
        return String(written.dropLast(below.count))
    }

    /// A path with the links followed that are there; what is gone stays as it is written.
    package static func realPath(ofGone path: String) -> String {
        var there = path[...]
        while let slash = there.lastIndex(of: "/") {
            if let real = SmallFile.realPath(there.isEmpty ? "/" : String(there)) {
                return (real == "/" ? "" : real) + path[there.endIndex...]
            }
            there = there[..<slash]
        }
        return path
    }

    package static func exists(_ path: String) -> Bool { SmallFile.exists(path) }
}
