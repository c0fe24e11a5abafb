import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that holds one key, which nobody else can read.
enum KeyFile {
    private static let limit = 16 << 10

    /// - Parameter named: `~/…` is in the user's home, as no shell has read a configuration.
    static func read(_ named: String) throws -> String {
        let path = expanded(named)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw CommandError("The key's file '\(path)' cannot be read: see whether it is there.")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw CommandError("The key's file '\(path)' is no file.")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw CommandError(
                "Others can read the key's file '\(path)': take that from them with 'chmod 600 \(path)'.")
        }
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = bytes.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
        return try key(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self), of: "The key's file '\(path)'")
    }

    private static func expanded(
        _ path: String, home: String? = ProcessInfo.processInfo.environment["HOME"]
    ) -> String {
        guard path.hasPrefix("~/"), let home, home.hasPrefix("/") else { return path }
        return home + path.dropFirst()
    }

    /// A key without the ends of lines around it.
    ///
    /// - Parameter place: where it was found, as a sentence begins.
    static func key(_ text: String, of place: String) throws -> String {
        let key = text.filter { !$0.isWhitespace }
        guard !key.isEmpty else { throw CommandError("\(place) is empty.") }
        guard key.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
            throw CommandError("\(place) holds what no key has: bytes that no header may have.")
        }
        return key
    }

    private static func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, bytes, count)
        #else
            Darwin.read(descriptor, bytes, count)
        #endif
    }
}
