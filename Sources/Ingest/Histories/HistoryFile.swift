#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One file that may be a history.
package struct HistoryFile: Equatable, Sendable {
    /// The real path, links resolved.
    package var path: String
    package var size: Int64
    /// Unix milliseconds UTC of the last change.
    package var changedAt: Int64

    /// `nil` where there is no such regular file.
    package init?(path: String) {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        var status = stat()
        guard stat(real, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        self.path = String(cString: real)
        size = Int64(status.st_size)
        #if canImport(Glibc)
            let changed = status.st_mtim
        #else
            let changed = status.st_mtimespec
        #endif
        changedAt = Int64(changed.tv_sec) * 1000 + Int64(changed.tv_nsec) / 1_000_000
    }

    /// A history that lies within another thing, under a name of its own.
    package init(named path: String, size: Int64, changedAt: Int64) {
        self.path = path
        self.size = size
        self.changedAt = changedAt
    }

    /// One JSON object in all, not one a line.
    package var isDocument: Bool { path.hasSuffix(".json") }

    /// Changes whenever the file does, as far as that can be seen without reading it.
    package var stamp: String { "\(size)/\(changedAt)" }

    /// The same of a database, which grows in its journal first.
    package var databaseStamp: String {
        stamp + (HistoryFile(path: path + "-wal").map { "+" + $0.stamp } ?? "")
    }

    /// Every file in a folder and those below it that may be a history, sorted by path; links to folders are not followed.
    package static func all(below folder: String) -> [HistoryFile] {
        var files: [HistoryFile] = []
        var folders = [folder]
        while let next = folders.popLast() {
            for entry in entries(of: next) {
                let path = next + "/" + entry
                var status = stat()
                guard lstat(path, &status) == 0 else { continue }
                if status.st_mode & S_IFMT == S_IFDIR {
                    folders.append(path)
                } else if HistoryName(entry).isPromising(at: path), let file = HistoryFile(path: path) {
                    files.append(file)
                }
            }
        }
        return files.sorted { $0.path < $1.path }
    }

    /// The folder and those below it.
    package static func folders(below folder: String) -> [String] {
        var found = [folder]
        var next = 0
        while next < found.count {
            for entry in entries(of: found[next]) {
                let path = found[next] + "/" + entry
                var status = stat()
                if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { found.append(path) }
            }
            next += 1
        }
        return found
    }

    /// The paths below a folder that a pattern names, each `*` in it standing for any one folder; sorted.
    static func expand(_ pattern: String, in folder: String) -> [String] {
        var paths = [folder]
        for part in pattern.split(separator: "/") {
            paths = paths.flatMap { path in
                part == "*"
                    ? entries(of: path).sorted().map { path + "/" + $0 }.filter(isFolder(_:)) : [path + "/" + part]
            }
        }
        return paths
    }

    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func entries(of folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
