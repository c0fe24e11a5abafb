#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where the build has put the package's programs: beside the bundle of the tests that run now.
package enum BuiltProgram {
    package static func path(_ name: String) -> String { "\(folder)/\(name)" }

    private static var folder: String {
        #if os(Linux)
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = buffer.withUnsafeMutableBytes { bytes in
                bytes.bindMemory(to: CChar.self).baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? 0
            }
            return parent(of: String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self))
        #else
            // The bundle is a folder here, and its path an argument of the program that runs it.
            for argument in CommandLine.arguments {
                let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
                if let bundle = parts.firstIndex(where: { $0.hasSuffix(".xctest") }) {
                    return parts[..<bundle].joined(separator: "/")
                }
            }
            return parent(of: CommandLine.arguments.first ?? "")
        #endif
    }

    private static func parent(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }
}
