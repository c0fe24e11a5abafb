#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the system tells of watched files and folders, waiting for nothing.
enum FileEvents {
    #if os(Linux)
        /// The names of files of a watched folder that something happened to, as inotify's descriptor tells them now.
        static func names(from descriptor: Int32) -> [String] {
            var names: [String] = []
            var buffer = [UInt8](repeating: 0, count: 16_384)
            while true {
                let count = read(descriptor, &buffer, buffer.count)
                guard count > 0 else { return names }
                // inotify(7): wd, mask, cookie and len of four bytes each, then len bytes of name, padded by zeros.
                var start = 0
                while start + 16 <= count {
                    let length = buffer[start + 12..<start + 16].reversed().reduce(0) { $0 << 8 | Int($1) }
                    let end = min(start + 16 + length, count)
                    names.append(String(decoding: buffer[start + 16..<end].prefix { $0 != 0 }, as: UTF8.self))
                    start = end
                }
            }
        }
    #else
        /// Whether kqueue's descriptor has told anything.
        static func take(from descriptor: Int32) -> Bool {
            var event = kevent()
            var now = timespec()
            var changed = false
            while kevent(descriptor, nil, 0, &event, 1, &now) > 0 { changed = true }
            return changed
        }

        /// Opens the files to be watched by kqueue, without those that are not there.
        static func watch(_ paths: [String], by descriptor: Int32) -> [Int32] {
            let files = paths.map { open($0, O_EVTONLY | O_CLOEXEC) }.filter { $0 >= 0 }
            for file in files {
                var change = kevent(
                    ident: UInt(file), filter: Int16(EVFILT_VNODE), flags: UInt16(EV_ADD | EV_CLEAR),
                    fflags: UInt32(NOTE_WRITE | NOTE_EXTEND | NOTE_DELETE | NOTE_RENAME), data: 0, udata: nil)
                kevent(descriptor, &change, 1, nil, 0, nil)
            }
            return files
        }
    #endif
}
