#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Merges that were made, made again: which files were in conflict.
///
/// It happens in a repository of its own that borrows the objects of the other one: what a merge writes goes there and is gone
/// afterwards, and nothing that the other's configuration names (a merge driver, say) is in force.
package final class MergeReplay {
    private let git: GitCommand
    private let folder: String
    private let scratch: Checkout

    /// - Throws: `GitError` where there is no room for it.
    package init(of checkout: Checkout, by git: GitCommand = GitCommand()) throws(GitError) {
        self.git = git
        var template = Array((ChildProcess.environment("TMPDIR") ?? "/tmp").utf8CString.dropLast())
        template += Array("/colophon-merge-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .cannotStart(code: errno) }
        folder = String(decoding: template.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        scratch = Checkout(root: folder, gitDirectory: folder, commonDirectory: folder)
        for part in ["/refs", "/objects", "/objects/info"] { mkdir(folder + part, 0o700) }
        guard SmallFile.write(Array("ref: refs/heads/main\n".utf8), to: folder + "/HEAD"),
            SmallFile.write(Array("[core]\n\tbare = true\n".utf8), to: folder + "/config"),
            SmallFile.write(
                Array("\(checkout.commonDirectory)/objects\n".utf8), to: folder + "/objects/info/alternates")
        else { throw .cannotStart(code: ENOSPC) }
    }

    deinit { Self.remove(folder) }

    /// A folder of our own with all that git put into it; no link is followed.
    private static func remove(_ path: String) {
        if let stream = opendir(path) {
            while let entry = readdir(stream) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                guard name != ".", name != ".." else { continue }
                if unlink("\(path)/\(name)") != 0 { remove("\(path)/\(name)") }
            }
            closedir(stream)
        }
        rmdir(path)
    }

    /// How many files are in conflict where two commits are merged; `nil` where git has no answer: a commit is not here, or
    /// it takes too long.
    package func conflicts(_ first: String, _ second: String) -> Int? {
        guard References.isCommit(first), References.isCommit(second),
            var child = try? git.scratchChild(
                ["merge-tree", "--write-tree", "--name-only", "--no-messages", first, second], in: scratch,
                timeoutMilliseconds: 5000)
        else { return nil }
        switch child.run() {
        case .exited(0): return 0
        // "exit with status 1": the tree, then the conflicted files, each once.
        case .exited(1): return max(1, child.output.split(separator: UInt8(ascii: "\n")).count - 1)
        default: return nil
        }
    }
}
