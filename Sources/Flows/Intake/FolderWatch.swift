import Ingest

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Waits until something changes in folders and those below them.
///
/// Linux tells by inotify. Elsewhere the folders are looked at twice a second.
package final class FolderWatch {
    private let folders: [String]
    #if canImport(Glibc)
        private let descriptor: Int32
        private var watched: Set<String> = []
    #endif

    package init(folders: [String]) {
        self.folders = folders
        #if canImport(Glibc)
            descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
            watchAll()
        #endif
    }

    deinit {
        #if canImport(Glibc)
            close(descriptor)
        #endif
    }

    #if canImport(Glibc)
        /// Returns after a change, once the writer pauses for a moment or a tenth of a second has gone by.
        package func wait() {
            poll(-1)
            for _ in 0..<5 where poll(20) { continue }
            watchAll()
        }

        /// - Returns: whether something happened within so many milliseconds; what happened is dropped.
        @discardableResult
        private func poll(_ milliseconds: Int32) -> Bool {
            var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard Glibc.poll(&entry, 1, milliseconds) > 0 else { return false }
            var buffer = [UInt8](repeating: 0, count: 64 << 10)
            while read(descriptor, &buffer, buffer.count) > 0 { continue }
            return true
        }

        /// inotify does not follow into new folders: they are added after each change, before they are read.
        private func watchAll() {
            let mask = UInt32(IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_CLOSE_WRITE)
            for folder in folders.flatMap(Self.existing(_:)) where watched.insert(folder).inserted {
                inotify_add_watch(descriptor, folder, mask)
            }
        }

        /// The folder with those below it; where it is not there yet, the nearest one above it that is; a file as it is.
        private static func existing(_ path: String) -> [String] {
            if HistoryFile.isFolder(path) { return HistoryFile.folders(below: path) }
            if HistoryFile(path: path) != nil { return [path] }
            guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return [] }
            let parent = String(path[..<slash])
            return HistoryFile.isFolder(parent) ? [parent] : existing(parent)
        }
    #else
        package func wait() {
            let before = state
            repeat { usleep(500_000) } while state == before
        }

        private var state: [HistoryFile] {
            folders.flatMap { path in
                HistoryFile.isFolder(path) ? HistoryFile.all(below: path) : [HistoryFile(path: path)].compactMap { $0 }
            }
        }
    #endif
}
