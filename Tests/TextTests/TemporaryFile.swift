#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that has no name any more, and is gone with this value.
final class TemporaryFile {
    let descriptor: Int32

    init(_ bytes: [UInt8] = []) {
        var name = Array("/tmp/colophon-text-XXXXXX\0".utf8).map { CChar(bitPattern: $0) }
        descriptor = mkstemp(&name)
        unlink(name)
        append(bytes)
    }

    convenience init(_ text: String) { self.init(Array(text.utf8)) }

    deinit { close(descriptor) }

    func append(_ bytes: [UInt8]) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count <= 0 { return }
            written += count
        }
    }

    func shrink(to length: Int) {
        _ = ftruncate(descriptor, off_t(length))
    }
}
