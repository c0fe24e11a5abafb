import Foundation

/// The file of a repository in which its host finds our workflow: written, and taken out again.
package struct WorkflowFile: Equatable, Sendable {
    /// Why the file is left alone, as one sentence.
    package struct Failure: Error, Equatable, CustomStringConvertible {
        package let description: String
    }

    package enum Change: Equatable, Sendable {
        case none
        /// Where what stands there now will be kept; `nil` where nothing does.
        case write(String, backup: String?)
        /// What stood there before ours was written comes back.
        case remove(restoring: String?)
    }

    package static let name = ".github/workflows/colophon.yml"

    private let root: String
    package let text: String

    private static let limit = 1 << 20

    /// - Parameter root: the top of the repository.
    package init(in root: String) {
        self.root = root
        text = GitHubWorkflow.text(
            hasSonar: FileManager.default.fileExists(atPath: root + "/sonar-project.properties"))
    }

    package var path: String { "\(root)/\(Self.name)" }
    private var backup: String { path + ".before-colophon" }

    /// The project is one of SonarQube's, and the workflow hands results there.
    package var hasSonar: Bool { text.contains("SONAR_TOKEN") }

    package func adding() throws -> Change {
        guard let there = try read(path) else { return .write(text, backup: nil) }
        return there == text ? .none : .write(text, backup: backup)
    }

    package func removing() throws -> Change {
        guard let there = try read(path) else { return .none }
        guard Self.isOurs(there) else {
            throw Failure(description: "'\(path)' was not written by Colophon, and is left alone.")
        }
        let before = try read(backup)
        return .remove(restoring: before.map { Self.isOurs($0) ? nil : backup } ?? nil)
    }

    /// Whether the workflow that is there was changed by hand.
    package func isChanged() throws -> Bool { try read(path).map { $0 != text } ?? false }

    package func apply(_ change: Change) throws {
        let files = FileManager.default
        switch change {
        case .none: return
        case .write(let text, let backup):
            try files.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            if let backup {
                try? files.removeItem(atPath: backup)
                try files.copyItem(atPath: path, toPath: backup)
            }
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        case .remove(let before):
            try files.removeItem(atPath: path)
            if let before { return try files.moveItem(atPath: before, toPath: path) }
            // Folders that were made for it go with it; others are not empty.
            for folder in ["/.github/workflows", "/.github"] { rmdir(root + folder) }
        }
    }

    private static func isOurs(_ text: String) -> Bool { text.hasPrefix(GitHubWorkflow.mark) }

    /// `nil` where nothing is there. No link is followed: a repository may lead anywhere by one.
    private func read(_ path: String) throws -> String? {
        for folder in ["/.github", "/.github/workflows"] {
            guard let kind = Self.kind(root + folder) else { return nil }
            guard kind == S_IFDIR else {
                throw Failure(
                    description: "'\(root)\(folder)' is no folder of this repository: nothing is written there.")
            }
        }
        guard let kind = Self.kind(path) else { return nil }
        guard kind == S_IFREG, let bytes = FileManager.default.contents(atPath: path), bytes.count <= Self.limit else {
            throw Failure(description: "'\(path)' is no plain file that can be read, and is left alone.")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func kind(_ path: String) -> mode_t? {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }
}
