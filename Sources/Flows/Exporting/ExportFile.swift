import Store

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that is there once it is whole, under a name that nothing had.
package struct ExportFile {
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    private let path: String

    package init(path: String) {
        self.path = path
    }

    /// - Parameter fill: is handed what takes the bytes.
    /// - Throws: `StoreError` where a file is there already, `Failure`, or what `fill` throws; nothing is left behind then.
    package func make<Value>(_ fill: (([UInt8]) throws -> Void) throws -> Value) throws -> Value {
        var status = stat()
        guard lstat(path, &status) != 0 else { throw StoreError(.present, at: path) }
        let draft = "\(path).new-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure() }
        defer { unlink(draft) }
        do {
            defer { close(descriptor) }
            let value = try fill { try write($0, to: descriptor) }
            guard fsync(descriptor) == 0 else { throw failure() }
            guard link(draft, path) == 0 else {
                throw errno == EEXIST ? StoreError(.present, at: path) : failure()
            }
            return value
        }
    }

    private func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        try bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = Self.writeSome(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw failure() }
                done += count
            }
        }
    }

    private static func writeSome(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, bytes, count)
        #else
            Darwin.write(descriptor, bytes, count)
        #endif
    }

    private func failure() -> any Error {
        let reason = String(cString: strerror(errno))
        return Failure(
            description:
                "The file '\(path)' cannot be written (\(reason)): check the folder and the space, or name another.")
    }
}
