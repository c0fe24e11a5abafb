#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why a file could not be read on.
package struct ReadError: Error, Equatable, Sendable {
    /// The operating system's `errno`.
    package var code: Int32
    /// Bytes from the beginning of the file to the place that was to be read.
    package var offset: Int64

    package init(code: Int32, offset: Int64) {
        self.code = code
        self.offset = offset
    }
}

extension ReadError: CustomStringConvertible {
    package var description: String {
        let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
        return "The file could not be read at byte \(offset): \(reason)."
    }
}
