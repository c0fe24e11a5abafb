import Foundation

/// A folder of theme files, gone with the value.
package final class ThemeFiles: Sendable {
    package let folder: String

    package init(_ files: [String: String]) throws {
        folder = FileManager.default.temporaryDirectory.path + "/colophon-themes-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, text) in files { try save(name, text) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// In place, as many editors do.
    package func save(_ name: String, _ text: String) throws {
        try text.write(toFile: "\(folder)/\(name).toml", atomically: false, encoding: .utf8)
    }

    package func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: false)
    }

    package func makePipe(_ name: String) throws {
        guard mkfifo("\(folder)/\(name)", 0o600) == 0 else { throw POSIXError(.EIO) }
    }
}
