#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Tells by a descriptor when files of a folder were saved, in place or by renaming. Nothing wakes up while nobody does.
final class FolderWatch {
    /// Becomes readable on a change.
    let descriptor: Int32
    private let folder: String
    private let suffix: String
    #if !os(Linux)
        private var files: [Int32] = []
    #endif

    /// - Parameter suffix: of the names that count.
    ///
    /// `nil` where there is no such folder, or no more watches to be had.
    init?(folder: String, suffix: String) {
        self.folder = folder
        self.suffix = suffix
        #if os(Linux)
            descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            guard descriptor >= 0 else { return nil }
            // When it is written whole, not at every piece.
            let mask = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_DELETE)
            guard inotify_add_watch(descriptor, folder, mask) >= 0 else {
                close(descriptor)
                return nil
            }
        #else
            descriptor = kqueue()
            guard descriptor >= 0 else { return nil }
            watchFiles()
            guard !files.isEmpty else {
                close(descriptor)
                return nil
            }
        #endif
    }

    deinit {
        close(descriptor)
        #if !os(Linux)
            files.forEach { close($0) }
        #endif
    }

    #if os(Linux)
        /// Takes what the descriptor has to say; true if a file that counts is among it.
        func drain() -> Bool { FileEvents.names(from: descriptor).contains { $0.hasSuffix(suffix) } }
    #else
        /// Takes what the descriptor has to say; true if a file that counts may be among it.
        func drain() -> Bool {
            let changed = FileEvents.take(from: descriptor)
            watchFiles()
            return changed
        }

        /// The folder for what comes and goes, each file for what is written in place.
        private func watchFiles() {
            files.forEach { close($0) }
            var names = [""]
            if let directory = opendir(folder) {
                while let entry = readdir(directory) {
                    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                    }
                    if name.hasSuffix(suffix), names.count < 200 { names.append("/" + name) }
                }
                closedir(directory)
            }
            files = FileEvents.watch(names.map { folder + $0 }, by: descriptor)
        }
    #endif
}
