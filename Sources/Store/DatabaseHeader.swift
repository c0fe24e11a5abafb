import GRDBSQLite

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The first bytes of a database file and its length, read by way of SQLite's own layer above the system.
///
/// Not by `open` and `close`: "if … any other thread closes a file descriptor … all locks of the process on that file are
/// cancelled" (SQLite, How To Corrupt, 2.2), those of the store's other connections in this process, too; whoever closes the
/// store elsewhere then takes the journal away under them. SQLite puts such a close off until its locks are given back.
struct DatabaseHeader {
    /// A hundred, or as many as there are.
    let bytes: [UInt8]
    let fileSize: Int

    /// - Returns: `nil` where the file cannot be opened or read.
    init?(_ path: String) {
        guard let system = sqlite3_vfs_find(nil), let open = system.pointee.xOpen else { return nil }
        let size = max(Int(system.pointee.szOsFile), MemoryLayout<sqlite3_file>.size)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
        defer { memory.deallocate() }
        let file = memory.bindMemory(to: sqlite3_file.self, capacity: 1)
        // A name ends with the list of its parameters, which is empty: a second zero.
        let name = path.utf8.map { CChar(bitPattern: $0) } + [0, 0]
        var read: (bytes: [UInt8], size: Int)?
        name.withUnsafeBufferPointer { name in
            let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB
            let code = open(system, name.baseAddress, file, flags, nil)
            guard let methods = file.pointee.pMethods else { return }
            defer { _ = methods.pointee.xClose(file) }
            var length: sqlite3_int64 = 0
            guard code == SQLITE_OK, methods.pointee.xFileSize(file, &length) == SQLITE_OK else { return }
            var bytes = [UInt8](repeating: 0, count: Int(min(length, 100)))
            guard bytes.isEmpty || methods.pointee.xRead(file, &bytes, Int32(bytes.count), 0) == SQLITE_OK else {
                return
            }
            read = (bytes, Int(length))
        }
        guard let read else { return nil }
        (bytes, fileSize) = (read.bytes, read.size)
    }
}
