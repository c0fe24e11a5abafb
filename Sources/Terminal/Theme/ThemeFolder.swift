#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The files of the user's themes.
enum ThemeFolder {
    /// A theme says a few hundred words.
    static let sizeLimit = 256 * 1024

    static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count < 100 && !name.hasPrefix(".")
            && name.utf8.allSatisfy { isWordByte($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    /// The names of all `*.toml` in the folder, sorted.
    static func names(in folder: String?) -> [String] {
        guard let folder, let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let file = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard file.hasSuffix(".toml") else { continue }
            let name = String(file.dropLast(5))
            if isName(name) { names.append(name) }
        }
        return names.sorted()
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// - Parameter label: what messages call the file.
    static func read(_ path: String, label: String) -> ThemeFile {
        func failure(_ sentence: String) -> ThemeFile {
            ThemeFile(label: label, problem: ThemeProblem(file: label, sentence))
        }
        // Neither a pipe nor a device keeps anybody waiting.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return failure("cannot be read: \(String(cString: strerror(errno))).") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return failure("is no file: a theme is a file of TOML.")
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 * 1024)
        while bytes.count <= sizeLimit {
            let count = readBytes(descriptor, &buffer)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return failure("cannot be read: \(String(cString: strerror(errno))).") }
            if count == 0 { return ThemeFile(bytes, label: label) }
            bytes += buffer[..<count]
        }
        return failure("is larger than \(sizeLimit / 1024) KB, which no theme is.")
    }

    private static func readBytes(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, &buffer, buffer.count)
        #else
            Darwin.read(descriptor, &buffer, buffer.count)
        #endif
    }
}
