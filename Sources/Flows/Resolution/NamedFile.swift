import Foundation
package import Git

/// A file as a user names it, found on the disk, with the repository it is in.
///
///     let named = try NamedFile("a.py", from: folder)
///     let store = try open()
///     let file = try named.read()
///
/// Git looks for what is committed of it while the store is opened.
package struct NamedFile {
    /// Of the repository that the file is in; `nil` outside of any.
    package let objects: GitObjects?
    private let written: String
    private let full: String
    /// From the top of the repository.
    private let inside: String?
    private let git: GitCommand

    /// - Parameter path: as the user writes it, from `folder`.
    package init(_ path: String, from folder: String, git: GitCommand = GitCommand()) throws {
        written = path
        let joined = path.hasPrefix("/") ? path : folder + "/" + path
        let full = Checkout.realPath(ofGone: URL(fileURLWithPath: joined).standardizedFileURL.path)
        let checkout = Checkout.discover(from: Self.existingFolder(around: full))
        inside = checkout.flatMap {
            full.hasPrefix($0.root + "/") ? String(full.dropFirst($0.root.count + 1)) : nil
        }
        objects = inside == nil ? nil : checkout.map { GitObjects(of: $0, by: git) }
        self.full = full
        self.git = git
        if let inside, let head = checkout?.head { try objects?.expectName(of: FilePlace(commit: head, path: inside)) }
    }

    /// From the top of its repository; absolute for a file outside of any.
    package var path: String { inside ?? full }

    /// - Parameter revision: a name of a commit; `nil` for the file as it lies there.
    /// - Throws: `SourceFile.Unreadable`, `RevisionError`, `GitError`.
    package func read(revision: String? = nil) throws -> SourceFile {
        guard let revision else { return try working() }
        guard let objects, let inside else {
            throw SourceFile.Unreadable(description: "'\(written)' is in no git repository: leave --rev away.")
        }
        let commit = try git.commit(named: revision, in: objects.checkout)
        guard let text = try SourceFile.text(of: FilePlace(commit: commit.hash, path: inside), in: objects) else {
            throw SourceFile.Unreadable(
                description: "There is no file '\(inside)' of code at \(commit.name): see 'git ls-tree'.")
        }
        return SourceFile(path: inside, text: text, revision: commit.hash)
    }

    private func working() throws -> SourceFile {
        guard let bytes = SmallFile.read(full, limit: SourceFile.mostBytes) else {
            throw SourceFile.Unreadable(
                description: "There is no file of code at '\(written)': name one, or a revision that has it with --rev."
            )
        }
        var file = SourceFile(path: path, text: String(decoding: bytes, as: UTF8.self))
        if let objects, let inside, let head = objects.checkout.head {
            file.isDirty = try !objects.has(bytes, at: FilePlace(commit: head, path: inside))
        }
        return file
    }

    /// The nearest folder around a path that exists: a revision may have folders that are gone today.
    private static func existingFolder(around path: String) -> String {
        var folder = (path as NSString).deletingLastPathComponent
        while folder.count > 1, !Checkout.exists(folder) { folder = (folder as NSString).deletingLastPathComponent }
        return folder
    }
}
