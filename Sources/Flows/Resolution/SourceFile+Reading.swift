import Foundation
package import Git

extension SourceFile {
    /// Why a file's lines cannot be told, as one sentence.
    package struct Unreadable: Error, CustomStringConvertible {
        package let description: String
    }

    /// Larger files are no code that anybody wrote.
    private static let mostBytes = 16 << 20

    /// A file of the working folder, or of a revision.
    ///
    /// - Parameters:
    ///   - path: as the user writes it, from `folder`.
    ///   - revision: a name of a commit; `nil` for the file as it lies there.
    /// - Returns: the file, and the repository it is in.
    /// - Throws: `Unreadable`, `RevisionError`, `GitError`.
    package static func read(
        _ path: String, from folder: String, revision: String?, git: GitCommand = GitCommand()
    ) throws -> (file: SourceFile, checkout: Checkout?) {
        let written = path.hasPrefix("/") ? path : folder + "/" + path
        let full = Checkout.realPath(ofGone: URL(fileURLWithPath: written).standardizedFileURL.path)
        let checkout = Checkout.discover(from: existingFolder(around: full))
        let inside = checkout.flatMap {
            full.hasPrefix($0.root + "/") ? String(full.dropFirst($0.root.count + 1)) : nil
        }
        if let revision {
            guard let checkout, let inside else {
                throw Unreadable(description: "'\(path)' is in no git repository: leave --rev away.")
            }
            let commit = try git.commit(named: revision, in: checkout)
            guard let text = try text(of: inside, at: commit.hash, in: checkout, git) else {
                throw Unreadable(
                    description: "There is no file '\(inside)' of code at \(commit.name): see 'git ls-tree'.")
            }
            return (SourceFile(path: inside, text: text, revision: commit.hash), checkout)
        }
        guard let text = workingText(full) else {
            throw Unreadable(
                description: "There is no file of code at '\(path)': name one, or a revision that has it with --rev.")
        }
        var file = SourceFile(path: inside ?? full, text: text)
        if let checkout, let inside, let head = checkout.head {
            file.isDirty = try self.text(of: inside, at: head, in: checkout, git) != text
        }
        return (file, inside == nil ? nil : checkout)
    }

    /// The text of a file in a commit; `nil` where there is none, or it is larger than code is.
    package static func text(
        of path: String, at commit: String, in checkout: Checkout, _ git: GitCommand = GitCommand()
    ) throws -> String? {
        try text(of: FilePlace(commit: commit, path: path), in: GitObjects(of: checkout, by: git))
    }

    /// The same of one repository's objects, for those who ask again and again.
    package static func text(of place: FilePlace, in objects: GitObjects) throws -> String? {
        guard try objects.open(place)?.object.kind == "blob" else { return nil }
        return try objects.rest(limit: mostBytes).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The nearest folder around a path that exists: a revision may have folders that are gone today.
    private static func existingFolder(around path: String) -> String {
        var folder = (path as NSString).deletingLastPathComponent
        while folder.count > 1, !Checkout.exists(folder) { folder = (folder as NSString).deletingLastPathComponent }
        return folder
    }

    private static func workingText(_ path: String) -> String? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            let size = attributes?[.size] as? Int, size <= mostBytes
        else { return nil }
        return FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }
}
