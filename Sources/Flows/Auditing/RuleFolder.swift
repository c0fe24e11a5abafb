import Audit
import Foundation
import Text

/// A folder of the user's own rules: each `*.toml` in it, by name.
package struct RuleFolder: Sendable {
    package struct File: Sendable {
        /// As messages name it.
        package var name: String
        package var bytes: [UInt8]
    }

    package struct Unreadable: Error, Equatable, CustomStringConvertible {
        package let description: String
    }

    private static let largest = 1 << 20
    private static let mostFiles = 500

    /// - Parameter isNeeded: the user named the folder, so that it is a mistake where it is not there.
    package static func files(in folder: String, isNeeded: Bool) throws -> [File] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
            guard isNeeded else { return [] }
            throw Unreadable(description: "There is no folder of rules at '\(Visible.text(folder))'.")
        }
        guard isFolder.boolValue else { return [try file(at: folder)] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return try names.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.sorted().prefix(mostFiles).map {
            try file(at: folder.hasSuffix("/") ? folder + $0 : folder + "/" + $0)
        }
    }

    package static func file(at path: String) throws -> File {
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            (attributes?[.size] as? Int ?? .max) <= largest, let data = FileManager.default.contents(atPath: path)
        else {
            throw Unreadable(
                description:
                    "'\(Visible.text(path))' is no file of rules that can be read: it must be a file of at most 1 MB.")
        }
        return File(name: path, bytes: Array(data))
    }
}
