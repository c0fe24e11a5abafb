#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Looks at a file before SQLite does, so that a wrong one is named for what it is and left as it was.
enum FileCheck {
    enum Verdict { case absent, usable, readOnly }

    static func inspect(_ path: String) throws(StoreError) -> Verdict {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return .absent }
            throw StoreError(.cannotOpen, at: path, detail: String(cString: strerror(errno)))
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw StoreError(.notAStore, at: path, detail: "it is not a file")
        }
        guard access(path, R_OK) == 0 else {
            throw StoreError(.cannotOpen, at: path, detail: String(cString: strerror(errno)))
        }
        guard let file = DatabaseHeader(path) else {
            throw StoreError(.cannotOpen, at: path, detail: "it cannot be read")
        }
        let (header, count) = (file.bytes, file.bytes.count)
        // "The first 16 bytes of the database file: 'SQLite format 3' with a nul terminator" (SQLite, file format 1.3).
        guard count == 100, header.starts(with: Array("SQLite format 3\u{0}".utf8)) else {
            throw StoreError(.notAStore, at: path, detail: count == 0 ? "the file is empty" : "it is not SQLite")
        }
        guard number(header[68..<72]) == UInt32(bitPattern: Schema.applicationID) else {
            throw StoreError(.notAStore, at: path, detail: "another program made it")
        }
        let version = Int(number(header[60..<64]))
        guard version <= Schema.version else {
            throw StoreError(.newer(found: version, known: Schema.version), at: path)
        }
        try checkLength(file, path: path)
        // Root may write anything; a file without the owner's write bit is meant to stay as it is all the same.
        return status.st_mode & S_IWUSR == 0 || access(path, W_OK) != 0 ? .readOnly : .usable
    }

    /// The header says how many pages there are: a file cut short is told before anything is read from it.
    ///
    /// While another process copies the journal back, or where it died doing so, the first page is ahead of the rest and
    /// the journal still holds what is missing. So: first the header, then whether there is a journal, then the length.
    private static func checkLength(_ file: DatabaseHeader, path: String) throws(StoreError) {
        let header = file.bytes
        var status = stat()
        if stat(path + "-wal", &status) == 0, status.st_size > 0 { return }
        guard stat(path, &status) == 0 else { return }
        let pageSize = Int(header[16]) << 8 | Int(header[17])
        let isCounted = header[24..<28].elementsEqual(header[92..<96])
        let expected = (pageSize == 1 ? 65536 : pageSize) * Int(number(header[28..<32]))
        // "The in-header database size is only considered to be valid if … the change counter … exactly matches the
        // version-valid-for number" (1.3.7).
        if isCounted, Int(status.st_size) < expected {
            throw StoreError(.corrupt, at: path, detail: "\(status.st_size) of \(expected) bytes are there")
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
