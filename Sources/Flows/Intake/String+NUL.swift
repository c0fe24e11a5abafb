#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension String {
    /// The text with U+FFFD for each NUL: "the result of expressions involving strings with embedded NULs is undefined"
    /// (SQLite, sqlite3_bind_text), and what stood behind one would be lost.
    var withoutNUL: String {
        var copy = self
        let isClean = copy.withUTF8 { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) == nil } ?? true
        }
        if isClean { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
    }
}
