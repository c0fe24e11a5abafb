#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Tells by a descriptor when somebody wrote to the store's file or its journal. Nothing wakes up while nobody writes.
final class StoreWatch {
    /// Becomes readable on a change.
    let descriptor: Int32
    private let path: String
    #if !os(Linux)
        private var files: [Int32] = []
    #endif

    /// `nil` where the system has no more watches to give: the dashboard then shows what it read.
    init?(path: String) {
        self.path = path
        #if os(Linux)
            descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            guard descriptor >= 0 else { return nil }
            // The folder, since the journal comes and goes.
            let mask = UInt32(IN_MODIFY) | UInt32(IN_CREATE) | UInt32(IN_MOVED_TO)
            guard inotify_add_watch(descriptor, Self.folder(of: path), mask) >= 0 else {
                close(descriptor)
                return nil
            }
        #else
            descriptor = kqueue()
            guard descriptor >= 0 else { return nil }
            watchFiles()
        #endif
    }

    deinit {
        close(descriptor)
        #if !os(Linux)
            files.forEach { close($0) }
        #endif
    }

    /// When the file or its journal was last written, Unix milliseconds.
    var lastWrite: Int64? {
        ["", "-wal"].compactMap { Self.modified(path + $0) }.max()
    }

    private static func modified(_ path: String) -> Int64? {
        var status = stat()
        // An empty journal was emptied by whoever closed it, not written.
        guard stat(path, &status) == 0, status.st_size > 0 else { return nil }
        #if os(Linux)
            let time = status.st_mtim
        #else
            let time = status.st_mtimespec
        #endif
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    #if os(Linux)
        /// Takes what the descriptor has to say; true if the store's files are among it.
        func drain() -> Bool {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            return FileEvents.names(from: descriptor).contains { $0 == name || $0 == name + "-wal" }
        }

        private static func folder(of path: String) -> String {
            guard let slash = path.lastIndex(of: "/") else { return "." }
            return slash == path.startIndex ? "/" : String(path[..<slash])
        }
    #else
        /// Takes what the descriptor has to say; true if the store's files are among it.
        func drain() -> Bool {
            let changed = FileEvents.take(from: descriptor)
            // The journal may be another file by now.
            watchFiles()
            return changed
        }

        private func watchFiles() {
            files.forEach { close($0) }
            files = FileEvents.watch([path, path + "-wal"], by: descriptor)
        }
    #endif
}
